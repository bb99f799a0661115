import EngineModel

/// A stack that is to be made.
package struct NewStack: Sendable, Hashable {
  /// Where its text comes from.
  package enum Contents: Sendable, Hashable {
    case text(String)
    /// What these containers are like.
    case containers([ContainerID])
  }

  package var serial: Int
  /// The engine that it is made on.
  package var engine: EngineID
  package var name: String
  /// The folder of its file, absolute or beginning with `~/`. It need not be there.
  package var folder: String
  package var contents: Contents
}
