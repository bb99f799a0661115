import TextPattern

extension SharedState {
  /// Brings a pane's rows up to date with what is known, the filter and the sort.
  mutating func settle(_ kind: PaneKind) {
    regroup()
    let source = rowsSource(kind)
    guard panes[kind].source != source else { return }
    let isFilteredAnew = panes[kind].source?.filter != source.filter
    var rows = kind.feature.rows(panes[kind], self)
    let terms = panes[kind].terms
    if !terms.isEmpty { rows = rows.filter { row in terms.allSatisfy { $0.isMet(by: row, of: kind, self) } } }
    if let pattern = panes[kind].pattern {
      if let matching = filtered(rows, pattern, in: kind) {
        rows = matching
      } else {
        panes[kind].giveUpFilter()
      }
    }
    let isAtEnd = kind.feature.followsEnd && panes[kind].isAtEnd
    let leavesStart =
      panes[kind].selectionIndex == 0 && panes[kind].selection.map { !kind.feature.holds($0, self) } ?? false
    panes[kind].show(panes[kind].keepingPlaces(of: ordered(rows, in: kind), madeOf: source), madeOf: source)
    if isAtEnd { panes[kind].select(at: panes[kind].rows.count - 1) }
    if leavesStart { panes[kind].select(at: 0) }
    if isFilteredAnew { selectMatch(in: kind) }
  }

  /// Of a tree that has just been filtered, puts the cursor on the first row that matches by its own name, not by what is
  /// in it.
  private mutating func selectMatch(in kind: PaneKind) {
    guard kind.feature.isTree, let pattern = panes[kind].pattern else { return }
    let budget = MatchBudget(RowSearch.patience)
    func isMatch(_ row: RowID) -> Bool { pattern.search(title(of: row), within: budget) == .ended(.found) }
    guard let selection = panes[kind].selection, !isMatch(selection),
      let index = panes[kind].rows.firstIndex(where: isMatch)
    else { return }
    panes[kind].select(at: index)
  }

  /// Builds what is derived from the containers anew, where they have changed; whether any had.
  @discardableResult
  mutating func regroup() -> Bool {
    var hasChanged = false
    for id in engines.ids where engines[id].regroup() { hasChanged = true }
    return hasChanged
  }

  private func rowsSource(_ kind: PaneKind) -> RowsSource {
    let pane = panes[kind]
    let followsStats = column(pane.sort.column, of: kind)?.followsStats ?? false
    return RowsSource(
      engines: engines.all.map { engine in
        kind.feature.revision(engine) &+ (followsStats ? engine.stats.revision : 0)
      },
      filter: pane.filter, sort: pane.sort, hidesStopped: pane.hidesStopped, showsNoise: pane.showsNoise,
      folded: pane.folded,
      isStill: !pane.marks.isEmpty)
  }

  /// The rows that match; nil for a pattern that takes longer than keys can wait.
  private func filtered(_ rows: [RowID], _ pattern: TextPattern, in kind: PaneKind) -> [RowID]? {
    // A whole id means that one thing; in the text of every row its digits would be found in words such as "db".
    if let id = FilterText.wholeID(panes[kind].filter) {
      return rows.filter { $0.name == id || $0.name == "sha256:" + id || $0.name.hasPrefix(id) }
    }
    let feature = kind.feature
    let budget = MatchBudget(RowSearch.patience)
    var matching: [RowID] = []
    for row in rows {
      guard case .ended(let outcome) = pattern.search(feature.filterText(row, self), within: budget),
        outcome != .cutOff
      else { return nil }
      if outcome == .found { matching.append(row) }
      if budget.isSpent { return nil }
    }
    return matching
  }

  private func ordered(_ rows: [RowID], in kind: PaneKind) -> [RowID] {
    let sort = panes[kind].sort
    guard !kind.feature.isTree, sort != kind.feature.defaultSort,
      let column = column(sort.column, of: kind)
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
}
