import EngineModel

/// The changes of state that need no further question.
enum LifecycleChange: Sendable, Hashable {
  case start, stop, restart, pause, unpause

  func call(_ id: ContainerID) -> EngineCall {
    switch self {
    case .start: .start(id)
    case .stop: .stop(id)
    case .restart: .restart(id)
    case .pause: .pause(id)
    case .unpause: .unpause(id)
    }
  }

  /// Whether containers end by it, if only for a moment.
  var endsContainers: Bool { self == .stop || self == .restart }

  /// Whether what others depend on comes last.
  var goesBackwards: Bool { self == .stop || self == .pause }

  var verb: JobVerb {
    switch self {
    case .start: JobVerb("start", "starting")
    case .stop: JobVerb("stop", "stopping")
    case .restart: JobVerb("restart", "restarting")
    case .pause: JobVerb("pause", "pausing")
    case .unpause: JobVerb("unpause", "unpausing")
    }
  }

  /// The requests in waves.
  func waves(_ order: DependencyOrder) -> [[EngineCall]] {
    switch self {
    case .stop, .pause: return order.waves.reversed().map { $0.map(call) }
    case .unpause: return order.waves.map { $0.map(call) }
    case .start, .restart:
      var waves: [[EngineCall]] = []
      for (wave, conditions) in zip(order.waves, order.conditions) {
        waves.append(wave.map(call))
        let awaited = conditions.sorted { $0.container < $1.container }
        if !awaited.isEmpty { waves.append(awaited.map { .wait($0.container, for: $0.readiness) }) }
      }
      return waves
    }
  }
}

/// Starting, stopping and the like, in the order in which services depend on each other.
enum Lifecycle {
  /// At once where it is one container and nothing ends; else after a question, which `enter` answers.
  static func begin(
    _ change: LifecycleChange, on targets: [ContainerTarget], _ state: SharedState
  ) -> [Outcome<ContainerAction>] {
    let groups = ContainerTarget.byEngine(targets)
    let orders = groups.map { DependencyOrder($0.ids, on: state.engines[$0.engine]) }
    let begin = Outcome<ContainerAction>.several(
      zip(groups, orders).map { group, order in
        .begin(jobs(change, group.ids, order, state.engines[group.engine]), on: group.engine)
      })
    let warning = change.endsContainers ? SwarmText.warning(targets, state) : nil
    guard targets.count > 1 || change.endsContainers else { return [begin] }
    let names = zip(groups, orders).flatMap { group, order in
      (change.goesBackwards ? order.waves.reversed() : order.waves).joined()
        .map { state.engines[group.engine].containerName($0) }
    }
    let verb = change.verb.plain
    return [
      .show(
        .confirmation(
          Confirmation(
            title: title(verb, names),
            targets: names.count == 1 ? targets.compactMap { summary($0, state) } : names, warning: warning,
            isGentle: warning == nil, yes: begin)))
    ]
  }

  /// `Stop api?`, `Stop 3 containers?`.
  private static func title(_ verb: String, _ names: [String]) -> String {
    let what = names.count == 1 ? names[0] : Counted.text(names.count, "container")
    return "\(verb.prefix(1).uppercased() + verb.dropFirst()) \(what)?"
  }

  /// What a container is, where its name is in the title.
  private static func summary(_ target: ContainerTarget, _ state: SharedState) -> String? {
    guard let container = state.engines[target.engine].facts.containers[target.id] else { return nil }
    let status = container.status.isEmpty ? container.state.word : container.status
    return "\(container.shownImage), \(status)"
  }

  /// Side by side, or one behind the other where their services depend on each other: starting after what is waited
  /// for, stopping before it.
  private static func jobs(
    _ change: LifecycleChange, _ ids: [ContainerID], _ order: DependencyOrder, _ engine: EngineState
  ) -> JobOrder {
    guard order.isOrdered else { return .calls(ids.map(change.call)) }
    let projects = Set(
      ids.compactMap { engine.facts.containers[$0]?.projectKey(on: engine.id)?.name.rawValue })
    let subject = projects.count == 1 ? projects.first ?? "" : "\(ids.count) containers"
    return .waves(change.verb, subject: subject, change.waves(order))
  }
}
