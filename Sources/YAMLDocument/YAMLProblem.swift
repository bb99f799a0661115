/// Why a text is not the YAML it should be, and where.
public struct YAMLProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where it was noticed.
  public var position: YAMLPosition
  /// What is wrong, in lower case and without a full stop.
  public var message: String
  /// The offending line, cut to what fits on a screen; empty where no line can be shown.
  public var excerpt: String

  /// A problem from its parts.
  public init(position: YAMLPosition, message: String, excerpt: String = "") {
    self.position = position
    self.message = message
    self.excerpt = excerpt
  }

  /// `line:column: message`.
  public var description: String { "\(position): \(message)" }
}
