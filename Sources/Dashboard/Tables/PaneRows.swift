import TerminalUI

extension DashboardState {
  /// Brings a pane's rows up to date with the facts, the filter and the sort, and keeps the cursor on its row: when
  /// that has gone, on the one that took its place.
  mutating func settle(_ kind: PaneKind) {
    guard panes[kind].isStale else { return }
    settleFacts()
    let rows = ordered(filtered(kind.feature.rows(self), in: kind), in: kind)
    panes[kind].rows = rows
    panes[kind].isStale = false
    panes[kind].marks.formIntersection(rows)
    keepSelection(in: kind)
  }

  /// Settles every pane.
  package mutating func settle() {
    settleFacts()
    for kind in PaneKind.allCases { settle(kind) }
    relayout()
    followSelection()
  }

  /// Builds what is derived from the containers anew, if they have changed.
  private mutating func settleFacts() {
    let before = facts.revision
    facts.regroup()
    guard facts.revision != before else { return }
    stats.keep(only: facts.containers)
    resolveWantedProject()
  }

  private func filtered(_ rows: [RowID], in kind: PaneKind) -> [RowID] {
    guard let pattern = panes[kind].pattern else { return rows }
    let feature = kind.feature
    return rows.filter { pattern.matches(feature.filterText($0, self)) }
  }

  private func ordered(_ rows: [RowID], in kind: PaneKind) -> [RowID] {
    let sort = panes[kind].sort
    guard !kind.feature.isTree, sort != kind.feature.defaultSort,
      let column = kind.feature.columns.first(where: { $0.id == sort.column })
    else { return rows }
    let keyed = rows.enumerated().map {
      (key: column.sortKey($0.element, self), place: $0.offset, row: $0.element)
    }
    let sorted = keyed.sorted { left, right in
      // The place breaks ties, so equal rows never trade places between two refreshes.
      if left.key == right.key { return left.place < right.place }
      return sort.descending ? right.key < left.key : left.key < right.key
    }
    return sorted.map(\.row)
  }

  private mutating func keepSelection(in kind: PaneKind) {
    let rows = panes[kind].rows
    if let selection = panes[kind].selection, let index = rows.firstIndex(of: selection) {
      panes[kind].selectionIndex = index
    } else {
      let index = max(0, min(panes[kind].selectionIndex, rows.count - 1))
      panes[kind].selectionIndex = index
      panes[kind].selection = rows.isEmpty ? nil : rows[index]
    }
    panes[kind].scrollToSelection()
  }
}

extension PaneState {
  /// Puts the cursor `delta` rows further, stopping at the ends.
  mutating func move(by delta: Int) { select(at: selectionIndex + delta) }

  /// Puts the cursor on the row at `index`, or the nearest there is.
  mutating func select(at index: Int) {
    guard !rows.isEmpty else { return }
    selectionIndex = max(0, min(index, rows.count - 1))
    selection = rows[selectionIndex]
    scrollToSelection()
  }

  mutating func scrollToSelection() {
    offset = ListViewport.offset(
      count: rows.count, selected: selectionIndex, visible: max(1, visibleRows), previous: offset)
  }

  /// The rows on the screen.
  var visible: ArraySlice<RowID> {
    let start = max(0, min(offset, rows.count))
    return rows[start..<min(rows.count, start + max(1, visibleRows))]
  }
}

/// One value a pane kind.
package struct PerPane<Value: Sendable & Equatable>: Sendable, Equatable {
  private var values: [Value]

  init(_ make: (PaneKind) -> Value) { values = PaneKind.allCases.map(make) }

  /// The value of one pane.
  package subscript(kind: PaneKind) -> Value {
    get { values[kind.rawValue - 1] }
    set { values[kind.rawValue - 1] = newValue }
    _modify { yield &values[kind.rawValue - 1] }
  }
}
