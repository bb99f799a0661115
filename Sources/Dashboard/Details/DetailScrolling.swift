import TerminalUI

extension DashboardState {
  /// How many rows of text the detail pane shows.
  var detailRows: Int { layout.detailContent.rows }

  /// The room for the log on the present screen.
  var logLayout: LogLayout { logLayout(layout.detailContent) }

  /// The room for a log in a part of the screen.
  func logLayout(_ rect: Rect) -> LogLayout {
    let prefix = (logs.showsTimestamps ? 13 : 0) + logs.nameColumns(self)
    return LogLayout(columns: rect.columns, rows: rect.rows, prefix: prefix)
  }

  var hasSearch: Bool { details.tab == .logs ? logs.search.isActive : details.search.isActive }

  mutating func scrollDetails(by delta: Int) {
    if details.tab == .logs {
      logs.scroll(by: delta, logLayout)
    } else {
      let last = max(0, detailContent(columns: layout.detailContent.columns).count - detailRows)
      details.offset = max(0, min(last, details.offset + delta))
    }
  }

  mutating func scrollDetailsToStart() {
    if details.tab == .logs { logs.scrollToStart() } else { details.offset = 0 }
  }

  mutating func scrollDetailsToEnd() {
    if details.tab == .logs { logs.follow() } else { scrollDetails(by: 1_000_000_000) }
  }

  mutating func scrollDetailsLeft() {
    let isAtEdge = details.tab == .logs ? logs.column == 0 : details.column == 0
    if isAtEdge {
      focus = .list
      relayout()
    } else if details.tab == .logs {
      logs.column = max(0, logs.column - sidewaysStep)
    } else {
      details.column = max(0, details.column - sidewaysStep)
    }
  }

  mutating func scrollDetailsRight() {
    if details.tab == .logs {
      if !logs.wraps { logs.column += sidewaysStep }
    } else {
      details.column += sidewaysStep
    }
  }

  private var sidewaysStep: Int { max(8, layout.detailContent.columns / 2) }

  mutating func leaveDetails() -> [Effect] {
    focus = .list
    if screenMode == .full { screenMode = modeBeforeFull }
    relayout()
    return []
  }

  /// Goes to another match of the search in the text on the screen.
  mutating func stepMatch(_ step: Int) {
    if details.tab == .logs {
      logs.stepMatch(step, logLayout)
      return
    }
    guard let pattern = details.search.pattern else { return }
    let rows = detailText(columns: layout.detailContent.columns)
    let matching = rows.indices.filter { pattern.matches(rows[$0].plain) }
    guard !matching.isEmpty else { return }
    let here = details.search.current ?? (step > 0 ? details.offset - 1 : details.offset)
    let next =
      step > 0
      ? matching.first { $0 > here } ?? matching[0]
      : matching.last { $0 < here } ?? matching[matching.count - 1]
    details.search.current = next
    details.offset = max(0, min(next - detailRows / 3, max(0, rows.count - detailRows)))
  }
}
