import EngineModel
import TerminalUI

/// The cells of the tree of stacks.
extension StacksPane {
  static func name(_ row: RowID, _ state: SharedState) -> StyledText {
    if let container = state.container(row) { return name(of: container, state.glyphs) }
    guard let key = row.stackKey else { return "" }
    let glyphs = state.glyphs
    let engine = state.engine(of: row)
    let isToggled = state.panes[.stacks].folded.contains(row)
    if let service = row.serviceName { return name(of: service, key, engine, isOpen: isToggled, glyphs) }
    let arrow = isToggled ? glyphs.closed : glyphs.opened
    var text =
      StyledText("\(arrow) ", Style(.muted)) + StyledText(key.name.rawValue, Style(.title).adding(.bold))
    // Another project has the same name: the folder tells them apart.
    if engine.stackList.ambiguousNames.contains(key.name) { text.append("  \(key.folder)", Style(.muted)) }
    return text
  }

  private static func name(
    of service: ServiceName, _ key: ProjectKey, _ engine: EngineState, isOpen: Bool, _ glyphs: GlyphSet
  ) -> StyledText {
    let hasReplicas = !(engine.facts.projects[key]?.services[service] ?? []).isEmpty
    let lead = hasReplicas ? "  \(isOpen ? glyphs.opened : glyphs.closed) " : "    "
    var text = StyledText(lead, Style(.muted))
    text.append(service.rawValue, Style(hasReplicas ? .text : .muted))
    if engine.isOrphan(service, in: key) { text.append("  orphan", Style(.warning)) }
    return text
  }

  private static func name(of container: ContainerSummary, _ glyphs: GlyphSet) -> StyledText {
    let note = container.compose.isOneOff ? "  (one-off)" : ""
    return StyledText("      ") + StateBadge.bullet(of: container, glyphs) + StyledText(" \(container.name)")
      + StyledText(note, Style(.muted))
  }

  /// `3/3 run`, or what stands out: a failure, a restart, a pause.
  static func aggregate(_ row: RowID, _ state: SharedState) -> StyledText {
    let engine = state.engine(of: row)
    guard let key = row.stackKey else {
      return state.container(row).map { StateBadge.word(of: $0, engine) } ?? ""
    }
    if let name = row.serviceName {
      let run = engine.jobs.activeRun(on: key, service: name)
      if let run, !run.work.isAboutAll { return StyledText(run.work.verb.progress, Style(.starting)) }
      let state = engine.serviceState(of: name, in: key)
      return state.word == "running" ? StyledText(state.count, Style(state.role)) : state.text
    }
    if let job = engine.jobs.activeRun(on: key) {
      return StyledText(job.work.verb.progress, Style(.starting))
    }
    return engine.stackState(of: key).text
  }

  static func health(_ row: RowID, _ state: SharedState) -> StyledText {
    let facts = state.engine(of: row).facts
    return StackSummary.health(state.containers(of: row).compactMap { facts.containers[$0] })
  }

  /// How it differs from the files, as a sign and a word.
  static func drift(_ row: RowID, _ state: SharedState) -> StyledText {
    state.engine(of: row).drift(of: row)?.text(state.glyphs) ?? ""
  }

  /// The images of a service's containers; of one without containers that of its files.
  static func image(_ row: RowID, _ state: SharedState) -> String {
    guard let key = row.stackKey else { return state.container(row)?.shownImage ?? "" }
    guard let name = row.serviceName else { return "" }
    let engine = state.engine(of: row)
    let images = distinct(engine.replicas(of: name, in: key).map(\.shownImage))
    if !images.isEmpty { return images.joined(separator: " ") }
    let definition = engine.definition(of: name, in: key)
    return definition?.image ?? (definition?.buildContext == nil ? "" : "built here")
  }

  /// The published ports of all replicas, then the others.
  static func ports(_ row: RowID, _ state: SharedState) -> String {
    guard let key = row.stackKey else { return state.container(row)?.shownPorts ?? "" }
    guard let name = row.serviceName else { return "" }
    let ports = state.engine(of: row).replicas(of: name, in: key).flatMap {
      $0.shownPorts.split(separator: " ").map(String.init)
    }
    return distinct(ports).joined(separator: " ")
  }

  private static func distinct(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// What a service or a stack comes to.
struct GroupState: Sendable, Equatable {
  /// How many run of how many there should be: `2/3`; empty for a job that has done its work.
  let count: String
  /// The most urgent word for them.
  let word: String
  let role: Role
  /// How many the word is true of, where that says more than the count.
  var affected: Int?

  /// `3/3 running`, `1 unhealthy`, `2/3 failed`.
  var text: StyledText {
    let lead = affected.map { String($0) } ?? count
    return StyledText(lead.isEmpty ? word : "\(lead) \(word)", Style(role))
  }

  /// The state of so many running replicas of so many wanted ones.
  init(running: Int, wanted: Int, _ containers: [ContainerSummary]) {
    let (affected, word, role) = StackSummary.word(containers)
    count = "\(running)/\(wanted)"
    self.word = word
    self.role = role
    // What restarts does not run: that is no news.
    self.affected = running == wanted || word == "restarting" ? affected : nil
  }

  /// A job that has done its work counts nothing.
  static let done = GroupState(count: "", word: "done", role: .exited)

  private init(count: String, word: String, role: Role) {
    (self.count, self.word, self.role) = (count, word, role)
  }
}

extension EngineState {
  /// What the replicas of a service come to.
  func serviceState(of name: ServiceName, in key: ProjectKey) -> GroupState {
    if isCompleted(name, in: key) { return .done }
    let replicas = replicas(of: name, in: key)
    let wanted = isOrphan(name, in: key) ? nil : wantedReplicas(of: name, in: key)
    let running = replicas.count { $0.state == .running }
    return GroupState(running: running, wanted: wanted ?? replicas.count, replicas)
  }

  /// The same, summed over a stack's services.
  func stackState(of key: ProjectKey) -> GroupState {
    var running = 0
    var wanted = 0
    var counted: [ContainerSummary] = []
    for name in serviceNames(of: key) where !isCompleted(name, in: key) && !isOrphan(name, in: key) {
      let replicas = replicas(of: name, in: key)
      running += replicas.count { $0.state == .running }
      wanted += wantedReplicas(of: name, in: key) ?? replicas.count
      counted += replicas
    }
    // Containers whose labels name no service are of the stack all the same.
    let others = (facts.projects[key]?.oneOffs ?? []).compactMap { facts.containers[$0] }
      .filter { !$0.compose.isOneOff }
    running += others.count { $0.state == .running }
    wanted += others.count
    counted += others
    return GroupState(running: running, wanted: wanted, counted)
  }
}
