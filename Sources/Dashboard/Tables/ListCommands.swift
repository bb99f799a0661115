extension CommandRegistry {
  /// What can be done with any list.
  static let listCommands: [Command] = [
    move("list.down", "Next row", "Goes one row down.") { _ in 1 },
    move("list.up", "Previous row", "Goes one row up.") { _ in -1 },
    move("list.first", "First row", "Goes to the first row.") { _ in -1_000_000_000 },
    move("list.last", "Last row", "Goes to the last row.") { _ in 1_000_000_000 },
    move("list.half-down", "Half a page down", "Goes half a page down.") { max(1, $0 / 2) },
    move("list.half-up", "Half a page up", "Goes half a page up.") { -max(1, $0 / 2) },
    move("list.page-down", "Page down", "Goes a page down.") { max(1, $0 - 1) },
    move("list.page-up", "Page up", "Goes a page up.") { -max(1, $0 - 1) },
    Command(
      "list.filter", "Filter", doc: "Shows only rows that match a regular expression, while it is typed.",
      in: .lists, hint: "filter",
      run: { state in
        state.beginFilter(.pane(state.activePane))
        return []
      }),
    Command(
      "list.mark", "Mark", doc: "Marks the row; a command then acts on all that are marked.", in: .lists,
      run: { state in
        state.toggleMark()
        return []
      }),
    Command(
      "list.mark-all", "Mark all", doc: "Marks every row that is shown, or takes all marks away.", in: .lists,
      run: { state in
        let pane = state.activePane
        let all = Set(state.panes[pane].rows)
        state.panes[pane].marks = state.panes[pane].marks == all ? [] : all
        return []
      }),
    Command(
      "list.sort", "Sort", doc: "Chooses the column that the list is sorted by.", in: .lists,
      unavailable: { $0.activePane.feature.isTree ? "the stacks are a tree in its own order" : nil },
      run: { state in
        state.overlays.append(.menu(.sort(state.activePane, state.panes[state.activePane].sort)))
        return []
      }),
    Command(
      "list.reverse", "Reverse the sort", doc: "Sorts the other way round.", in: .lists,
      unavailable: { $0.activePane.feature.isTree ? "the stacks are a tree in its own order" : nil },
      run: { state in
        state.panes[state.activePane].sort.descending.toggle()
        state.markStale(state.activePane)
        return []
      }),
    Command(
      "list.enter", "Into the details", doc: "Moves the keys into the detail pane.", in: .lists,
      hint: "details",
      unavailable: { $0.panes[$0.activePane].selection == nil ? "nothing is selected" : nil },
      run: { state in
        state.enterDetails()
        return []
      }),
    Command(
      "list.previous-pane", "Previous pane", doc: "Goes to the pane above.", in: .lists,
      run: { state in
        state.activate(state.activePane.previous)
        return []
      }),
    Command(
      "list.next-pane", "Next pane", doc: "Goes to the pane below.", in: .lists,
      run: { state in
        state.activate(state.activePane.next)
        return []
      }),
    Command(
      "list.prune", "Prune", doc: "Removes what is unused, after showing what would go.", in: .lists,
      danger: .destroys,
      unavailable: { $0.activePane == .stacks ? "stacks are taken down, not pruned" : nil },
      run: { $0.confirmPrune() }),
  ]

  private static func move(
    _ id: String, _ title: String, _ doc: String, by distance: @escaping @Sendable (Int) -> Int
  ) -> Command {
    Command(
      id, title, doc: doc, in: .lists,
      run: { state in
        let pane = state.activePane
        state.settle(pane)
        state.panes[pane].move(by: distance(state.panes[pane].visibleRows))
        return []
      })
  }
}

extension DashboardState {
  mutating func toggleMark() {
    guard let row = panes[activePane].selection else { return }
    if panes[activePane].marks.remove(row) == nil { panes[activePane].marks.insert(row) }
    panes[activePane].move(by: 1)
  }

  /// Gives a pane the keys.
  mutating func activate(_ pane: PaneKind) {
    activePane = pane
    focus = .list
    relayout()
  }

  mutating func enterDetails() {
    if screenMode == .full { modeBeforeFull = .full }
    focus = .details
    relayout()
  }
}
