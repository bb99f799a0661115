import EngineModel

/// What can be done with networks.
enum NetworkCommands {
  static let all: [Command<NoState, NoAction>] = [
    Command(
      "network.remove", "Remove network", doc: "Removes the networks; the engine refuses any in use.",
      in: .panes([.networks]), danger: .destroys, hint: "remove",
      unavailable: { _, state in
        if state.panes[.networks].targets.isEmpty { return "nothing selected" }
        return removable(state).isEmpty ? "the engine's own networks cannot be removed" : nil
      },
      run: { [.show(.confirmation(removal(of: removable($1), $1)))] })
  ]

  /// The targets without those that the engine keeps.
  private static func removable(_ state: SharedState) -> [RowID] {
    state.panes[.networks].targets.filter { row in
      NetworkRow.network(row, state.engine(of: row)).map { !$0.isPredefined } ?? false
    }
  }

  private static func removal(of rows: [RowID], _ state: SharedState) -> Confirmation<NoAction> {
    Confirmation(
      title: "Remove \(Counted.text(rows.count, "network"))?", targets: rows.map(state.title(of:)),
      yes: .calls(on: rows) { .removeNetwork(NetworkID($0.name)) })
  }
}
