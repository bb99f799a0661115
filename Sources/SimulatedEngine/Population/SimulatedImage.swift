/// An image of a simulated engine.
package struct SimulatedImage: Sendable {
  /// References such as `nginx:1.27-alpine`; none for a dangling image.
  package var tags: [String]
  /// Size in bytes, all layers.
  package var size: Int64
  /// How long before the engine's start it was built.
  package var age: Duration
  /// Labels of the image's configuration.
  package var labels: [String: String]
  /// What built it, newest first; empty: a plausible history is made up.
  package var history: [Layer]
  /// Makes ids of images without tags differ.
  package var salt: UInt64

  /// One step of an image's history.
  package struct Layer: Sendable, Hashable {
    /// The instruction.
    package var createdBy: String
    /// Bytes that it added.
    package var size: Int64

    /// A step that added `size` bytes.
    package init(_ createdBy: String, size: Int64 = 0) {
      self.createdBy = createdBy
      self.size = size
    }
  }

  /// An image of some tens of megabytes, a month old unless told otherwise.
  package init(
    _ tags: String..., size: Int64 = 42_300_000, age: Duration = .seconds(86_400 * 30),
    labels: [String: String] = [:], history: [Layer] = [], salt: UInt64 = 0
  ) {
    self.tags = tags
    self.size = size
    self.age = age
    self.labels = labels
    self.history = history
    self.salt = salt
  }
}
