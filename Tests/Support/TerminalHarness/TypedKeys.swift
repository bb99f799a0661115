/// The bytes that a terminal sends for keys.
enum TypedKeys {
  /// The bytes of a key's name: a character stands for itself, `<enter>`, `<up>`, `<ctrl-d>` and the like for the
  /// key.
  static func bytes(of name: String, isCursorApplication: Bool) -> [UInt8] {
    guard name.count > 2, name.hasPrefix("<"), name.hasSuffix(">") else { return Array(name.utf8) }
    let key = name.dropFirst().dropLast()
    if key.hasPrefix("ctrl-"), let letter = key.utf8.last { return [letter & 0x1F] }
    if key.hasPrefix("alt-") { return [0x1B] + Array(key.dropFirst(4).utf8) }
    if let final = ["up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"][key] {
      return Array(("\u{1B}" + (isCursorApplication ? "O" : "[") + final).utf8)
    }
    let others = [
      "enter": "\r", "esc": "\u{1B}", "tab": "\t", "shift-tab": "\u{1B}[Z", "space": " ",
      "backspace": "\u{7F}",
      "pgup": "\u{1B}[5~", "pgdn": "\u{1B}[6~", "del": "\u{1B}[3~", "ins": "\u{1B}[2~", "f1": "\u{1B}OP",
    ]
    return Array((others[String(key)] ?? name).utf8)
  }
}
