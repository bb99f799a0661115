internal import PrintableText
import YAMLDocument

/// Compose files that are JSON: which are, and how values are written in them.
enum JSONSpelling {
  /// Whether a text is JSON: braces and brackets, keys and texts in double quotes, no comments, anchors or tags.
  static func isJSON(_ text: String, tree: YAMLTree) -> Bool {
    guard tree.roots.count == 1, let root = tree.root, root.isFlow, !hasComment(text) else { return false }
    var open = [root]
    while let node = open.popLast() {
      guard node.kind != .alias, node.anchor == nil, node.tag == nil else { return false }
      if let scalar = node.scalar {
        guard scalar.style == .doubleQuoted || scalar.style == .plain && isLiteral(scalar.text) else {
          return false
        }
      } else if node.isFlow {
        let entries = node.entries ?? []
        guard entries.allSatisfy({ $0.key.scalar?.style == .doubleQuoted }) else { return false }
        open += entries.map(\.key) + entries.map(\.value) + (node.elements ?? [])
      } else {
        return false
      }
    }
    return true
  }

  /// Whether a `#` stands outside of double quotes.
  private static func hasComment(_ text: String) -> Bool {
    var isQuoted = false
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = isQuoted
      } else if byte == UInt8(ascii: "#"), !isQuoted {
        return true
      }
    }
    return false
  }

  /// `true`, `false`, `null` and numbers as JSON has them.
  private static func isLiteral(_ text: String) -> Bool {
    if ["true", "false", "null"].contains(text) { return true }
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard let first = digits.utf8.first, (0x30...0x39).contains(first) else { return false }
    if first == 0x30, digits.utf8.count > 1,
      !".eE".utf8.contains(digits.utf8[digits.utf8.index(after: digits.startIndex)])
    {
      return false
    }
    return Double(digits) != nil
      && digits.utf8.allSatisfy { (0x30...0x39).contains($0) || ".eE+-".utf8.contains($0) }
  }

  /// A value on one line.
  static func text(of value: ComposeNode) -> String {
    switch value.content {
    case .text(let text), .time(let text): PrintableText.quoted(text)
    case .list(let list): "[" + list.map(text).joined(separator: ", ") + "]"
    case .map(let map):
      "{"
        + map.entries.map { PrintableText.quoted($0.key) + ": " + text(of: $0.value) }.joined(separator: ", ")
        + "}"
    case .null: "null"
    case .number(let value): value.isFinite ? NumberText.json(value) : "null"
    case .bool, .integer, .unsigned: value.spelled ?? "null"
    }
  }
}
