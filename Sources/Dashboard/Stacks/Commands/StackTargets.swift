import EngineModel
import StackPlanning

/// What a command on stacks is about: a whole stack, or some of its services.
struct StackTarget: Sendable, Hashable {
  let key: ProjectKey
  /// The services; empty for all.
  var services: [String]

  /// What it is called: `store`, `api of store`.
  var title: String {
    let name = key.name.rawValue
    return services.isEmpty ? name : "\(services.joined(separator: ", ")) of \(name)"
  }
}

extension [StackTarget] {
  var title: String { map(\.title).joined(separator: ", ") }
}

extension SharedState {
  /// What the next command on stacks is about: the marked rows, else the one under the cursor, one target a stack.
  func stackTargets(whole: Bool = false) -> [StackTarget] {
    var targets: [StackTarget] = []
    for row in panes[.stacks].targets {
      let engine = engine(of: row)
      guard let key = row.kind.stack(row, engine) else { continue }
      let names = whole ? [] : row.kind.service(row, engine).map { [$0.rawValue] } ?? []
      if let index = targets.firstIndex(where: { $0.key == key }) {
        let isWhole = targets[index].services.isEmpty || names.isEmpty
        targets[index].services =
          isWhole ? [] : targets[index].services + names.filter { !targets[index].services.contains($0) }
      } else {
        targets.append(StackTarget(key: key, services: names))
      }
    }
    return targets
  }

  /// Why Compose cannot be run on these; nil when it can.
  func composeRefusal(_ targets: [StackTarget]) -> String? {
    if targets.isEmpty { return "no stack selected" }
    for target in targets {
      let engine = engines[target.key.engine]
      if let reason = engine.composeRefusal(of: target.services, in: target.key) { return reason }
    }
    switch compose {
    case .found: return nil
    case .unknown: return "still looking for a Compose command"
    case .missing:
      return
        "no docker compose, docker-compose or podman compose found — install one; start, stop, restart, logs and "
        + "scale work without it"
    }
  }
}

extension EngineState {
  /// A run of Compose on a target, with the scale that was asked for by hand.
  func composeRun(
    _ verb: ComposeRun.Verb, _ target: StackTarget, options: Set<ComposeRun.Option> = []
  ) -> ComposeRun? {
    source(of: target.key).map { source in
      ComposeRun(
        verb, source, services: target.services, options: options,
        scale: verb == .up ? scaleByHand(of: target) : [:])
    }
  }

  /// How many replicas were asked for by hand of the services that a run is about, where the files say otherwise.
  private func scaleByHand(of target: StackTarget) -> [String: Int] {
    let concerned = target.services.isEmpty ? nil : neededServices(of: Set(target.services), in: target.key)
    return stacks.memory(of: target.key).scale.filter { name, count in
      guard let definition = definition(of: ServiceName(name), in: target.key) else { return false }
      return definition.replicas != count && (concerned?.contains(name) ?? true)
    }
  }

  /// The containers of services that no file of these stacks has.
  func orphans(of key: ProjectKey) -> [ContainerID] {
    (facts.projects[key]?.serviceNames ?? []).filter { isOrphan($0, in: key) }
      .flatMap { facts.projects[key]?.services[$0] ?? [] }
  }

  /// The containers of a stack that `down` removes: those of services that its files have.
  func definedContainers(of key: ProjectKey) -> [ContainerID] {
    (facts.projects[key]?.serviceNames ?? []).filter { !isOrphan($0, in: key) }
      .flatMap { facts.projects[key]?.services[$0] ?? [] }
  }

  /// Stops containers that run, then removes them: exactly these.
  func removal(of ids: [ContainerID]) -> [[EngineCall]] {
    let alive = ids.filter { facts.containers[$0]?.isAlive == true }
    let waves: [[EngineCall]] = [
      alive.map { .stop($0) }, ids.map { .removeContainer($0, force: false, volumes: false) },
    ]
    return waves.filter { !$0.isEmpty }
  }
}
