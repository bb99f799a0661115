/// What came in from the terminal.
public enum InputEvent: Sendable, Hashable {
  case key(KeyPress)
  /// Text put in at once (bracketed paste); line ends are line feeds. It is data, never keys.
  case paste(String)
  case mouse(MouseEvent)
  /// The terminal's window got (`true`) or lost the focus.
  case focus(Bool)
  /// What the terminal says of its background: light (`true`) or dark.
  case background(isLight: Bool)
  /// Another answer of the terminal to something asked, or a sequence that means nothing to us.
  case reply
  /// The terminal is gone; nothing follows.
  case end
}

/// Something done with the mouse.
public struct MouseEvent: Sendable, Hashable {
  /// What was done.
  public enum Kind: Sendable, Hashable {
    case press, release, drag
    /// The pointer moved with no button held.
    case move
    case wheelUp, wheelDown
  }

  /// The button of a press, release or drag.
  public enum Button: Sendable, Hashable {
    case left, middle, right
    /// Not a button (wheel, move), or one that the terminal does not name.
    case none
  }

  /// What was done.
  public var kind: Kind
  /// The button, `none` for wheel and move.
  public var button: Button
  /// The cell under the pointer, counted from zero.
  public var point: Point
  /// The keys held meanwhile; terminals keep shift for themselves.
  public var modifiers: KeyModifiers

  /// An event from its parts.
  public init(_ kind: Kind, _ button: Button = .none, at point: Point, modifiers: KeyModifiers = []) {
    self.kind = kind
    self.button = button
    self.point = point
    self.modifiers = modifiers
  }
}
