/// An image of a simulated engine.
public struct SimulatedImage: Sendable {
  /// References such as `nginx:1.27-alpine`; none for a dangling image.
  public var tags: [String]
  /// Size in bytes, all layers.
  public var size: Int64
  /// How long before the engine's start it was built.
  public var age: Duration
  /// Labels of the image's configuration.
  public var labels: [String: String]
  /// What built it, newest first; empty: a plausible history is made up.
  public var history: [Layer]
  /// Makes ids of images without tags differ.
  public var salt: UInt64

  /// One step of an image's history.
  public struct Layer: Sendable, Hashable {
    /// The instruction.
    public var createdBy: String
    /// Bytes that it added.
    public var size: Int64

    /// A step that added `size` bytes.
    public init(_ createdBy: String, size: Int64 = 0) {
      self.createdBy = createdBy
      self.size = size
    }
  }

  /// An image of some tens of megabytes, a month old unless told otherwise.
  public init(
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
