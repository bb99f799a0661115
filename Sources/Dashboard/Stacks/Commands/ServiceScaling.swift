import ComposeFile
import EngineModel
import StackPlanning

/// Another number of replicas, worked out and ready to be done.
struct ScaleOrder: Sendable, Equatable {
  let key: ProjectKey
  let service: ServiceName
  let wanted: Int
  /// With Compose, where the files and the command are there; without it, requests to the engine in waves.
  let jobs: JobOrder
}

/// Scaling a service: with Compose, or through the engine alone.
enum ServiceScaling {
  private static let mostReplicas = 1_000

  /// The service that a scale would be about.
  private static func target(_ state: SharedState) -> (key: ProjectKey, service: ServiceName)? {
    let targets = state.stackTargets()
    guard targets.count == 1, let name = targets[0].services.first, targets[0].services.count == 1 else {
      return nil
    }
    return (targets[0].key, ServiceName(name))
  }

  /// Why a service cannot be scaled now; nil when it can.
  static func refusal(_ state: SharedState) -> String? {
    guard let (key, service) = target(state) else { return "no service selected" }
    let engine = state.engines[key.engine]
    if !engine.replicas(of: service, in: key).isEmpty { return nil }
    let target = StackTarget(key: key, services: [service.rawValue])
    guard let reason = state.composeRefusal([target]) ?? engine.absentNeed(of: service, in: key) else {
      return nil
    }
    return "no container to copy, and Compose cannot create one: \(reason)"
  }

  static func ask(_ state: SharedState) -> [Outcome<StackAction>] {
    guard let (key, service) = target(state) else { return [] }
    let count = state.engines[key.engine].replicas(of: service, in: key).count
    return [
      .show(
        .form(
          Form(
            "How many replicas of \(service)?", .askScale(key, service), text: String(count),
            verb: "show the plan")))
    ]
  }

  /// The containers whose definitions are wanted while a number of replicas is asked for.
  static func wantedContainers(_ action: StackAction, _ state: SharedState) -> [ContainerID] {
    guard case .askScale(let key, let service) = action else { return [] }
    return state.engines[key.engine].replicas(of: service, in: key).map(\.id)
  }

  /// Why a number of replicas cannot be had; nil when it can.
  static func problem(
    _ text: String, of service: ServiceName, in key: ProjectKey, _ state: SharedState
  ) -> String? {
    guard let wanted = Int(text), wanted >= 0 else { return "enter a number, 0 or more" }
    guard wanted <= mostReplicas else { return "at most \(mostReplicas)" }
    let engine = state.engines[key.engine]
    let replicas = engine.replicas(of: service, in: key)
    if wanted == replicas.count, replicas.allSatisfy(\.isAlive) { return "already at \(wanted)" }
    guard let plan = engine.scalePlan(of: service, in: key, to: wanted) else {
      return "the details of \(service) are still loading: try again"
    }
    return plan.obstacles.first
  }

  /// Shows what another number of replicas takes, before it is done.
  static func confirm(
    _ service: ServiceName, in key: ProjectKey, to text: String, _ state: SharedState
  ) -> [Outcome<StackAction>] {
    let engine = state.engines[key.engine]
    guard let wanted = Int(text), let plan = engine.scalePlan(of: service, in: key, to: wanted) else {
      return []
    }
    let run = composeRun(plan, of: service, in: key, state)
    var lines = plan.created.map { "+ create   \($0.name)" }
    lines += plan.started.map { "> start    \($0.name)" }
    lines += plan.removed.map { "- remove   \($0.name)" }
    lines += run == nil ? copying(of: service, in: key, state) : ["through Compose"]
    var choices: [Confirmation<StackAction>.Choice] = []
    if engine.replicasPlace(of: service, in: key) != nil,
      engine.definition(of: service, in: key)?.replicas != wanted
    {
      choices.append(.init(key: "w", title: "write \(wanted) to the file too"))
    }
    let lost = plan.removed.isEmpty ? [] : ["Data not in a volume is lost."]
    let notes = plan.doubts + lost
    let jobs =
      run.map { JobOrder.compose([$0]) }
      ?? .waves(JobVerb("scale", "scaling"), subject: service.rawValue, engine.waves(plan))
    let order = ScaleOrder(key: key, service: service, wanted: wanted, jobs: jobs)
    return [
      .show(
        .confirmation(
          Confirmation(
            title: "Scale \(service) of \(key.name) from \(plan.current) to \(wanted)?", targets: lines,
            warning: notes.isEmpty ? nil : notes.joined(separator: " "), choices: choices, isGentle: true,
            yes: .send(.scale(order)))))
    ]
  }

  /// That the engine copies a container, and why, where there are files and a Compose.
  private static func copying(of service: ServiceName, in key: ProjectKey, _ state: SharedState) -> [String] {
    let way = "through the engine, by copying its container"
    guard state.composeRefusal([StackTarget(key: key, services: [service.rawValue])]) == nil,
      let absent = state.engines[key.engine].absentNeed(of: service, in: key)
    else { return [way] }
    return [way, "Compose would start more: \(absent)"]
  }

