/// What lies behind a piece of text: the background half of a cell's meaning.
///
/// The raw value is the key in a theme file. A terminal without colours draws `selection` and `matchCurrent`
/// in reverse video, `match` underlined, and leaves the others plain.
public enum Backdrop: String, CaseIterable, Sendable, Hashable {
  /// The screen itself; a theme usually leaves it to the terminal.
  case base
  /// The header and the footer.
  case bar
  /// The row under the cursor in the focused pane.
  case selection
  /// The row under the cursor in a pane without focus.
  case selectionUnfocused = "selection-unfocused"
  /// A text that a filter or a search has found.
  case match
  /// The found text that the search stands on.
  case matchCurrent = "match-current"
  /// Boxes that lie over the panes: help, menus, confirmations.
  case overlay
  /// Behind a warning badge such as read-only.
  case badge
}
