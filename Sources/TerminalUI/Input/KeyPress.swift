/// A key, whatever is held down with it.
public enum Key: Sendable, Hashable {
  /// A key that types this character; with shift held, the character is already the shifted one.
  case character(Character)
  case enter, escape, tab
  /// Tab with shift.
  case backtab
  case backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 is `function(1)`; terminals know 1 to 20.
  case function(Int)
}

/// The keys held down with a key.
public struct KeyModifiers: OptionSet, Sendable, Hashable {
  /// One bit a modifier.
  public let rawValue: UInt8

  /// The set whose members are the bits of `rawValue`.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Shift; never set on a character.
  public static let shift = KeyModifiers(rawValue: 1)
  /// Alt, which terminals send as an escape byte before the key; meta counts as alt.
  public static let alt = KeyModifiers(rawValue: 2)
  /// Control.
  public static let control = KeyModifiers(rawValue: 4)
}

/// One press of a key. Letters with control are kept in lower case, and a character never carries shift.
public struct KeyPress: Sendable, Hashable {
  /// The key itself.
  public var key: Key
  /// What is held down with it.
  public var modifiers: KeyModifiers

  /// `key` with `modifiers` held.
  public init(_ key: Key, _ modifiers: KeyModifiers = []) {
    self.key = key
    self.modifiers = modifiers
  }

  /// A key that types `character`, with `modifiers` held.
  public init(_ character: Character, _ modifiers: KeyModifiers = []) {
    self.init(.character(character), modifiers)
  }

  /// `ctrl-` and `character`.
  public static func control(_ character: Character) -> KeyPress { KeyPress(character, .control) }

  /// The text that the key would type into a field; `nil` for keys that type nothing.
  public var typed: Character? {
    guard case .character(let character) = key, modifiers.isEmpty else { return nil }
    return character
  }
}

/// Keys pressed one after the other, such as `g g`.
public struct KeySequence: Sendable, Hashable {
  /// The presses in order.
  public var keys: [KeyPress]

  /// The sequence of `keys`.
  public init(_ keys: [KeyPress]) { self.keys = keys }
}
