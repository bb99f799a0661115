import TerminalUI

/// A filter while it is being typed: of a list, of a log, or a search in another text.
struct FilterEntry: Sendable, Equatable {
  enum Target: Sendable, Hashable {
    case pane(PaneKind)
    case logs
    case text
  }

  let target: Target
  var field: TextField
}

extension DashboardState {
  /// Begins to type a filter for what has the focus.
  mutating func beginFilter(_ target: FilterEntry.Target) {
    let present =
      switch target {
      case .pane(let kind): panes[kind].filter
      case .logs: logs.search.text
      case .text: details.search.text
      }
    filterEntry = FilterEntry(target: target, field: TextField(present))
  }

  /// A key while a filter is typed: `enter` keeps it, `esc` drops it, arrows move the list beneath.
  mutating func pressFilter(_ key: KeyPress) -> [Effect] {
    guard let entry = filterEntry else { return [] }
    switch key.key {
    case .enter:
      filterEntry = nil
      return []
    case .escape:
      filterEntry = nil
      return apply("", to: entry.target)
    case .down, .up:
      guard case .pane(let kind) = entry.target else { return [] }
      settle(kind)
      panes[kind].move(by: key.key == .down ? 1 : -1)
      return []
    default:
      if key == .control("c") {
        filterEntry = nil
        return apply("", to: entry.target)
      }
      if key == .control("s"), entry.target == .logs { return switchLogMode() }
      guard filterEntry?.field.handle(key) == true else { return [] }
      return applyFilterEntry()
    }
  }

  /// Lets the filter take effect while it is typed.
  mutating func applyFilterEntry() -> [Effect] {
    guard let entry = filterEntry else { return [] }
    return apply(entry.field.text, to: entry.target)
  }

  private mutating func apply(_ text: String, to target: FilterEntry.Target) -> [Effect] {
    switch target {
    case .pane(let kind):
      panes[kind].filter = text
      (panes[kind].pattern, panes[kind].filterProblem) = TextSearch.compiled(text)
      markStale(kind)
      return []
    case .logs:
      logs.setPattern(text)
      return logs.scan()
    case .text:
      details.search.set(text)
      return []
    }
  }

  /// Filter ↔ search: whether lines without a match are hidden.
  mutating func switchLogMode() -> [Effect] {
    logs.mode = logs.mode == .filter ? .search : .filter
    return []
  }

  /// `esc`: takes back the nearest thing: the details' focus, marks, a filter.
  mutating func goBack() -> [Effect] {
    if focus == .details {
      if details.tab == .logs, logs.search.isActive { return apply("", to: .logs) }
      if details.search.isActive { return apply("", to: .text) }
      focus = .list
      if screenMode == .full { screenMode = modeBeforeFull }
      relayout()
      return []
    }
    if !panes[activePane].marks.isEmpty {
      panes[activePane].marks = []
    } else if !panes[activePane].filter.isEmpty {
      return apply("", to: .pane(activePane))
    } else if screenMode != .side {
      screenMode = .side
      relayout()
    }
    return []
  }
}
