import EngineModel
import StackPlanning
import TerminalUI

/// Bringing stacks up and down, and what is asked before.
enum StackRunning {
  /// Brings stacks or services up: at once where nothing goes, else after a look at the plan.
  static func bringUp(_ targets: [StackTarget], _ state: SharedState) -> [Outcome<StackAction>] {
    for target in targets {
      guard let names = StackProfiles.open(of: target.key, state.engines[target.key.engine]) else { continue }
      return [StackProfiles.ask(names, of: target, then: targets)]
    }
    let summaries = targets.compactMap { summary($0, state) }
    if summaries.count == targets.count, summaries.allSatisfy(\.changesNothing) {
      return [
        .notice(Notice(.information, "\(targets.title) is in sync: `up` would change nothing"))
      ]
    }
    let begin = runs(targets, state) { $0.composeRun(.up, $1) }
    guard summaries.contains(where: \.removesContainers) else { return [begin] }
    return [
      ask(
        "Bring up \(targets.title)?", summaries.flatMap { planLines($0, Secrets(state)) },
        warning: keptScale(targets, state), isGentle: true, yes: begin)
    ]
  }

  private static func summary(_ target: StackTarget, _ state: SharedState) -> PlanSummary? {
    let engine = state.engines[target.key.engine]
    guard let plan = engine.plan(of: target.key) else { return nil }
    let names =
      target.services.isEmpty ? nil : engine.neededServices(of: Set(target.services), in: target.key)
    return PlanSummary(plan, only: names)
  }

  /// The steps of a plan, a line each, those that change nothing left out.
  private static func planLines(
    _ summary: PlanSummary, leavingOut known: Set<String> = [], _ secrets: Secrets
  ) -> [String] {
    summary.services.filter { $0.action != .unchanged && !known.contains($0.name) }.flatMap { plan in
      let reasons =
        plan.action == .create
        ? [] : plan.reasons.filter(\.isCertain).map { secrets.masked(text: $0.text) }
      let why = [plan.countChange].compactMap(\.self) + reasons
      let head = "\(plan.action.sign) \(Pad.end(plan.action.word, 8)) \(plan.name)"
      let blank = String(repeating: " ", count: TextWidth.columns(of: head))
      return why.isEmpty
        ? [head] : why.enumerated().map { ($0.offset == 0 ? head : blank) + "  \($0.element)" }
    }
  }

  private static func keptScale(_ targets: [StackTarget], _ state: SharedState) -> String? {
    let runs = targets.compactMap { state.engines[$0.key.engine].composeRun(.up, $0) }
    let scale = runs.flatMap { $0.scale.sorted { $0.key < $1.key } }.map { "\($0.key)=\($0.value)" }
    return scale.isEmpty ? nil : "Your scale is kept: \(scale.joined(separator: ", "))."
  }

  /// A run of Compose for each target, on its engine.
  private static func runs(
    _ targets: [StackTarget], _ state: SharedState, _ run: (EngineState, StackTarget) -> ComposeRun?
  ) -> Outcome<StackAction> {
    .several(
      targets.compactMap { target in
        let engine = state.engines[target.key.engine]
        return run(engine, target).map { .begin(.compose([$0]), on: engine.id) }
      })
  }

  private static func ask(
    _ title: String, _ targets: [String], warning: String? = nil,
    choices: [Confirmation<StackAction>.Choice] = [], isGentle: Bool = false, yes: Outcome<StackAction>
  ) -> Outcome<StackAction> {
    .show(
      .confirmation(
        Confirmation(
          title: title, targets: targets, warning: warning, choices: choices, isGentle: isGentle, yes: yes)))
  }

  /// Runs something of Compose that needs no question.
  static func run(
    _ verb: ComposeRun.Verb, _ targets: [StackTarget], _ state: SharedState
  ) -> [Outcome<StackAction>] {
    [runs(targets, state) { $0.composeRun(verb, $1) }]
  }

  /// Whether any image of these is built.
  static func isAnyBuilt(_ targets: [StackTarget], _ state: SharedState) -> Bool {
    targets.contains { target in
      let project = state.engines[target.key.engine].stacks.readings[target.key]?.project
      return (project?.services ?? []).contains { service in
        service.buildContext != nil && (target.services.isEmpty || target.services.contains(service.name))
      }
    }
  }

