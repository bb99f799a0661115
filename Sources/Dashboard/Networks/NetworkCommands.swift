import EngineModel

extension CommandRegistry {
  /// What can be done with networks.
  static let networkCommands: [Command] = [
    Command(
      "network.remove", "Remove network", doc: "Removes the networks; the engine refuses those in use.",
      in: .panes([.networks]), danger: .destroys, hint: "remove",
      unavailable: { state in
        let targets = state.targetNetworks
        if targets.isEmpty { return "nothing is selected" }
        return targets.allSatisfy(\.isPredefined) ? "the engine keeps its own networks" : nil
      },
      run: { state in
        let targets = state.targetNetworks.filter { !$0.isPredefined }
        state.overlays.append(.confirmation(.removeNetworks(targets.map(\.id), names: targets.map(\.name))))
        return []
      })
  ]
}

extension DashboardState {
  var targetNetworks: [NetworkSummary] {
    panes[.networks].targets.compactMap { row in
      if case .network(let id) = row { facts.networks[id] } else { nil }
    }
  }
}
