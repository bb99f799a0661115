import YAMLDocument

/// How a setting is written: what a reader is told, and how its value comes from the file and goes into the
/// reference.
struct SettingType<Value: Sendable>: Sendable {
  /// What may be written, for the reference and for messages: "a whole number from 1 to 9".
  var name: String
  /// The value of a node, or why it is none.
  var read: @Sendable (YAMLNode, _ file: String) throws(SettingRejection) -> Value
  /// A value as it is written in the file.
  var text: @Sendable (Value) -> String

  /// A type whose values are single scalars.
  init(
    _ name: String, text: @escaping @Sendable (Value) -> String,
    reading: @escaping @Sendable (YAMLScalar) -> Value?
  ) {
    self.name = name
    self.text = text
    read = { (node, _) throws(SettingRejection) in
      guard let scalar = node.scalar else { throw SettingRejection(node, "this is not \(name)") }
      guard let value = reading(scalar) else {
        throw SettingRejection(node, "'\(scalar.text.prefix(40))' is not \(name)")
      }
      return value
    }
  }

  /// A type that reads nodes.
  init(
    _ name: String, text: @escaping @Sendable (Value) -> String,
    readingNode: @escaping @Sendable (YAMLNode, _ file: String) throws(SettingRejection) -> Value
  ) {
    self.name = name
    self.read = readingNode
    self.text = text
  }

  /// The same type where the value may be missing; `missing` is how the reference says so.
  func optional(missing: String) -> SettingType<Value?> {
    let (read, text) = (read, text)
    return SettingType<Value?>(
      name, text: { $0.map(text) ?? missing },
      readingNode: { (node, file) throws(SettingRejection) in try read(node, file) })
  }
}

/// Why a value is not taken, and where.
struct SettingRejection: Error {
  var position: YAMLPosition
  var message: String

  init(_ node: YAMLNode, _ message: String) {
    position = node.position
    self.message = message
  }
}