  /// Asks before containers are made anew.
  static func askRecreation(_ targets: [StackTarget], _ state: SharedState) -> [Outcome<StackAction>] {
    let names = targets.flatMap { target in
      let engine = state.engines[target.key.engine]
      return engine.definedContainers(of: target.key).filter { id in
        target.services.isEmpty
          || target.services.contains(engine.facts.containers[id]?.service?.rawValue ?? "")
      }.map(engine.containerName)
    }
    // Compose 2 has to see what a service waits for: its hash would be another without.
    let leavesNeedsOut =
      if case .found(let program) = state.compose { program.hashesLeaveNeedsOut } else { false }
    let begin = runs(targets, state) { engine, target in
      engine.composeRun(
        .up, target,
        options: leavesNeedsOut && !target.services.isEmpty
          ? [.forceRecreate, .noDependencies] : [.forceRecreate])
    }
    let needs = leavesNeedsOut ? [] : targets.flatMap { neededLines($0, state) }
    return [
      ask(
        "Recreate \(targets.title)?", (names.isEmpty ? ["It has no containers yet."] : names) + needs,
        warning: "Data not in a volume is lost.", yes: begin)
    ]
  }

  /// What Compose does to the services that named ones wait for, a line each, beginning with a word about it.
  private static func neededLines(_ target: StackTarget, _ state: SharedState) -> [String] {
    guard !target.services.isEmpty, let summary = summary(target, state) else { return [] }
    let lines = planLines(summary, leavingOut: Set(target.services), Secrets(state))
    return lines.isEmpty ? [] : ["dependencies first:"] + lines
  }

  /// Asks before stacks are taken down, and whether their volumes and orphans go too.
  static func askDown(_ targets: [StackTarget], _ state: SharedState) -> [Outcome<StackAction>] {
    let volumes = targets.flatMap { ownVolumes(of: $0.key, state.engines[$0.key.engine]) }
    let orphans = orphanNames(targets, state)
    var choices: [Confirmation<StackAction>.Choice] = []
    if !volumes.isEmpty {
      choices.append(
        .init(key: "v", title: "volumes: \(volumes.joined(separator: ", ")) — all data in them is lost"))
    }
    if !orphans.isEmpty {
      choices.append(.init(key: "o", title: "orphans: \(orphans.joined(separator: ", "))"))
    }
    let names = targets.flatMap { target in
      let engine = state.engines[target.key.engine]
      return engine.definedContainers(of: target.key).map(engine.containerName)
    }
    return [
      ask(
        "Take down \(targets.title)?", names, choices: choices,
        yes: runs(targets, state) { $0.composeRun(.down, $1) })
    ]
  }

  /// The volumes of a stack that its files define and that are there; what is external stays in any case.
  private static func ownVolumes(of key: ProjectKey, _ engine: EngineState) -> [String] {
    (engine.stacks.readings[key]?.project?.model["volumes"]?.map?.entries ?? [])
      .filter { $0.value["external"]?.bool != true }.compactMap { $0.value["name"]?.text }
      .filter { engine.facts.volumes[VolumeName($0)] != nil }
  }

  private static func orphanNames(_ targets: [StackTarget], _ state: SharedState) -> [String] {
    targets.flatMap { target in
      let engine = state.engines[target.key.engine]
      return engine.orphans(of: target.key).map(engine.containerName)
    }
  }

  /// Why there are no orphans to remove; nil where there are.
  static func orphanRefusal(_ targets: [StackTarget], _ state: SharedState) -> String? {
    if targets.isEmpty { return "no stack selected" }
    guard orphanNames(targets, state).isEmpty else { return nil }
    return targets.compactMap { state.engines[$0.key.engine].filesTrouble(of: $0.key) }.first
      ?? "it has no orphans"
  }

  /// Asks before the containers of services that no file has are removed.
  static func askOrphans(_ targets: [StackTarget], _ state: SharedState) -> [Outcome<StackAction>] {
    let names = orphanNames(targets, state)
    let verb = JobVerb("remove the orphans of", "removing orphans of")
    let removals = targets.compactMap { target -> Outcome<StackAction>? in
      let engine = state.engines[target.key.engine]
      let waves = engine.removal(of: engine.orphans(of: target.key))
      return waves.isEmpty ? nil : .begin(.waves(verb, subject: target.title, waves), on: engine.id)
    }
    return [
      ask(
        "Remove \(Counted.text(names.count, "orphan"))?", names,
        warning: "No file defines their services: nothing recreates them.", yes: .several(removals))
    ]
  }
}
