import TerminalUI
import TextPattern

/// The detail pane: tabs in its border, the tab's content inside.
enum DetailsView {
  static func draw(_ root: DashboardState, in rect: Rect, on canvas: inout Canvas) {
    let state = root.shared
    let hasFocus = state.focus == .details
    let style = Style(hasFocus ? .borderFocus : .border)
    let footer = footer(root, Style(.muted), room: rect.columns - 4)
    canvas.box(
      rect, style: style, title: tabs(state, columns: rect.columns), trailing: subject(state, Style(.muted)),
      footer: footer)
    if case .log? = state.details.tab?.content {
      drawRate(root.logs, state, in: rect, room: rect.columns - 6 - (footer?.columns ?? 0), on: &canvas)
    }
    if state.isSplit {
      canvas.note(
        .splitter, on: Rect(column: rect.column, row: rect.row + 1, columns: 1, rows: rect.rows - 1))
    }
    let content = rect.inset(by: 1)
    guard !content.isEmpty else { return }
    if let trouble = state.currentEngine.startTrouble, state.details.tab?.needsEngine ?? true {
      StartTroubleView.draw(trouble, of: state.currentEngine, in: content, on: &canvas)
      return
    }
    guard let subject = state.details.subject, let tab = state.details.tab else {
      canvas.write("nothing selected", at: content.origin, style: Style(.muted))
      return
    }
    switch tab.content {
    case .log: LogView.draw(root.logs, state, in: content, on: &canvas)
    case .drawn(let draw): draw(subject, state, content, &canvas)
    case .files: FilesView.draw(root.files, state, in: content, on: &canvas)
    case .contents: ContentsView.draw(root.contents, state, in: content, on: &canvas)
    case .text, .document: drawText(state, content, &canvas)
    }
  }

  /// The tabs that the border has room for: from the first one on, or so that the active one is seen.
  static func shownTabs(_ state: SharedState, columns: Int) -> ArraySlice<Tab> {
    let tabs = state.details.tabs
    guard let active = state.details.tab.flatMap(tabs.firstIndex(of:)) else { return tabs[...] }
    func width(_ tabs: ArraySlice<Tab>) -> Int { tabs.reduce(0) { $0 + TextWidth.columns(of: $1.title) + 2 } }
    let first = (0...active).first { width(tabs[$0...active]) + ($0 == 0 ? 0 : 2) <= columns - 6 } ?? active
    return tabs[first...]
  }

  /// What stands before the tabs where the first ones have no room.
  static func lead(_ shown: ArraySlice<Tab>) -> String { shown.startIndex == 0 ? " " : " < " }

  /// Draws the graph of a log's lines by time into the border below it, where it has room beside the footer.
  private static func drawRate(
    _ logs: LogsState, _ state: SharedState, in rect: Rect, room: Int, on canvas: inout Canvas
  ) {
    guard rect.rows > 2, let graph = LogRateGraph.text(logs, state, room: room) else { return }
    canvas.write(graph, at: Point(column: rect.minColumn + 1, row: rect.maxRow), maxColumns: room)
  }

  private static func tabs(_ state: SharedState, columns: Int) -> StyledText {
    let tabs = shownTabs(state, columns: columns)
    guard !tabs.isEmpty else { return "" }
    var text = StyledText(lead(tabs), Style(.muted))
    for tab in tabs {
      let isActive = tab == state.details.tab
      let style = isActive ? Style(.accent, [.bold, .underline]) : Style(.muted)
      text.append(tab.title, style)
      if tab != tabs.last { text.append("  ") }
    }
    return text
  }

  private static func subject(_ state: SharedState, _ style: Style) -> StyledText {
    guard let subject = state.details.subject else { return "" }
    return StyledText(TextWidth.truncated(state.title(of: subject), to: 40), style)
  }

  private static func footer(_ root: DashboardState, _ style: Style, room: Int) -> StyledText? {
    let state = root.shared
    switch state.details.tab?.content {
    case .log?: return LogFooter.text(root.logs, state, style, room: room)
    case .drawn?, nil: return nil
    case .files?, .contents?:
      let search = state.details.search
      return search.isActive ? StyledText("/\(search.text)", style) : nil
    case .text?, .document?:
      var parts: [String] = []
      let search = state.details.search
      if search.isActive { parts.append("/\(search.text)") }
      let rows = state.detailContent(columns: state.layout.detailContent.columns).count
      if rows > state.detailRows { parts.append("\(state.details.offset + 1)/\(rows)") }
      return parts.isEmpty ? nil : StyledText(parts.joined(separator: "  "), style)
    }
  }

  private static func drawText(_ state: SharedState, _ rect: Rect, _ canvas: inout Canvas) {
    let rows = state.detailContent(columns: rect.columns)
    let offset = max(0, min(state.details.offset, rows.count - 1))
    let budget = MatchBudget(RowSearch.patienceOfFrame)
    for index in offset..<max(offset, min(rows.count, offset + rect.rows)) {
      let row = rows.row(index)
      var shown = row
      if let pattern = state.details.search.pattern {
        shown = Highlight.matches(
          of: pattern, in: row, isCurrent: index == state.details.search.current, within: budget)
      }
      if state.details.column > 0 { shown = shown.dropping(columns: state.details.column) }
      canvas.write(shown, at: rect.line(index - offset).origin, maxColumns: rect.columns)
    }
    if state.focus == .details, let cursor = state.openableCursor, cursor >= offset,
      cursor < offset + rect.rows
    {
      canvas.recolour(rect.line(cursor - offset), backdrop: .selection)
    }
    let edge = Rect(column: rect.endColumn, row: rect.row, columns: 1, rows: rect.rows)
    canvas.scrollbar(
      of: .details, in: edge, total: rows.count, visible: rect.rows, offset: offset, style: Style(.border))
  }
}
