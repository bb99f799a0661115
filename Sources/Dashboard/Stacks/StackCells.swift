import EngineModel
import TerminalUI

/// The cells of the tree of stacks.
extension StacksPane {
  static func name(_ row: RowID, _ state: DashboardState) -> StyledText {
    let glyphs = state.glyphs
    switch row {
    case .project(let key):
      let arrow = state.folded.contains(row) ? glyphs.closed : glyphs.opened
      var text =
        StyledText("\(arrow) ", Style(.muted)) + StyledText(key.name.rawValue, Style(.title).adding(.bold))
      if state.isAmbiguous(key) { text.append("  \(key.folder)", Style(.muted)) }
      return text
    case .service(let key, let name):
      let replicas = state.containers(of: row).count
      let arrow = state.folded.contains(row) ? glyphs.opened : glyphs.closed
      let lead = replicas > 0 ? "  \(arrow) " : "    "
      var text = StyledText(lead, Style(.muted))
      text.append(name.rawValue, Style(replicas > 0 ? .text : .muted))
      if state.isOrphan(name, in: key) { text.append("  orphan", Style(.warning)) }
      return text
    case .container(let id):
      guard let container = state.facts.containers[id] else { return "" }
      let note = container.compose.isOneOff ? "  (one-off)" : ""
      return StyledText("      ") + StateBadge.bullet(of: container, glyphs)
        + StyledText(" \(container.name)")
        + StyledText(note, Style(.muted))
    default: return ""
    }
  }

  /// `3/3 run`, or what stands out: a failure, a restart, a pause.
  static func aggregate(_ row: RowID, _ state: DashboardState) -> StyledText {
    switch row {
    case .project(let key):
      if let job = state.activeRun(on: key) { return StyledText(job.work.verb.progress, Style(.starting)) }
      let (text, word, role) = state.stackState(of: key)
      return StyledText("\(text) \(word)", Style(role))
    case .service(let key, let name):
      let run = state.activeRun(on: key, service: name)
      if let run, !run.work.isAboutAll { return StyledText(run.work.verb.progress, Style(.starting)) }
      let (text, word, role) = state.serviceState(of: name, in: key)
      return StyledText(word == "run" ? text : text.isEmpty ? word : "\(text) \(word)", Style(role))
    default:
      return row.container(in: state).map { StateBadge.word(of: $0, state) } ?? ""
    }
  }

  static func health(_ row: RowID, _ state: DashboardState) -> StyledText {
    let containers = state.containers(of: row).compactMap { state.facts.containers[$0] }
    return StackSummary.health(containers)
  }

  /// How it differs from the files, as a sign and a word.
  static func drift(_ row: RowID, _ state: DashboardState) -> StyledText {
    state.drift(of: row)?.text(state.glyphs) ?? ""
  }

  /// The images of a service's containers; of one without containers that of its files.
  static func image(_ row: RowID, _ state: DashboardState) -> String {
    switch row {
    case .service(let key, let name):
      var images: [String] = []
      for replica in state.replicas(of: name, in: key) where !images.contains(replica.shownImage) {
        images.append(replica.shownImage)
      }
      if !images.isEmpty { return images.joined(separator: " ") }
      let definition = state.definition(of: name, in: key)
      return definition?.image ?? (definition?.buildContext == nil ? "" : "built here")
    default: return row.container(in: state)?.shownImage ?? ""
    }
  }

  /// The published ports of all replicas, then the others.
  static func ports(_ row: RowID, _ state: DashboardState) -> String {
    switch row {
    case .service(let key, let name):
      var ports: [String] = []
      for replica in state.replicas(of: name, in: key) {
        for port in replica.shownPorts.split(separator: " ").map(String.init) where !ports.contains(port) {
          ports.append(port)
        }
      }
      return ports.joined(separator: " ")
    default: return row.container(in: state)?.shownPorts ?? ""
    }
  }
}

extension DashboardState {
  /// How many replicas of a service run of how many there should be, and the word for it: `3/3`, `run`. A job that has
  /// done its work counts nothing.
  func serviceState(of name: ServiceName, in key: ProjectKey) -> (count: String, word: String, role: Role) {
    if isCompleted(name, in: key) { return ("", "done", .exited) }
    let replicas = replicas(of: name, in: key)
    let wanted = isOrphan(name, in: key) ? nil : wantedReplicas(of: name, in: key)
    let running = replicas.count { $0.state == .running }
    let (word, role) = StackSummary.word(replicas)
    return ("\(running)/\(wanted ?? replicas.count)", word, role)
  }

  /// The same, summed over a stack's services.
  func stackState(of key: ProjectKey) -> (count: String, word: String, role: Role) {
    var running = 0
    var wanted = 0
    var counted: [ContainerSummary] = []
    for name in serviceNames(of: key) where !isCompleted(name, in: key) && !isOrphan(name, in: key) {
      let replicas = replicas(of: name, in: key)
      running += replicas.count { $0.state == .running }
      wanted += wantedReplicas(of: name, in: key) ?? replicas.count
      counted += replicas
    }
    let (word, role) = StackSummary.word(counted)
    return ("\(running)/\(wanted)", word, role)
  }
}
