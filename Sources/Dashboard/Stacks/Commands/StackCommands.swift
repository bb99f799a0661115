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
      }),
    Command(
      "stack.up-service", "Bring the service up",
      doc:
        "Brings the service up with what it waits for, as its stack's files have it; of a stack all of it.",
      in: .panes([.stacks]), danger: .changes, hint: "up",
      unavailable: { $0.composeRefusal($0.stackTargets()) },
      run: { $0.bringUp($0.stackTargets()) }),
    Command(
      "stack.up", "Bring the stack up", doc: "Brings the whole stack up, as its files have it.",
      in: .panes([.stacks]), danger: .changes,
      unavailable: { $0.composeRefusal($0.stackTargets(whole: true)) },
      run: { $0.bringUp($0.stackTargets(whole: true)) }),
    Command(
      "stack.down", "Take the stack down",
      doc: "Stops and removes the stack's containers and networks; asks about its volumes and orphans.",
      in: .panes([.stacks]), danger: .destroys, hint: "down",
      unavailable: { state in
        let targets = state.stackTargets(whole: true)
        return state.composeRefusal(targets)
          ?? (targets.allSatisfy { state.facts.projects[$0.key] == nil } ? "it is down already" : nil)
      },
      run: { $0.confirmDown($0.stackTargets(whole: true)) }),
    Command(
      "stack.pull", "Pull the images", doc: "Pulls the images of the service or of the whole stack.",
      in: .panes([.stacks]), danger: .changes,
      unavailable: { $0.composeRefusal($0.stackTargets()) },
      run: { $0.run(.pull, $0.stackTargets()) }),
    Command(
      "stack.build", "Build the images", doc: "Builds the images of the service or of the whole stack.",
      in: .panes([.stacks]), danger: .changes,
      unavailable: { state in
        let targets = state.stackTargets()
        return state.composeRefusal(targets)
          ?? (state.isAnyBuilt(targets) ? nil : "nothing of it is built: its images are pulled")
      },
      run: { $0.run(.build, $0.stackTargets()) }),
    Command(
      "stack.recreate", "Recreate",
      doc: "Makes the containers of the service or of the whole stack anew, even where nothing differs.",
      in: .panes([.stacks]), danger: .destroys,
      unavailable: { $0.composeRefusal($0.stackTargets()) },
      run: { $0.confirmRecreation($0.stackTargets()) }),
    Command(
      "stack.remove-orphans", "Remove orphans",
      doc: "Stops and removes the containers of services that the stack's files do not have.",
      in: .panes([.stacks]), danger: .destroys,
      unavailable: { state in
        let targets = state.stackTargets(whole: true)
        if targets.isEmpty { return "no stack is selected" }
        return state.orphans(of: targets).isEmpty ? state.noOrphansReason(targets) : nil
      },
      run: { $0.confirmOrphans($0.stackTargets(whole: true)) }),
    Command(
      "service.scale", "Scale",
      doc: "Asks how many replicas of the service there shall be, shows what that takes, and does it.",
      in: .panes([.stacks]), danger: .changes, hint: "scale",
      unavailable: { $0.scaleRefusal },
      run: { $0.askForReplicas() }),
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
