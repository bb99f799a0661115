import EngineModel

/// What is asked before containers are ended or removed.
enum ContainerQuestions {
  /// Before a removal.
  static func removal(of targets: [ContainerTarget], _ state: SharedState) -> Confirmation<ContainerAction> {
    let alive = targets.count { state.engines[$0.engine].facts.containers[$0.id]?.isAlive == true }
    let running =
      alive == 0
      ? nil
      : "\(alive == targets.count && alive == 1 ? "It is" : "\(alive) are") running: removal needs force"
    let warnings = [running, SwarmText.warning(targets, state)].compactMap { $0 }
    return Confirmation(
      title: "Remove \(Counted.text(targets.count, "container"))?", targets: targets.map(state.name),
      warning: warnings.isEmpty ? nil : warnings.joined(separator: ". "),
      choices: [
        .init(key: "f", title: "force: kill running containers first"),
        .init(key: "v", title: "volumes: anonymous volumes too"),
      ],
      about: targets.map(\.row), yes: begin(targets) { .removeContainer($0, force: false, volumes: false) })
  }

  /// The signals that people send to containers.
  static func signals(for targets: [ContainerTarget], _ state: SharedState) -> Menu<ContainerAction> {
    let known: [(String, String)] = [
      ("SIGKILL", "kill at once, nothing is saved"), ("SIGTERM", "ask to terminate"),
      ("SIGINT", "interrupt, like ctrl-c"), ("SIGHUP", "reload, for many daemons"),
      ("SIGQUIT", "quit with a core dump"), ("SIGUSR1", "defined by the program"),
      ("SIGUSR2", "defined by the program"), ("SIGSTOP", "freeze"), ("SIGCONT", "continue"),
    ]
    let names = targets.map(state.name)
    let title = names.count == 1 ? "Kill \(names.first ?? "")" : "Kill \(names.count) containers"
    return Menu(
      title: title,
      entries: known.map { signal, meaning in
        .init(
          title: signal, detail: meaning, choice: .show(.confirmation(kill(targets, signal, names, state))))
      }, about: targets.map(\.row))
  }

  private static func kill(
    _ targets: [ContainerTarget], _ signal: String, _ names: [String], _ state: SharedState
  ) -> Confirmation<ContainerAction> {
    Confirmation(
      title: "Send \(signal) to \(Counted.text(targets.count, "container"))?", targets: names,
      warning: SwarmText.warning(targets, state), about: targets.map(\.row),
      yes: begin(targets) { .kill($0, signal: signal) })
  }

  /// A call for each container, on its engine.
  static func begin(
    _ targets: [ContainerTarget], _ call: (ContainerID) -> EngineCall
  ) -> Outcome<ContainerAction> {
    .several(
      ContainerTarget.byEngine(targets).map { engine, ids in .begin(.calls(ids.map(call)), on: engine) })
  }
}

extension ContainerTarget {
  /// Its row.
  var row: RowID { .container(id, on: engine) }

  /// The containers of each engine, engines in the order in which they come.
  static func byEngine(_ targets: [ContainerTarget]) -> [(engine: EngineID, ids: [ContainerID])] {
    var groups: [(engine: EngineID, ids: [ContainerID])] = []
    for target in targets {
      if let index = groups.firstIndex(where: { $0.engine == target.engine }) {
        groups[index].ids.append(target.id)
      } else {
        groups.append((target.engine, [target.id]))
      }
    }
    return groups
  }
}
