import TerminalUI
import TextPattern

extension DashboardState {
  private var isLog: Bool { shared.details.tab == .logs }

  /// The room for the log on the present screen.
  var logLayout: LogLayout { logs.layout(in: shared.layout.detailContent, shared) }

  /// Whether something is searched for in what is looked at.
  var hasSearch: Bool { isLog ? logs.search.isActive : shared.details.search.isActive }

  /// Scrolls what is looked at.
  mutating func scrollDetails(_ step: Scroll.Step) {
    let rows = shared.detailRows
    if shared.details.tab == .files {
      files.settle(shared)
      return files.move(step, page: rows - FilesView.headRows, shared)
    }
    if shared.details.tab == .contents {
      contents.settle(shared)
      return contents.move(step, page: rows - ContentsView.headRows(contents, shared), shared)
    }
    guard isLog else {
      if shared.openableCursor != nil { return shared.moveCursor(step, page: rows) }
      var scroll = Scroll(offset: shared.details.offset)
      let count = shared.detailContent(columns: shared.layout.detailContent.columns).count
      // A page keeps a line of the one before.
      let step = if case .page(let pages) = step { Scroll.Step.line(pages * max(1, rows - 1)) } else { step }
      scroll.go(step, rows: count, page: rows)
      shared.details.offset = scroll.offset
      return
    }
    switch step {
    case .line(let count): logs.scroll(by: count, logLayout)
    case .halfPage(let count): logs.scroll(by: count * max(1, rows / 2), logLayout)
    case .page(let count): logs.scroll(by: count * max(1, rows - 1), logLayout)
    case .start: logs.scrollToStart()
    case .end: logs.follow()
    }
  }

  /// Scrolls to the left, up to the edge.
  mutating func scrollLeft() {
    if isLog {
      logs.column = max(0, logs.column - sidewaysStep)
    } else {
      shared.details.column = max(0, shared.details.column - sidewaysStep)
    }
  }

  /// Scrolls long lines to the right, as far as one of those on the screen goes on there.
  mutating func scrollRight() {
    if !isLog {
      let room = shared.layout.detailContent.columns
      let content = shared.detailContent(columns: room)
      let start = max(0, min(shared.details.offset, content.count))
      let seen = start..<min(content.count, start + shared.detailRows)
      let widest = seen.map { content.row($0).columns }.max() ?? 0
      guard shared.details.column + room < widest else { return }
      shared.details.column += sidewaysStep
    } else if !logs.wraps {
      logs.column += sidewaysStep
    }
  }

  private var sidewaysStep: Int { max(8, shared.layout.detailContent.columns / 2) }

  /// Goes to another match of the search in what is looked at.
  mutating func stepMatch(_ step: Int) {
    if isLog {
      logs.stepMatch(step, logLayout)
    } else {
      shared.stepMatch(step)
    }
  }
}

extension SharedState {
  /// Moves the cursor of a tab whose rows can be opened, and keeps it on the screen.
  fileprivate mutating func moveCursor(_ step: Scroll.Step, page: Int) {
    guard let rows = openableRows, let cursor = openableCursor else { return }
    let places = rows.indices.filter { rows[$0] != nil }
    let place = places.firstIndex(of: cursor) ?? 0
    let wanted =
      switch step {
      case .line(let count): place + count
      case .halfPage(let count): place + count * max(1, page / 2)
      case .page(let count): place + count * max(1, page - 1)
      case .start: 0
      case .end: places.count - 1
      }
    let index = max(0, min(wanted, places.count - 1))
    details.cursor = places[index]
    // What stands above the first one is a heading that comes back with it.
    let first = index == 0 ? 0 : details.cursor
    details.offset = max(min(details.offset, first), details.cursor - page + 1)
  }

  /// Scrolls to the side so that a match is seen.
  private mutating func showColumns(of pattern: TextPattern, in row: StyledText) {
    let room = layout.detailContent.columns
    let text = row.plain
    guard row.columns > room || details.column > 0,
      let range = pattern.ranges(in: text, limit: 1, within: MatchBudget(RowSearch.patience)).first
    else { return }
    let start = TextWidth.columns(of: String(decoding: text.utf8.prefix(range.lowerBound), as: UTF8.self))
    let end = TextWidth.columns(of: String(decoding: text.utf8.prefix(range.upperBound), as: UTF8.self))
    guard start < details.column || end > details.column + room else { return }
    details.column = max(0, min(start - 4, max(0, row.columns - room)))
  }

  /// Goes to another match of the search in the text of the tab.
  fileprivate mutating func stepMatch(_ step: Int) {
    guard let pattern = details.search.pattern else { return }
    let rows = detailContent(columns: layout.detailContent.columns).rows
    let budget = MatchBudget(RowSearch.patience)
    let matching = rows.indices.filter { row in
      !budget.isSpent && pattern.search(rows[row].plain, within: budget) == .ended(.found)
    }
    if budget.isSpent { return details.search.giveUp(RowSearch.tooSlow) }
    guard !matching.isEmpty else { return }
    let here = details.search.current ?? (step > 0 ? details.offset - 1 : details.offset)
    let next =
      step > 0
      ? matching.first { $0 > here } ?? matching[0]
      : matching.last { $0 < here } ?? matching[matching.count - 1]
    details.search.current = next
    showColumns(of: pattern, in: rows[next])
    details.offset = max(0, min(next - detailRows / 3, max(0, rows.count - detailRows)))
  }
}
