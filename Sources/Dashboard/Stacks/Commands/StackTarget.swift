import EngineModel
import StackPlanning

/// What a command on stacks is about: a whole stack, or some of its services.
struct StackTarget: Sendable, Hashable {
  let key: ProjectKey
  /// The services; empty for all.
  var services: [String]
}

/// What is done with stacks when a question about it is answered with yes.
enum StackDeed: Sendable, Equatable {
  case run([ComposeRun])
  /// Asks for no volumes and no orphans yet: the choices do.
  case down([ComposeRun])
  case removeContainers(JobVerb, subject: String, [ContainerID])
  case scale(ScaleDeed)
  case profiles(ProjectKey, [String], then: [StackTarget])
}

extension DashboardState {
  /// What the next command on stacks is about: the marked rows, else the one under the cursor, one target a stack.
  func stackTargets(whole: Bool = false) -> [StackTarget] {
    var targets: [StackTarget] = []
    for row in panes[.stacks].targets {
      guard let key = projectKey(of: row) else { continue }
      let service: ServiceName? =
        switch row {
        case .service(_, let name): name
        case .container(let id): facts.containers[id].flatMap { $0.isOneOff ? nil : $0.service }
        case .project, .image, .volume, .network: nil
        }
      let names = whole ? [] : service.map { [$0.rawValue] } ?? []
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
    if targets.isEmpty { return "no stack is selected" }
    for target in targets {
      if let trouble = filesTrouble(of: target.key) { return trouble }
      guard let project = stacks.readings[target.key]?.project else {
        return "its files are still being read"
      }
      let known = Set(project.serviceNames)
      if let stranger = target.services.first(where: { !known.contains($0) }) {
        return project.inactiveServices.contains(stranger)
          ? "none of the profiles of \(stranger) is active" : "no file has \(stranger)"
      }
    }
    switch stacks.program {
    case .found: return nil
    case .unknown: return "davit is still looking for a Compose command"
    case .missing:
      return
        "no docker compose, docker-compose or podman compose found — install one; start, stop, restart, logs and "
        + "scale work without"
    }
  }

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
  func scaleByHand(of target: StackTarget) -> [String: Int] {
    let concerned = target.services.isEmpty ? nil : neededServices(of: Set(target.services), in: target.key)
    return (stacks.memory[target.key]?.scale ?? [:]).filter { name, count in
      guard let definition = definition(of: ServiceName(name), in: target.key) else { return false }
      return definition.replicas != count && (concerned?.contains(name) ?? true)
    }
  }

  /// What a target is called: `store`, `api of store`.
  func title(of target: StackTarget) -> String {
    let name = target.key.name.rawValue
    return target.services.isEmpty ? name : "\(target.services.joined(separator: ", ")) of \(name)"
  }

  func title(of targets: [StackTarget]) -> String { targets.map(title).joined(separator: ", ") }

  /// Begins runs of Compose with the command that is there.
  mutating func begin(_ runs: [ComposeRun]) -> [Effect] {
    guard case .found(let program) = stacks.program else { return [] }
    var effects: [Effect] = []
    for run in runs { effects += begin(run, with: program) }
    return effects
  }
}
