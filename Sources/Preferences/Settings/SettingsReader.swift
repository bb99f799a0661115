import WordMatching
import YAMLDocument

extension Settings {
  /// Reads the text of a settings file. What cannot be used is left out and told; the rest counts.
  ///
  /// - Parameters:
  ///   - text: the whole file; an empty one gives the defaults.
  ///   - file: the file's name for messages.
  package static func reading(_ text: String, file: String) -> (
    settings: Settings, problems: [PreferenceProblem]
  ) {
    var reader = SettingsReader(file: file)
    reader.read(text)
    return (reader.settings, reader.problems.sorted { $0.position < $1.position })
  }
}

/// Walks the file's mappings and gives each value to its setting.
private struct SettingsReader {
  let file: String
  var settings = Settings()
  var problems: [PreferenceProblem] = []

  init(file: String) {
    self.file = file
  }

  mutating func read(_ text: String) {
    do {
      let tree = try YAMLTree(parsing: text)
      problems += tree.problems.map { PreferenceProblem(file: file, $0) }
      guard let root = tree.root, root.scalar?.isNull != true else { return }
      readSection("", root)
    } catch {
      problems.append(PreferenceProblem(file: file, error))
    }
  }

  private mutating func readSection(_ path: String, _ node: YAMLNode) {
    guard let entries = node.entries else {
      let name = path.isEmpty ? "the file" : "'\(path)'"
      add(node.position, "\(name) is not a mapping of settings to values")
      return
    }
    for entry in entries { readEntry(path, entry) }
  }

  private mutating func readEntry(_ section: String, _ entry: YAMLNode.Entry) {
    let name = entry.key.scalar?.text ?? "?"
    let path = section.isEmpty ? name : section + "." + name
    if let key = SettingKey.all.first(where: { $0.path == path }) {
      readValue(key, entry.value)
    } else if SettingKey.all.contains(where: { $0.path.hasPrefix(path + ".") }) {
      if entry.value.scalar?.isNull != true { readSection(path, entry.value) }
    } else {
      addUnknown(name, entry.value, in: section, at: entry.key.position)
    }
  }

  private mutating func readValue(_ key: SettingKey, _ node: YAMLNode) {
    // A key without a value is one that somebody has not filled in: the default stays.
    if let scalar = node.scalar, scalar.isNull { return }
    do {
      try key.read(node, file, &settings)
    } catch {
      if key.isSafety {
        addSafety(
          error.position, "\(key.path): \(error.message)", suggestion: "davit is read-only until it is mended"
        )
      } else {
        add(error.position, "\(key.path): \(error.message)", suggestion: "\(key.defaultText) is used")
      }
    }
  }

  /// What was meant to keep davit from changing something does so, also where it is not written as it should be.
  private mutating func addSafety(_ position: YAMLPosition, _ message: String, suggestion: String) {
    settings.isReadOnly = true
    add(position, message, suggestion: suggestion)
    problems[problems.count - 1].isAboutSafety = true
  }

  private mutating func addUnknown(
    _ name: String, _ value: YAMLNode, in section: String, at position: YAMLPosition
  ) {
    let prefix = section.isEmpty ? "" : section + "."
    let siblings = Set(
      SettingKey.all.filter { $0.path.hasPrefix(prefix) }.compactMap {
        $0.path.dropFirst(prefix.count).split(separator: ".").first.map(String.init)
      }
    ).sorted()
    let nearest = Spelling.nearest(to: name, among: siblings)
    if let nearest, SettingKey.all.contains(where: { $0.path == prefix + nearest && $0.isSafety }),
      value.scalar?.asBool != false
    {
      return addSafety(
        position, "there is no setting '\(prefix)\(name)'",
        suggestion: "did you mean '\(prefix)\(nearest)'? davit is read-only until it is mended")
    }
    add(
      position, "there is no setting '\(prefix)\(name)'",
      suggestion: nearest.map { "did you mean '\(prefix)\($0)'?" }
        ?? "known here: \(siblings.joined(separator: ", "))")
  }

  private mutating func add(_ position: YAMLPosition, _ message: String, suggestion: String? = nil) {
    problems.append(
      PreferenceProblem(file: file, position: position, message: message, suggestion: suggestion))
  }
}
