import YAMLDocument

/// Something in a settings or theme file that is not used, and why. The rest of the file is.
package struct PreferenceProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file's name as the reader of the message knows it.
  package var file: String
  /// Where in the file, line and column from 1.
  package var position: YAMLPosition
  /// What is wrong.
  package var message: String
  /// What to write instead, or what happens now; nil where there is nothing to say.
  package var suggestion: String?
  /// Whether it is about a setting that keeps davit from changing something: then the safe value counts, and the message
  /// must not be missed.
  package var isAboutSafety = false

  /// A problem from its parts.
  package init(file: String, position: YAMLPosition, message: String, suggestion: String? = nil) {
    self.file = file
    self.position = position
    self.message = message
    self.suggestion = suggestion
  }

  /// A file that is not used at all.
  package init(wholeFile file: String, message: String, suggestion: String? = nil) {
    self.init(
      file: file, position: YAMLPosition(line: 1, column: 1), message: message, suggestion: suggestion)
  }

  /// A text that is no YAML.
  init(file: String, _ problem: YAMLProblem) {
    self.init(file: file, position: problem.position, message: problem.message)
  }

  /// One line: `file:line:column: message — suggestion`.
  package var description: String {
    "\(file):\(position): \(message)" + (suggestion.map { " — " + $0 } ?? "")
  }
}
