extension CommandRegistry {
  /// What can be done with the tree of stacks, beside what is done with their containers.
  static let stackCommands: [Command] = [
    Command(
      "stack.fold", "Fold or unfold",
      doc: "Hides or shows the services of a stack, or the containers of a service.",
      in: .panes([.stacks]), hint: "fold",
      unavailable: { $0.panes[.stacks].selection == nil ? "nothing is selected" : nil },
      run: { state in
        guard let row = state.panes[.stacks].selection else { return [] }
        state.toggleFold(row)
        return []
      })
  ]
}

extension DashboardState {
  /// Folds a row with children, or the parent of a row without.
  mutating func toggleFold(_ row: RowID) {
    var row = row
    if case .container(let id) = row, let container = facts.containers[id], let key = container.projectKey {
      let service = container.compose.isOneOff ? nil : container.compose.service
      row = service.map { .service(key, $0) } ?? .project(key)
    }
    if folded.remove(row) == nil { folded.insert(row) }
    panes[.stacks].selection = row
    markStale(.stacks)
  }
}
