import TerminalUI

/// The panes' names in one row, where only one of them is on the screen.
enum PaneBarView {
  static func draw(_ state: SharedState, in rect: Rect, on canvas: inout Canvas) {
    var text = StyledText(String(repeating: " ", count: lead(rect.columns)))
    let isRoomy = rect.columns >= 70
    for kind in state.registry.panes {
      let isActive = kind == state.activePane
      let name = isRoomy || isActive ? kind.title : String(kind.title.prefix(3))
      let style = isActive ? Style(.accent).adding(.bold) : Style(.muted)
      text.append("\(kind.digit) ", Style(.hintKey))
      text.append(name, style)
      if kind != state.registry.panes.last { text.append("  ") }
    }
    canvas.write(text, at: rect.origin, maxColumns: rect.columns)
  }

  /// The blanks before the first name: on the narrowest screens there is room for none.
  private static func lead(_ columns: Int) -> Int { columns >= 70 ? 1 : 0 }

  /// Which pane stands at a column of the bar; nil between them.
  static func pane(at column: Int, _ state: SharedState) -> PaneKind? {
    let columns = state.size.columns
    var start = lead(columns)
    for kind in state.registry.panes {
      let name = columns >= 70 || kind == state.activePane ? kind.title.count : 3
      if column >= start, column < start + 2 + name { return kind }
      start += name + 4
    }
    return nil
  }
}
