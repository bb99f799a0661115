import ComposeFile
import EngineModel
import StackPlanning

/// Another number of replicas, worked out and ready to be done.
struct ScaleDeed: Sendable, Equatable {
  let key: ProjectKey
  let service: ServiceName
  let wanted: Int
  /// With Compose, where the files and the command are there.
  var run: ComposeRun?
  /// Without it, requests to the engine in waves.
  var waves: [[EngineCall]] = []
}

extension DashboardState {
  /// The service that a scale would be about.
  private var scaleTarget: (key: ProjectKey, service: ServiceName)? {
    let targets = stackTargets()
    guard targets.count == 1, let name = targets[0].services.first, targets[0].services.count == 1 else {
      return nil
    }
    return (targets[0].key, ServiceName(name))
  }

  /// Why a service cannot be scaled now; nil when it can.
  var scaleRefusal: String? {
    guard let (key, service) = scaleTarget else { return "no service is selected" }
    if !replicas(of: service, in: key).isEmpty { return nil }
    guard let reason = composeRefusal([StackTarget(key: key, services: [service.rawValue])]) else {
      return nil
    }
    return "it has no container to copy, and Compose cannot make one: \(reason)"
  }

  mutating func askForReplicas() -> [Effect] {
    guard let (key, service) = scaleTarget else { return [] }
    let count = replicas(of: service, in: key).count
    overlays.append(.prompt(Prompt(scaling: service, in: key, now: count)))
    return []
  }

  /// The containers whose definitions are wanted, since a number of replicas is asked for.
  var scaledContainers: [ContainerID] {
    guard case .prompt(let prompt)? = overlays.last, case .scale(let key, let service) = prompt.purpose else {
      return []
    }
    return replicas(of: service, in: key).map(\.id)
  }

  /// Why a number of replicas cannot be had; nil when it can.
  func scaleProblem(_ text: String, of service: ServiceName, in key: ProjectKey) -> String? {
    guard let wanted = Int(text), wanted >= 0 else { return "a number from 0" }
    guard wanted <= Self.mostReplicas else { return "\(Self.mostReplicas) at most" }
    let replicas = replicas(of: service, in: key)
    if wanted == replicas.count, replicas.allSatisfy(\.isAlive) { return "there are \(wanted) already" }
    guard let plan = scalePlan(of: service, in: key, to: wanted) else {
      return "the engine has not told yet what \(service) is made of: try again"
    }
    return plan.obstacles.first
  }

  private static let mostReplicas = 1_000

  /// What another number takes; nil while the definitions of the containers have not come.
  private func scalePlan(of service: ServiceName, in key: ProjectKey, to wanted: Int) -> ScalePlan? {
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

  /// Shows what another number of replicas takes, before it is done.
  mutating func confirmScale(of service: ServiceName, in key: ProjectKey, to text: String) -> [Effect] {
    guard let wanted = Int(text), let plan = scalePlan(of: service, in: key, to: wanted) else { return [] }
    let deed = scaleDeed(plan, of: service, in: key)
    var lines = plan.created.map { "+ create   \($0.name)" }
    lines += plan.started.map { "> start    \($0.name)" }
    lines += plan.removed.map { "- remove   \($0.name)" }
    lines.append(deed.run == nil ? "through the engine, as a copy of its container" : "through Compose")
    var choices: [Confirmation.Choice] = []
    if replicasPlace(of: service, in: key) != nil, definition(of: service, in: key)?.replicas != wanted {
      choices.append(.init(key: "w", title: "write \(wanted) to the file too"))
    }
    let lost = plan.removed.isEmpty ? [] : ["What is in the removed containers and in no volume is lost."]
    let notes = plan.doubts + lost
    overlays.append(
      .confirmation(
        Confirmation(
          title: "Scale \(service) of \(key.name) from \(plan.current) to \(wanted)?", targets: lines,
          warning: notes.isEmpty ? nil : notes.joined(separator: " "), choices: choices,
          deed: .stack(.scale(deed)), isGentle: true)))
    return []
  }

  private func scaleDeed(_ plan: ScalePlan, of service: ServiceName, in key: ProjectKey) -> ScaleDeed {
    var deed = ScaleDeed(key: key, service: service, wanted: plan.wanted)
    let target = StackTarget(key: key, services: [service.rawValue])
    if composeRefusal([target]) == nil, let source = source(of: key) {
      deed.run = ComposeRun(
        .up, source, services: target.services, options: [.noDependencies, .noRecreate],
        scale: [service.rawValue: plan.wanted])
      return deed
    }
    let image = plan.original.flatMap { original in
      facts.images.values.first { $0.repoTags.contains(original.image) }?.id
    }
    let ids = { (containers: [PlannedContainer]) in containers.map { ContainerID($0.id) } }
    deed.waves = removal(of: ids(plan.removed))
    let begun =
      ids(plan.started).map { EngineCall.start($0) }
      + plan.definitions(currentImage: image).map { .createReplica($0) }
    if !begun.isEmpty { deed.waves.append(begun) }
    return deed
  }

  /// Scales, remembers it where the files say otherwise, and shows the edit of the file where that is wanted.
  mutating func scale(_ deed: ScaleDeed, writes: Bool) -> [Effect] {
    var effects: [Effect] = []
    if let run = deed.run {
      effects += begin([run])
    } else {
      effects += begin(JobVerb("scale", "scaling"), deed.service.rawValue, waves: deed.waves)
    }
    if let definition = definition(of: deed.service, in: deed.key) {
      let isAsWritten = writes || definition.replicas == deed.wanted
      effects += remember(deed.key) { $0.scale[deed.service.rawValue] = isAsWritten ? nil : deed.wanted }
    }
    if writes, let place = replicasPlace(of: deed.service, in: deed.key) {
      effects += reviewEdits(of: deed.key, file: place.file, [.edit(.set(place.path, .integer(deed.wanted)))])
    }
    return effects
  }

  /// Where the number of replicas is written, or would be; nil where no file has the service.
  private func replicasPlace(of service: ServiceName, in key: ProjectKey) -> (
    file: String, path: ComposePath
  )? {
    guard let project = stacks.readings[key]?.project, let definition = project.service(service.rawValue)
    else {
      return nil
    }
    let start: [ComposePath.Step] = [.key("services"), .key(service.rawValue)]
    let written = definition.node["deploy"]?["replicas"] ?? definition.node["scale"]
    let usesScale = definition.node["deploy"]?["replicas"] == nil && definition.node["scale"] != nil
    guard let place = project.sources.place(of: written?.mark ?? definition.mark) else { return nil }
    return (
      place.path, ComposePath(start + (usesScale ? [.key("scale")] : [.key("deploy"), .key("replicas")]))
    )
  }
}
