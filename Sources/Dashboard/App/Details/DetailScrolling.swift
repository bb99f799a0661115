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
    guard isLog else {
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

  /// Scrolls to the left; at the left edge the list has the keys again.
  mutating func scrollLeft() -> [Effect] {
    guard (isLog ? logs.column : shared.details.column) > 0 else {
      shared.apply(.focus(.list))
      layoutChanged()
      return []
    }
    if isLog {
      logs.column = max(0, logs.column - sidewaysStep)
    } else {
      shared.details.column = max(0, shared.details.column - sidewaysStep)
    }
    return []
  }

  /// Scrolls long lines to the right.
  mutating func scrollRight() {
    if !isLog {
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
    details.offset = max(0, min(next - detailRows / 3, max(0, rows.count - detailRows)))
  }
}
