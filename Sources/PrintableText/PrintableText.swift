/// Text from anywhere on its way to a terminal, a log or a message: what could command a terminal, or hide what a text
/// says, is shown instead of sent.
package enum PrintableText {
  /// Whether a character must not be sent as it is: a control character (C0, C1, DEL), one that turns the direction of
  /// writing, a separator of lines, or one that cannot be seen (Unicode 15, general categories Cc, Zl, Zp and Cf, and
  /// the fillers that look like nothing).
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0xAC: false
    case 0x00...0x1F, 0x7F...0x9F, 0xAD: true
    case 0xAE..<0x034F: false
    case 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0x1BCA0...0x1BCA3,
      0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// A text with what is hidden in it written out as `\u001b`, lines and tabs aside where those are `kept`.
  package static func shown(_ text: String, keepingLines: Bool = false) -> String {
    escaped(text) { keepingLines && ($0 == "\n" || $0 == "\t") }
  }

  /// A JSON document that says the same without a hidden character in it: they stand in strings alone, where they may be
  /// escaped (RFC 8259, section 7).
  package static func json(_ document: String) -> String {
    escaped(document) { $0 == "\n" || $0 == "\t" || $0 == "\r" }
  }

  /// A text as a JSON string, in quotes, without a hidden character in it (RFC 8259, section 7).
  package static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where isHidden(scalar): quoted += escape(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func escaped(_ text: String, _ isKept: (Unicode.Scalar) -> Bool) -> String {
    guard text.unicodeScalars.contains(where: { isHidden($0) && !isKept($0) }) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if isHidden(scalar), !isKept(scalar) {
        shown += escape(scalar)
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// `\u` and four digits, twice for what is beyond them (UTF-16).
  package static func escape(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
