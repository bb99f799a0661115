import YAMLDocument

/// Something in a settings or theme file that is not used, and why. The rest of the file is.
public struct PreferenceProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file's name as the reader of the message knows it.
  public var file: String
  /// Where in the file, line and column from 1.
  public var position: YAMLPosition
  /// What is wrong.
  public var message: String
  /// What to write instead, or what happens now; nil where there is nothing to say.
  public var suggestion: String?

  /// A problem from its parts.
  public init(file: String, position: YAMLPosition, message: String, suggestion: String? = nil) {
    self.file = file
    self.position = position
    self.message = message
    self.suggestion = suggestion
  }

  /// A text that is no YAML.
  init(file: String, _ problem: YAMLProblem) {
    self.init(file: file, position: problem.position, message: problem.message)
  }

  /// One line: `file:line:column: message — suggestion`.
  public var description: String {
    "\(file):\(position): \(message)" + (suggestion.map { " — " + $0 } ?? "")
  }
}
