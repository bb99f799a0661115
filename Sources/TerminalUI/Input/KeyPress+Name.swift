extension KeyPress: CustomStringConvertible {
  /// The key as settings, help and scripts write it: `j`, `J`, `ctrl-d`, `enter`, `shift-tab`, `f5`, `alt-x`.
  public var name: String {
    var prefix = ""
    if modifiers.contains(.control) { prefix += "ctrl-" }
    if modifiers.contains(.alt) { prefix += "alt-" }
    if modifiers.contains(.shift) { prefix += "shift-" }
    return prefix + key.name
  }

  /// The same as `name`.
  public var description: String { name }

  /// The key that `name` writes, `nil` for an unknown name. `name` may stand in angle brackets (`<enter>`,
  /// `<c-d>`); the names of keys and modifiers may be in any case and have the usual short forms.
  public init?(name: String) {
    var rest = Substring(name)
    if rest.count > 2, rest.first == "<", rest.last == ">" { rest = rest.dropFirst().dropLast() }
    var modifiers: KeyModifiers = []
    while let (modifier, length) = Self.modifier(at: rest) {
      modifiers.insert(modifier)
      rest = rest.dropFirst(length)
    }
    guard let key = Key(name: rest) else { return nil }
    self = KeyPress(key, modifiers).normalised
  }

  private static func modifier(at text: Substring) -> (KeyModifiers, length: Int)? {
    let names: [(String, KeyModifiers)] = [
      ("ctrl-", .control), ("control-", .control), ("c-", .control), ("alt-", .alt), ("meta-", .alt),
      ("a-", .alt), ("m-", .alt), ("shift-", .shift), ("s-", .shift),
    ]
    let lower = text.lowercased()
    for (name, modifier) in names where lower.hasPrefix(name) && lower.count > name.count {
      return (modifier, name.count)
    }
    return nil
  }

  /// The same press in the one form that the decoder gives it.
  private var normalised: KeyPress {
    var press = self
    if press.key == .tab && press.modifiers.contains(.shift) {
      press.key = .backtab
      press.modifiers.remove(.shift)
    }
    if case .character(let character) = press.key {
      let text = String(character)
      if press.modifiers.contains(.shift), let upper = text.uppercased().first {
        press.key = .character(upper)
        press.modifiers.remove(.shift)
      }
      if press.modifiers.contains(.control), let lower = text.lowercased().first {
        press.key = .character(lower)
      }
    }
    return press
  }
}

extension Key {
  /// Names and short forms; the first name of a key is the one that is printed.
  private static let names: [(Key, [String])] = [
    (.enter, ["enter", "return", "cr"]), (.escape, ["esc", "escape"]), (.tab, ["tab"]),
    (.backtab, ["shift-tab", "backtab"]), (.backspace, ["backspace", "bs"]),
    (.delete, ["delete", "del"]), (.insert, ["insert", "ins"]), (.up, ["up"]), (.down, ["down"]),
    (.left, ["left"]), (.right, ["right"]), (.home, ["home"]), (.end, ["end"]),
    (.pageUp, ["pgup", "pageup"]), (.pageDown, ["pgdn", "pgdown", "pagedown"]),
    (.character(" "), ["space"]), (.character("<"), ["<", "lt"]), (.character(">"), [">", "gt"]),
  ]

  fileprivate var name: String {
    switch self {
    case .function(let number): "f\(number)"
    case .character(let character) where character != " ": String(character)
    default: Self.names.first { $0.0 == self }?.1.first ?? ""
    }
  }

  fileprivate init?(name: Substring) {
    if name.count == 1, let character = name.first {
      self = .character(character)
      return
    }
    let lower = name.lowercased()
    if let known = Self.names.first(where: { $0.1.contains(lower) }) {
      self = known.0
    } else if lower.first == "f", let number = Int(lower.dropFirst()), (1...20).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }
}
