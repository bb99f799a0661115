import YAMLDocument

/// A setting: its path in the file, what may be written, what it does. Reading, checking and the reference page all
/// come from these.
package struct SettingKey: Sendable {
  /// The keys from the top of the file, with dots between them: `logs.max-lines`.
  package let path: String
  /// What may be written, as a phrase in Markdown.
  package let type: String
  /// The default as it would be written.
  package let defaultText: String
  /// What it does, in Markdown.
  package let documentation: String
  /// Whether its value `true` keeps davit from changing something.
  let isSafety: Bool

  let read: @Sendable (YAMLNode, _ file: String, inout Settings) throws(SettingRejection) -> Void

  init<Value>(
    _ path: String, _ property: WritableKeyPath<Settings, Value> & Sendable, _ type: SettingType<Value>,
    _ documentation: String, isSafety: Bool = false
  ) {
    self.isSafety = isSafety
    self.path = path
    self.type = type.name
    self.documentation = documentation
    defaultText = type.text(Settings()[keyPath: property])
    read = { (node, file, settings) throws(SettingRejection) in
      settings[keyPath: property] = try type.read(node, file)
    }
  }
}
