import YAMLDocument

/// Keys that the settings give a command, as they are written there.
package struct KeyBinding: Sendable, Hashable {
  /// The id of the command.
  package var command: String
  /// The names of the keys, each with its place; empty where the command shall have no key.
  package var keys: [Key]
  /// The settings file.
  package var file: String
  /// The place of the command's id.
  package var position: YAMLPosition

  /// The name of a key, or of several that are pressed one after the other.
  package struct Key: Sendable, Hashable {
    package var name: String
    package var position: YAMLPosition

    /// A key from its parts.
    package init(name: String, position: YAMLPosition) {
      self.name = name
      self.position = position
    }
  }

  /// A binding from its parts.
  package init(command: String, keys: [Key], file: String, position: YAMLPosition) {
    self.command = command
    self.keys = keys
    self.file = file
    self.position = position
  }

  /// A problem with the command's id, or with one of its keys where it is given.
  package func problem(_ message: String, with key: Key? = nil, suggestion: String? = nil)
    -> PreferenceProblem
  {
    PreferenceProblem(
      file: file, position: key?.position ?? position, message: message, suggestion: suggestion)
  }
}
