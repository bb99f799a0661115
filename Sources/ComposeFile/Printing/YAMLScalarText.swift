internal import PrintableText

/// Texts as YAML scalars: plain where they stay what they are, in quotes elsewhere, as a block where they have lines.
enum YAMLScalarText {
  /// A text as a scalar whose block, where it becomes one, is indented by `indent`.
  /// With `showingAll`, one that hides something is quoted, and what it hides escaped.
  static func text(of value: String, indent: Int = 0, showingAll: Bool = false) -> String {
    if showingAll, value.unicodeScalars.contains(where: { PrintableText.isHidden($0) && $0 != "\n" }) {
      return quoted(value)
    }
    if isPlain(value) { return value }
    if indent > 0, isBlock(value) { return block(value, indent: indent) }
    return quoted(value)
  }

  /// A number that is read as one with a fraction again.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? ".nan" : value < 0 ? "-.inf" : ".inf" }
    let text = NumberText.json(value)
    return text.contains(".") || text.contains("e") ? text : text + ".0"
  }

  /// In double quotes.
  static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where !isPrintable(scalar) || PrintableText.isHidden(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        text += (scalar.value > 0xFFFF ? "\\U" : "\\u")
        text += String(repeating: "0", count: (scalar.value > 0xFFFF ? 8 : 4) - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }

  /// In single quotes; nil where those cannot hold it.
  static func singleQuoted(_ value: String) -> String? {
    guard value.unicodeScalars.allSatisfy({ isPrintable($0) && $0 != "\n" }) else { return nil }
    return "'" + value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// Whether a text may stand without quotes and stays a text, whatever edition of YAML reads it; `inFlow` where
  /// brackets or braces are around it.
  static func isPlain(_ value: String, inFlow: Bool = false) -> Bool {
    guard case .text = ScalarTyping.plain(value), !isOldKeyword(value), let first = value.utf8.first else {
      return false
    }
    let bytes = Array(value.utf8)
    let indicators = Array("-?:,[]{}#&*!|>'\"%@`".utf8)
    if indicators.contains(first) {
      let mayStart = [UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(first)
      guard mayStart, bytes.count > 1, bytes[1] != 0x20, !value.hasPrefix("---") else { return false }
    }
    guard first != 0x20, bytes.last != 0x20, bytes.last != UInt8(ascii: ":") else { return false }
    guard value.unicodeScalars.allSatisfy({ isPrintable($0) && $0 != "\n" }), !value.hasPrefix("...") else {
      return false
    }
    for at in bytes.indices.dropFirst() {
      if bytes[at] == 0x20, bytes[at - 1] == UInt8(ascii: ":") { return false }
      if bytes[at] == UInt8(ascii: "#"), bytes[at - 1] == 0x20 { return false }
    }
    return !inFlow || !bytes.contains { Array(",[]{}".utf8).contains($0) }
  }

  /// Words that older editions of YAML read as something else, and numbers of base 60.
  private static func isOldKeyword(_ value: String) -> Bool {
    if ["y", "n", "yes", "no", "on", "off", "=", "<<"].contains(value.lowercased()) { return true }
    guard let first = value.utf8.first, (0x30...0x39).contains(first) else { return false }
    return value.utf8.contains(UInt8(ascii: ":"))
      && value.utf8.allSatisfy {
        (0x30...0x39).contains($0) || $0 == UInt8(ascii: ":") || $0 == 0x2E || $0 == 0x5F
      }
  }

  private static func isBlock(_ value: String) -> Bool {
    guard value.utf8.contains(0x0A), value.unicodeScalars.allSatisfy(isPrintable) else { return false }
    let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, !first.isEmpty, !first.hasPrefix(" "), !value.hasSuffix("\n\n") else {
      return false
    }
    return lines.allSatisfy { !$0.hasSuffix(" ") && $0 != "" || $0.isEmpty } && lines.contains { !$0.isEmpty }
  }

  private static func block(_ value: String, indent: Int) -> String {
    let isEnded = value.hasSuffix("\n")
    let lines = (isEnded ? value.dropLast() : value[...]).split(
      separator: "\n", omittingEmptySubsequences: false)
    let margin = String(repeating: " ", count: indent)
    return (isEnded ? "|" : "|-") + lines.map { $0.isEmpty ? "\n" : "\n" + margin + $0 }.joined()
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF:
      scalar != "\u{FEFF}" && scalar != "\u{2028}" && scalar != "\u{2029}"
    default: false
    }
  }
}
