import EngineModel
import StackPlanning
import TerminalUI

extension DashboardState {
  /// Brings stacks or services up: at once where nothing goes, else after a look at the plan.
  mutating func bringUp(_ targets: [StackTarget]) -> [Effect] {
    if let target = targets.first(where: { openProfiles(of: $0.key) != nil }) {
      let names = openProfiles(of: target.key) ?? []
      overlays.append(.confirmation(.profiles(names, of: target, then: targets)))
      return []
    }
    let runs = targets.compactMap { composeRun(.up, $0) }
    let summaries = targets.compactMap(summary)
    if summaries.count == targets.count, summaries.allSatisfy(\.changesNothing) {
      return notify(
        Notice(.information, "\(title(of: targets)) is in sync: bringing it up would change nothing"))
    }
    guard summaries.contains(where: \.removesContainers) else { return begin(runs) }
    overlays.append(
      .confirmation(
        Confirmation(
          title: "Bring up \(title(of: targets))?", targets: summaries.flatMap { planLines($0) },
          warning: keptScale(runs), deed: .stack(.run(runs)), isGentle: true)))
    return []
  }

  private func summary(_ target: StackTarget) -> PlanSummary? {
    guard let plan = stacks.readings[target.key]?.plan else { return nil }
    let names = target.services.isEmpty ? nil : neededServices(of: Set(target.services), in: target.key)
    return PlanSummary(plan, scale: stacks.memory[target.key]?.scale ?? [:], only: names)
  }

  /// The steps of a plan, a line each, those that change nothing left out.
  private func planLines(_ summary: PlanSummary) -> [String] {
    let secrets = Secrets(self)
    return summary.steps.filter { $0.step != .unchanged }.flatMap { plan, step in
      let reasons =
        step == .create ? [] : plan.reasons.filter(\.isCertain).map { secrets.withoutPassword($0.text) }
      let why = [step.count].compactMap(\.self) + reasons
      let head = "\(step.sign) \(Pad.leading(step.word, 8)) \(plan.name)"
      let blank = String(repeating: " ", count: TextWidth.columns(of: head))
      return why.isEmpty
        ? [head] : why.enumerated().map { ($0.offset == 0 ? head : blank) + "  \($0.element)" }
    }
  }

  private func keptScale(_ runs: [ComposeRun]) -> String? {
    let scale = runs.flatMap { $0.scale.sorted { $0.key < $1.key } }.map { "\($0.key)=\($0.value)" }
    return scale.isEmpty ? nil : "The scale that you asked for is kept: \(scale.joined(separator: ", "))."
  }

  /// Runs something of Compose that needs no question.
  mutating func run(_ verb: ComposeRun.Verb, _ targets: [StackTarget]) -> [Effect] {
    begin(targets.compactMap { composeRun(verb, $0) })
  }

  /// Whether any image of these is built.
  func isAnyBuilt(_ targets: [StackTarget]) -> Bool {
    targets.contains { target in
      (stacks.readings[target.key]?.project?.services ?? []).contains { service in
        service.buildContext != nil && (target.services.isEmpty || target.services.contains(service.name))
      }
    }
  }

  /// Asks before containers are made anew.
  mutating func confirmRecreation(_ targets: [StackTarget]) -> [Effect] {
    let runs = targets.compactMap { target in
      composeRun(
        .up, target, options: target.services.isEmpty ? [.forceRecreate] : [.forceRecreate, .noDependencies])
    }
    let names = targets.flatMap { target in
      definedContainers(of: target.key).filter { id in
        target.services.isEmpty || target.services.contains(facts.containers[id]?.service?.rawValue ?? "")
      }
    }.map(containerName)
    overlays.append(
      .confirmation(
        Confirmation(
          title: "Recreate \(title(of: targets))?",
          targets: names.isEmpty ? ["It has no containers yet."] : names,
          warning: "What is in the containers and in no volume is lost.", deed: .stack(.run(runs)))))
    return []
  }

  /// The containers of a stack that `down` removes: those of services that its files have.
  private func definedContainers(of key: ProjectKey) -> [ContainerID] {
    (facts.projects[key]?.serviceNames ?? []).filter { !isOrphan($0, in: key) }
      .flatMap { facts.projects[key]?.services[$0] ?? [] }
  }

  /// Asks before stacks are taken down, and whether their volumes and orphans go too.
  mutating func confirmDown(_ targets: [StackTarget]) -> [Effect] {
    let volumes = targets.flatMap { ownVolumes(of: $0.key) }
    let orphans = orphans(of: targets)
    var choices: [Confirmation.Choice] = []
    if !volumes.isEmpty {
      choices.append(
        .init(key: "v", title: "volumes: \(volumes.joined(separator: ", ")) — all data in them is lost"))
    }
    if !orphans.isEmpty {
      choices.append(.init(key: "o", title: "orphans: \(orphans.map(containerName).joined(separator: ", "))"))
    }
    overlays.append(
      .confirmation(
        Confirmation(
          title: "Take down \(title(of: targets))?",
          targets: targets.flatMap { definedContainers(of: $0.key) }.map(containerName), choices: choices,
          deed: .stack(.down(targets.compactMap { composeRun(.down, $0) })))))
    return []
  }

  /// The volumes of a stack that its files define and that are there; what is external stays in any case.
  private func ownVolumes(of key: ProjectKey) -> [String] {
    (stacks.readings[key]?.project?.model["volumes"]?.map?.entries ?? [])
      .filter { $0.value["external"]?.bool != true }.compactMap { $0.value["name"]?.text }
      .filter { facts.volumes[VolumeName($0)] != nil }
  }

  /// The containers of services that no file of these stacks has.
  func orphans(of targets: [StackTarget]) -> [ContainerID] {
    targets.flatMap { target in
      (facts.projects[target.key]?.serviceNames ?? []).filter { isOrphan($0, in: target.key) }
        .flatMap { facts.projects[target.key]?.services[$0] ?? [] }
    }
  }

  /// Why there are no orphans to remove.
  func noOrphansReason(_ targets: [StackTarget]) -> String {
    targets.compactMap { filesTrouble(of: $0.key) }.first ?? "it has no orphans"
  }

  mutating func confirmOrphans(_ targets: [StackTarget]) -> [Effect] {
    let orphans = orphans(of: targets)
    overlays.append(
      .confirmation(
        Confirmation(
          title: "Remove \(Confirmation.counted(orphans.count, "orphan"))?",
          targets: orphans.map(containerName),
          warning: "No file has their services: nothing makes them again.",
          deed: .stack(
            .removeContainers(
              JobVerb("remove the orphans of", "removing orphans of"), subject: title(of: targets), orphans)))
      ))
    return []
  }

  /// Does what was answered with yes.
  mutating func carryOut(_ deed: StackDeed, _ confirmation: Confirmation) -> [Effect] {
    panes[.stacks].marks = []
    switch deed {
    case .run(let runs): return begin(runs)
    case .down(let runs):
      var options: Set<ComposeRun.Option> = []
      if confirmation.isOn("v") { options.insert(.volumes) }
      if confirmation.isOn("o") { options.insert(.removeOrphans) }
      return begin(
        runs.map { run in
          var run = run
          run.options.formUnion(options)
          return run
        })
    case .removeContainers(let verb, let subject, let ids):
      return begin(verb, subject, waves: removal(of: ids))
    case .scale(let deed): return scale(deed, writes: confirmation.isOn("w"))
    case .profiles(let key, let names, let targets):
      let chosen = confirmation.chosenProfiles(of: names)
      return remember(key) { $0.profiles = chosen } + bringUp(targets)
    }
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
