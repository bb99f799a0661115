import TerminalUI

/// The detail pane: tabs in its border, the tab's content inside.
enum DetailsView {
  static func draw(_ state: DashboardState, in rect: Rect, on canvas: inout Canvas) {
    let hasFocus = state.focus == .details
    let style = Style(hasFocus ? .borderFocus : .border)
    canvas.box(
      rect, style: style, title: tabs(state, hasFocus: hasFocus), trailing: subject(state, Style(.muted)),
      footer: footer(state, Style(.muted)))
    let content = rect.inset(by: 1)
    guard !content.isEmpty else { return }
    if let trouble = state.startTrouble, state.details.tab?.needsEngine ?? true {
      StartTroubleView.draw(trouble, in: content, on: &canvas)
      return
    }
    switch state.details.tab {
    case .logs?: LogView.draw(state, in: content, on: &canvas)
    case .stats?: StatsView.draw(state, in: content, on: &canvas)
    case nil: canvas.write("nothing is selected", at: content.origin, style: Style(.muted))
    default: drawText(state, content, &canvas)
    }
  }

  /// The tabs as the border shows them, with the columns that each takes, for the mouse.
  static func tabs(_ state: DashboardState, hasFocus: Bool) -> StyledText {
    guard let subject = state.details.subject else { return "" }
    var text = StyledText(" ")
    let tabs = DetailTab.tabs(of: subject)
    for tab in tabs {
      let isActive = tab == state.details.tab
      let style = isActive ? Style(.accent, [.bold, .underline]) : Style(.muted)
      text.append(tab.title, style)
      if tab != tabs.last { text.append("  ") }
    }
    return text
  }

  private static func subject(_ state: DashboardState, _ style: Style) -> StyledText {
    guard let subject = state.details.subject else { return "" }
    return StyledText(TextWidth.truncated(state.title(of: subject), to: 40), style)
  }

  private static func footer(_ state: DashboardState, _ style: Style) -> StyledText? {
    switch state.details.tab {
    case .logs?: return LogFooter.text(state, style)
    case .stats?, nil: return nil
    default:
      var parts: [String] = []
      let search = state.details.search
      if search.isActive { parts.append("/\(search.text)") }
      let rows = state.detailContent(columns: state.layout.detailContent.columns).count
      if rows > state.detailRows { parts.append("\(state.details.offset + 1)/\(rows)") }
      return parts.isEmpty ? nil : StyledText(parts.joined(separator: "  "), style)
    }
  }

  private static func drawText(_ state: DashboardState, _ rect: Rect, _ canvas: inout Canvas) {
    let rows = state.detailContent(columns: rect.columns)
    let offset = max(0, min(state.details.offset, rows.count - 1))
    for index in offset..<max(offset, min(rows.count, offset + rect.rows)) {
      let row = rows.row(index)
      var shown = row
      if let pattern = state.details.search.pattern {
        shown = Highlight.matches(of: pattern, in: row, isCurrent: index == state.details.search.current)
      }
      if state.details.column > 0 { shown = shown.dropping(columns: state.details.column) }
      canvas.write(shown, at: rect.line(index - offset).origin, maxColumns: rect.columns)
    }
    let edge = Rect(column: rect.endColumn, row: rect.row, columns: 1, rows: rect.rows)
    canvas.scrollbar(in: edge, total: rows.count, visible: rect.rows, offset: offset, style: Style(.border))
  }
}
