import TerminalUI

/// The panes' names in one row, where only one of them is on the screen.
enum PaneBarView {
  static func draw(_ state: SharedState, in rect: Rect, on canvas: inout Canvas) {
    var text = StyledText(String(repeating: " ", count: lead(rect.columns)))
    let isRoomy = rect.columns >= 70
    let shown = state.registry.residents(with: state.activePane)
    for kind in shown {
      let isActive = kind == state.activePane
      let name = isRoomy || isActive ? kind.title : String(kind.title.prefix(3))
      let style = isActive ? Style(.accent).adding(.bold) : Style(.muted)
      text.append("\(kind.digit) ", Style(.hintKey))
      text.append(name, style)
      if kind != shown.last { text.append(String(repeating: " ", count: gap(state))) }
    }
    canvas.write(text, at: rect.origin, maxColumns: rect.columns)
  }

  /// The blanks before the first name: on the narrowest screens there is room for none.
  private static func lead(_ columns: Int) -> Int { columns >= 70 ? 1 : 0 }

  /// The blanks between two names: one where two do not fit.
  private static func gap(_ state: SharedState) -> Int {
    let columns = state.size.columns
    let shown = state.registry.residents(with: state.activePane)
    let names = shown.reduce(lead(columns)) { sum, kind in
      sum + 2 + (columns >= 70 || kind == state.activePane ? kind.title.count : 3)
    }
    return names + 2 * (shown.count - 1) <= columns ? 2 : 1
  }

  /// Which pane stands at a column of the bar; nil between them.
  static func pane(at column: Int, _ state: SharedState) -> PaneKind? {
    let columns = state.size.columns
    var start = lead(columns)
    for kind in state.registry.residents(with: state.activePane) {
      let name = columns >= 70 || kind == state.activePane ? kind.title.count : 3
      if column >= start, column < start + 2 + name { return kind }
      start += name + 2 + gap(state)
    }
    return nil
  }
}
