import SecretDetection
import YAMLDocument

extension SettingType<[NamePattern]> {
  static let namePatterns = SettingType(
    "a list of names in which `*` stands for any characters",
    text: { "[" + $0.map(\.quoted).joined(separator: ", ") + "]" },
    readingNode: { (node, _) throws(SettingRejection) in try patterns(node) })

  private static func patterns(_ node: YAMLNode) throws(SettingRejection) -> [NamePattern] {
    guard let elements = node.elements else { throw SettingRejection(node, "this is not a list") }
    var patterns: [NamePattern] = []
    for element in elements {
      guard let name = element.scalar?.text, !name.isEmpty else {
        throw SettingRejection(element, "this is not a name")
      }
      patterns.append(NamePattern(name))
    }
    return patterns
  }
}

extension SettingType<[String]> {
  static let folders = SettingType(
    "a list of folders", text: { "[" + $0.joined(separator: ", ") + "]" },
    readingNode: { (node, _) throws(SettingRejection) in try paths(node) })

  static let fieldNames = SettingType(
    "a list of field names", text: { "[" + $0.joined(separator: ", ") + "]" },
    readingNode: { (node, _) throws(SettingRejection) in try names(node) })

  static let labelNames = SettingType(
    "a list of label names", text: { "[" + $0.joined(separator: ", ") + "]" },
    readingNode: { (node, _) throws(SettingRejection) in try names(node) })

  private static func names(_ node: YAMLNode) throws(SettingRejection) -> [String] {
    guard let elements = node.elements else { throw SettingRejection(node, "this is not a list") }
    var names: [String] = []
    for element in elements {
      guard let name = element.scalar?.text, !name.isEmpty else {
        throw SettingRejection(element, "this is not a name")
      }
      names.append(name)
    }
    return names
  }

  private static func paths(_ node: YAMLNode) throws(SettingRejection) -> [String] {
    guard let elements = node.elements else { throw SettingRejection(node, "this is not a list") }
    var folders: [String] = []
    for element in elements {
      guard let path = element.scalar?.text, path.hasPrefix("/") || path.hasPrefix("~/") else {
        throw SettingRejection(element, "this is not a path that is absolute or starts with ~/")
      }
      folders.append(path)
    }
    return folders
  }
}

extension NamePattern {
  /// In quotes where YAML would take a leading `*` for an alias.
  fileprivate var quoted: String { description.hasPrefix("*") ? "\"\(description)\"" : description }
}

extension SettingType<[KeyBinding]> {
  static let keyBindings = SettingType(
    "a mapping of command ids to a key or a list of keys", text: { _ in "{}" },
    readingNode: { (node, file) throws(SettingRejection) in try bindings(node, file) })

  private static func bindings(_ node: YAMLNode, _ file: String) throws(SettingRejection) -> [KeyBinding] {
    guard let entries = node.entries else {
      throw SettingRejection(node, "this is not a mapping of commands to keys")
    }
    var bindings: [KeyBinding] = []
    for entry in entries {
      guard let command = entry.key.scalar?.text else {
        throw SettingRejection(entry.key, "this is not the id of a command")
      }
      bindings.append(
        KeyBinding(command: command, keys: try keys(entry.value), file: file, position: entry.key.position))
    }
    return bindings
  }

  private static func keys(_ node: YAMLNode) throws(SettingRejection) -> [KeyBinding.Key] {
    if node.scalar?.isNull == true { return [] }
    var keys: [KeyBinding.Key] = []
    for element in node.elements ?? [node] {
      guard let name = element.scalar?.text, !name.isEmpty else {
        throw SettingRejection(element, "this is not the name of a key")
      }
      keys.append(KeyBinding.Key(name: name, position: element.position))
    }
    return keys
  }
}
