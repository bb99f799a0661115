import TerminalUI
import WordMatching
import YAMLDocument

/// Reads the text of a theme file; what it cannot use it leaves out and tells.
struct ThemeFileReader {
  let file: String
  private(set) var theme: ThemeFile
  private(set) var problems: [PreferenceProblem] = []

  /// Reads `text`; `file` is the name for messages, and without its folder and ending the name of a theme that
  /// does not name itself.
  init(text: String, file: String) {
    self.file = file
    let base = file.split(separator: "/").last ?? "theme"
    theme = ThemeFile(name: base.split(separator: ".").first.map(String.init) ?? "theme")
    do {
      let tree = try YAMLTree(parsing: text)
      problems += tree.problems.map { PreferenceProblem(file: file, $0) }
      if let root = tree.root { read(root) }
    } catch {
      problems.append(PreferenceProblem(file: file, error))
    }
  }

  private static let parts = "a theme has name, description, extends, roles and backdrops"

  private mutating func read(_ root: YAMLNode) {
    guard let entries = root.entries else {
      return add(
        root, "the file is not a mapping", suggestion: Self.parts)
    }
    for entry in entries {
      switch entry.key.scalar?.text {
      case "name":
        if let name = text(entry.value, "a name") { theme.name = name }
      case "description":
        if let text = text(entry.value, "a text") { theme.description = text }
      case "extends", "inherits":
        if let name = text(entry.value, "the name of a theme") {
          theme.extends = (name, problem(entry.value, ""))
        }
      case "roles":
        readTable(entry.value, Role.self, "role") { reader, role, value in
          if let paint = reader.paint(value) { reader.theme.roles[role] = paint }
        }
      case "backdrops":
        readTable(entry.value, Backdrop.self, "backdrop") { reader, backdrop, value in
          guard let text = reader.text(value, "a colour") else { return }
          if let colour = reader.colour(text, value) { reader.theme.backdrops[backdrop] = colour }
        }
      case let other:
        add(
          entry.key, "there is no '\(other ?? "?")' in a theme",
          suggestion: Self.parts)
      }
    }
  }

  private mutating func readTable<Key: RawRepresentable & CaseIterable>(
    _ node: YAMLNode, _ keys: Key.Type, _ word: String, use: (inout Self, Key, YAMLNode) -> Void
  ) where Key.RawValue == String {
    if node.scalar?.isNull == true { return }
    guard let entries = node.entries else { return add(node, "this is not a mapping of \(word)s to colours") }
    for entry in entries {
      let name = entry.key.scalar?.text ?? "?"
      if let key = Key(rawValue: name) {
        use(&self, key, entry.value)
      } else {
        let nearest = Spelling.nearest(to: name, among: keys.allCases.map(\.rawValue))
        add(entry.key, "there is no \(word) '\(name)'", suggestion: nearest.map { "did you mean '\($0)'?" })
      }
    }
  }

  /// A colour and the attributes behind it.
  private mutating func paint(_ node: YAMLNode) -> RolePaint? {
    guard let text = text(node, "a colour") else { return nil }
    let words = text.split(separator: " ")
    guard let first = words.first, let colour = colour(String(first), node) else { return nil }
    var paint = RolePaint(colour)
    for word in words.dropFirst() {
      if let known = Attributes.names.first(where: { $0.name == word }) {
        paint.attributes.insert(known.attribute)
      } else {
        let names = Attributes.names.map(\.name).joined(separator: ", ")
        add(node, "there is no attribute '\(word)'", suggestion: "known: \(names)")
      }
    }
    return paint
  }

  private mutating func colour(_ text: String, _ node: YAMLNode) -> Colour? {
    if let colour = Colour(themeText: text) { return colour }
    add(
      node, "'\(text.prefix(40))' is not a colour",
      suggestion: "write default, a name such as red or bright-red, 0 to 255, or \"#rrggbb\"")
    return nil
  }

  private mutating func text(_ node: YAMLNode, _ what: String) -> String? {
    if let scalar = node.scalar, !scalar.isNull, !scalar.text.isEmpty { return scalar.text }
    add(node, "this is not \(what)", suggestion: "a colour that starts with # needs quotes: \"#rrggbb\"")
    return nil
  }

  private func problem(_ node: YAMLNode, _ message: String, suggestion: String? = nil) -> PreferenceProblem {
    PreferenceProblem(file: file, position: node.position, message: message, suggestion: suggestion)
  }

  private mutating func add(_ node: YAMLNode, _ message: String, suggestion: String? = nil) {
    problems.append(problem(node, message, suggestion: suggestion))
  }
}
