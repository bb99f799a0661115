import TerminalUI

/// Choosing the columns of a list, and their order.
enum ColumnCommands {
  static let choose: Command<NoState, NoAction> = Command(
    "list.columns", "Columns", doc: "Chooses the columns of the list, and their order.", in: .lists,
    unavailable: { $1.activePane.feature.isTree ? "stacks are a tree with fixed columns" : nil },
    run: { [.show(.menu(columns(of: $1.activePane, $1)))] })

  /// All columns of a pane: those that are shown in their order, then the others.
  private static func columns(of pane: PaneKind, _ state: SharedState) -> Menu<NoAction> {
    let chosen = state.columns(of: pane)
    let others = state.allColumns(of: pane).filter { column in !chosen.contains { $0.id == column.id } }
    var entries = (chosen + others).enumerated().map { index, column in
      let isShown = index < chosen.count
      return Menu<NoAction>.Entry(
        title: "\(state.glyphs.isASCII ? (isShown ? "[x]" : "[ ]") : (isShown ? "✓" : " ")) \(column.name)",
        detail: column.note,
        choice: isShown
          ? .show(.menu(one(column, at: index, of: pane, state)))
          : change(pane, chosen.map(\.id) + [column.id]))
    }
    if state.panes[pane].columns != nil {
      entries.append(
        .init(title: "as they come", detail: "0", key: KeyPress("0"), choice: change(pane, nil)))
    }
    return Menu(
      title: "Columns of \(pane.title.lowercased())", entries: entries,
      selected: min(state.panes[pane].columnCursor, entries.count - 1))
  }

  /// What can be done with a column that is shown.
  private static func one(
    _ column: Column, at index: Int, of pane: PaneKind, _ state: SharedState
  ) -> Menu<NoAction> {
    let ids = state.columns(of: pane).map(\.id)
    func moved(_ step: Int) -> [String] {
      var ids = ids
      ids.swapAt(index, index + step)
      return ids
    }
    let isLast = ids.count == 1
    return Menu(
      title: column.name,
      entries: [
        .init(
          title: "hide", detail: "h", key: KeyPress("h"), reason: isLast ? "a list needs a column" : nil,
          choice: isLast ? nil : change(pane, ids.filter { $0 != column.id })),
        .init(
          title: "further left", detail: "<", key: KeyPress("<"),
          reason: index == 0 ? "it is the first" : nil,
          choice: index == 0 ? nil : change(pane, moved(-1), cursor: index - 1)),
        .init(
          title: "further right", detail: ">", key: KeyPress(">"),
          reason: index == ids.count - 1 ? "it is the last" : nil,
          choice: index == ids.count - 1 ? nil : change(pane, moved(1), cursor: index + 1)),
      ])
  }

  /// Takes over columns, and shows the menu again.
  private static func change(_ pane: PaneKind, _ ids: [String]?, cursor: Int? = nil) -> Outcome<NoAction> {
    .several([.view(.columns(pane, ids, cursor: cursor ?? 0)), .command(choose.id)])
  }
}

extension SharedState {
  /// All columns that a pane can have: its own, and those that the settings name.
  func allColumns(of pane: PaneKind) -> [Column] {
    pane.feature.columns + pane.feature.columns(named: setup.settings)
  }

  /// One of them; nil where there is none of that name.
  func column(_ id: String, of pane: PaneKind) -> Column? {
    pane.feature.columns.first { $0.id == id }
      ?? pane.feature.columns(named: setup.settings).first { $0.id == id }
  }

  /// The columns that a pane shows, in order: as chosen, or as they come.
  func columns(of pane: PaneKind) -> [Column] {
    let all = allColumns(of: pane)
    guard let chosen = panes[pane].columns else { return all.filter { !$0.isExtra } }
    let found = chosen.compactMap { id in all.first { $0.id == id } }
    return found.isEmpty ? all.filter { !$0.isExtra } : found
  }
}
