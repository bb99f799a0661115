import EngineModel

extension Confirmation {
  /// Before a change of several containers at once.
  static func lifecycle(_ change: LifecycleChange, _ ids: [ContainerID], names: [String]) -> Confirmation {
    Confirmation(
      title: "\(change.verb) \(counted(ids.count, "container"))?", targets: names,
      deed: .lifecycle(change, ids),
      isGentle: true)
  }

  static func kill(_ ids: [ContainerID], signal: String, names: [String]) -> Confirmation {
    Confirmation(
      title: "Send \(signal) to \(counted(ids.count, "container"))?", targets: names,
      deed: .kill(ids, signal: signal))
  }

  static func removeContainers(_ ids: [ContainerID], names: [String], alive: Int) -> Confirmation {
    Confirmation(
      title: "Remove \(counted(ids.count, "container"))?", targets: names,
      warning: alive == 0
        ? nil
        : "\(alive == ids.count && alive == 1 ? "It is" : "\(alive) are") running: only force removes that",
      choices: [
        Choice(key: "f", title: "force: kill it first if it runs"),
        Choice(key: "v", title: "volumes: its anonymous volumes too"),
      ],
      deed: .removeContainers(ids))
  }

  static func removeImages(_ references: [String], inUse: Int) -> Confirmation {
    Confirmation(
      title: "Remove \(counted(references.count, "image"))?", targets: references,
      warning: inUse == 0 ? nil : "\(counted(inUse, "image")) used by containers: the engine may refuse",
      choices: [Choice(key: "f", title: "force: even if stopped containers use it")],
      deed: .removeImages(references))
  }

  static func removeVolumes(_ names: [VolumeName], inUse: Int) -> Confirmation {
    Confirmation(
      title: "Remove \(counted(names.count, "volume")) and all data in \(names.count == 1 ? "it" : "them")?",
      targets: names.map(\.rawValue),
      warning: inUse == 0 ? nil : "\(counted(inUse, "volume")) used by containers: the engine will refuse",
      deed: .removeVolumes(names))
  }

  static func removeNetworks(_ ids: [NetworkID], names: [String]) -> Confirmation {
    Confirmation(
      title: "Remove \(counted(ids.count, "network"))?", targets: names, deed: .removeNetworks(ids))
  }

  /// Before davit ends while it is at work.
  static func quit(_ jobs: [Job]) -> Confirmation {
    Confirmation(
      title: "Quit, and interrupt what is under way?",
      targets: jobs.map { "\($0.work.verb.plain) \($0.subject)" },
      warning: "What is done half way stays as it is then.", deed: .quit)
  }

  /// `3 containers`, `1 container`.
  static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension DashboardState {
  /// Does what was confirmed.
  mutating func carryOut(_ confirmation: Confirmation) -> [Effect] {
    let force = confirmation.isOn("f")
    let all = confirmation.isOn("a")
    panes[activePane].marks = []
    switch confirmation.deed {
    case .lifecycle(let change, let ids): return begin(change, on: ids)
    case .kill(let ids, let signal): return begin(ids.map { .kill($0, signal: signal) })
    case .removeContainers(let ids):
      return begin(ids.map { .removeContainer($0, force: force, volumes: confirmation.isOn("v")) })
    case .removeImages(let references):
      return begin(references.map { .removeImage(reference: $0, force: force) })
    case .removeVolumes(let names): return begin(names.map { .removeVolume($0, force: false) })
    case .removeNetworks(let ids): return begin(ids.map { .removeNetwork($0) })
    case .quit: return [.quit]
    case .prune(.containers), .prune(.stacks): return begin([.pruneContainers])
    case .prune(.images): return begin([.pruneImages(all: all)])
    case .prune(.volumes): return begin([.pruneVolumes(all: all)])
    case .prune(.networks): return begin([.pruneNetworks])
    case .stack(let deed): return carryOut(deed, confirmation)
    }
  }
}