  /// The run of Compose that makes the replicas and touches no other service; nil where there is none. Compose 2 is left
  /// to see what the service waits for: without, the hash that it keeps would be another, and the next `up` would make
  /// the new replicas anew.
  private static func composeRun(
    _ plan: ScalePlan, of service: ServiceName, in key: ProjectKey, _ state: SharedState
  ) -> ComposeRun? {
    let target = StackTarget(key: key, services: [service.rawValue])
    let engine = state.engines[key.engine]
    guard state.composeRefusal([target]) == nil, case .found(let program) = state.compose else { return nil }
    let leavesNeedsOut = program.hashesLeaveNeedsOut
    guard leavesNeedsOut || engine.absentNeed(of: service, in: key) == nil else { return nil }
    var run = engine.composeRun(
      .up, target, options: leavesNeedsOut ? [.noDependencies, .noRecreate] : [.noRecreate])
    run?.scale[service.rawValue] = plan.wanted
    return run
  }

  /// Scales, remembers it where the files say otherwise, and shows the edit of the file where that is wanted.
  static func begin(_ order: ScaleOrder, writes: Bool, _ state: SharedState) -> [Outcome<StackAction>] {
    let engine = state.engines[order.key.engine]
    var outcomes: [Outcome<StackAction>] = [.begin(order.jobs, on: engine.id)]
    if let definition = engine.definition(of: order.service, in: order.key) {
      var memory = engine.stacks.memory(of: order.key)
      let isAsWritten = writes || definition.replicas == order.wanted
      memory.scale[order.service.rawValue] = isAsWritten ? nil : order.wanted
      outcomes.append(.remember(order.key, memory))
    }
    if writes, let place = engine.replicasPlace(of: order.service, in: order.key) {
      let edit = EditOrder.Step.edit(.set(place.path, .integer(order.wanted)))
      outcomes.append(.send(.edit(order.key, file: place.file, [edit])))
    }
    return outcomes
  }
}

extension EngineState {
  /// What a service waits for that is not as Compose wants it, so that bringing the service up would start, scale or
  /// await more than it; nil where all that it waits for is there.
  func absentNeed(of service: ServiceName, in key: ProjectKey) -> String? {
    let conditions = Set(
      dependencies(of: service, in: key).filter { $0.condition == "service_healthy" }.map(\.service))
    for name in neededServices(of: [service.rawValue], in: key).sorted() where name != service.rawValue {
      let need = ServiceName(name)
      let replicas = replicas(of: need, in: key)
      guard !replicas.isEmpty, replicas.allSatisfy(\.isAlive) else {
        return "its dependency \(name) is not running"
      }
      if let wanted = wantedReplicas(of: need, in: key), wanted != replicas.count {
        return "its dependency \(name) has \(replicas.count) of \(wanted) replicas"
      }
      if conditions.contains(need),
        replicas.contains(where: { $0.health == .starting || $0.health == .unhealthy })
      {
        return "its dependency \(name) is not healthy"
      }
    }
    return nil
  }

  /// What another number takes; nil while the definitions of the containers have not come.
  fileprivate func scalePlan(of service: ServiceName, in key: ProjectKey, to wanted: Int) -> ScalePlan? {
    let replicas = replicas(of: service, in: key)
    let definitions = replicas.compactMap { replica -> ContainerDetails? in
      guard case .container(let details)? = documents[.container(replica.id)]?.document else { return nil }
      return details
    }
    guard definitions.count == replicas.count else { return nil }
    return ScalePlan(
      project: key.name.rawValue, service: service.rawValue, wanted: wanted,
      running: RunningStack(containers: definitions))
  }

  /// What is asked of the engine where Compose cannot be run.
  fileprivate func waves(_ plan: ScalePlan) -> [[EngineCall]] {
    let image = plan.original.flatMap { original in
      facts.images.values.first { $0.repoTags.contains(original.image) }?.id
    }
    let begun =
      plan.started.map { EngineCall.start(ContainerID($0.id)) }
      + plan.definitions(currentImage: image).map { .createReplica($0) }
    return removal(of: plan.removed.map { ContainerID($0.id) }) + (begun.isEmpty ? [] : [begun])
  }

  /// Where the number of replicas is written, or would be; nil where no file has the service.
  fileprivate func replicasPlace(of service: ServiceName, in key: ProjectKey) -> (
    file: String, path: ComposePath
  )? {
    guard let project = stacks.readings[key]?.project, let definition = project.service(service.rawValue)
    else { return nil }
    let start: [ComposePath.Step] = [.key("services"), .key(service.rawValue)]
    let written = definition.node["deploy"]?["replicas"] ?? definition.node["scale"]
    let usesScale = definition.node["deploy"]?["replicas"] == nil && definition.node["scale"] != nil
    guard let place = project.sources.place(of: written?.mark ?? definition.mark) else { return nil }
    return (
      place.path, ComposePath(start + (usesScale ? [.key("scale")] : [.key("deploy"), .key("replicas")]))
    )
  }
}
