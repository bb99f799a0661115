import EngineModel

/// Taking stacks that are down out of the list. What is known is not lost until somebody says so.
enum StackForgetting {
  /// Why the selection cannot be forgotten; nil when it can.
  static func refusal(_ state: SharedState) -> String? {
    let keys = state.stackTargets(whole: true).map(\.key)
    if keys.isEmpty { return "no stack selected" }
    for key in keys {
      let engine = state.engines[key.engine]
      if engine.facts.projects[key] != nil { return "\(key.name) has containers: take it down first" }
      if engine.stacks.found[key] != nil {
        return "\(key.name) is found in \(key.folder) at each start"
      }
    }
    return nil
  }

  static func ask(_ state: SharedState) -> [Outcome<StackAction>] {
    let keys = state.stackTargets(whole: true).map(\.key)
    let forget = keys.map { key -> Outcome<StackAction> in
      var memory = state.engines[key.engine].stacks.memory(of: key)
      memory.source = nil
      return .remember(key, memory)
    }
    let names = keys.map(\.name.rawValue).joined(separator: ", ")
    return [
      .show(
        .confirmation(
          Confirmation(
            title: "Forget \(names)?",
            targets: keys.flatMap { state.engines[$0.engine].source(of: $0)?.files ?? [] },
            warning: "The files stay where they are.", isGentle: true, yes: .several(forget))))
    ]
  }
}
