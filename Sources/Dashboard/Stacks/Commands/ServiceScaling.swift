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
    guard let (key, service) = target(state) else { return "no service is selected" }
    if !state.engines[key.engine].replicas(of: service, in: key).isEmpty { return nil }
    guard let reason = state.composeRefusal([StackTarget(key: key, services: [service.rawValue])]) else {
      return nil
    }
    return "it has no container to copy, and Compose cannot make one: \(reason)"
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
    guard let wanted = Int(text), wanted >= 0 else { return "a number from 0" }
    guard wanted <= mostReplicas else { return "\(mostReplicas) at most" }
    let engine = state.engines[key.engine]
    let replicas = engine.replicas(of: service, in: key)
    if wanted == replicas.count, replicas.allSatisfy(\.isAlive) { return "there are \(wanted) already" }
    guard let plan = engine.scalePlan(of: service, in: key, to: wanted) else {
      return "the engine has not told yet what \(service) is made of: try again"
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
    lines.append(run == nil ? "through the engine, as a copy of its container" : "through Compose")
    var choices: [Confirmation<StackAction>.Choice] = []
    if engine.replicasPlace(of: service, in: key) != nil,
      engine.definition(of: service, in: key)?.replicas != wanted
    {
      choices.append(.init(key: "w", title: "write \(wanted) to the file too"))
    }
    let lost = plan.removed.isEmpty ? [] : ["What is in the removed containers and in no volume is lost."]
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

  private static func composeRun(
    _ plan: ScalePlan, of service: ServiceName, in key: ProjectKey, _ state: SharedState
  ) -> ComposeRun? {
    let target = StackTarget(key: key, services: [service.rawValue])
    guard state.composeRefusal([target]) == nil, let source = state.engines[key.engine].source(of: key) else {
      return nil
    }
    return ComposeRun(
      .up, source, services: target.services, options: [.noDependencies, .noRecreate],
      scale: [service.rawValue: plan.wanted])
  }

  /// Scales, remembers it where the files say otherwise, and shows the edit of the file where that is wanted.
  static func begin(_ order: ScaleOrder, writes: Bool, _ state: SharedState) -> [Outcome<StackAction>] {
    let engine = state.engines[order.key.engine]
    var outcomes: [Outcome<StackAction>] = [.begin(order.jobs, on: engine.id)]
    if let definition = engine.definition(of: order.service, in: order.key) {
      var memory = engine.stacks.memory[order.key] ?? StackMemory()
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
