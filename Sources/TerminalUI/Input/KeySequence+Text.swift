/// A piece of text that is not the name of a key.
public struct KeyNameError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The piece.
  public let text: String

  /// One line for the user.
  public var description: String {
    "cannot read the key “\(text)”: no key has this name — write j, J, ctrl-d, enter, esc, space, pgup, f5"
  }
}

extension KeySequence: CustomStringConvertible {
  /// Reads names of keys with blanks between them: `g g`, `ctrl-x s`, `enter`.
  public init(_ text: String) throws(KeyNameError) {
    var keys: [KeyPress] = []
    for name in text.split(whereSeparator: \.isWhitespace) {
      guard let key = KeyPress(name: String(name)) else { throw KeyNameError(text: String(name)) }
      keys.append(key)
    }
    guard !keys.isEmpty else { throw KeyNameError(text: text) }
    self.keys = keys
  }

  /// The names of the keys with blanks between them.
  public var description: String { keys.map(\.name).joined(separator: " ") }

  /// Reads a script of key presses, as `davit snapshot --keys` and tests have it: every character is a key,
  /// blanks only separate, names stand in angle brackets: `2 jj /web<enter>`, `<c-d>`, `<space>`, `<lt>` for
  /// a `<`.
  public static func script(_ text: String) throws(KeyNameError) -> [KeyPress] {
    var keys: [KeyPress] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first == "<", let close = rest.dropFirst(2).firstIndex(of: ">"), !rest[..<close].contains(" ") {
        let name = String(rest[...close])
        guard let key = KeyPress(name: name) else { throw KeyNameError(text: name) }
        keys.append(key)
        rest = rest[rest.index(after: close)...]
      } else {
        if !first.isWhitespace { keys.append(KeyPress(first)) }
        rest = rest.dropFirst()
      }
    }
    return keys
  }
}
