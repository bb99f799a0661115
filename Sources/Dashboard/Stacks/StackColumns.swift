import EngineModel
import TerminalUI

extension StacksPane {
  /// The columns of stacks, services and their containers.
  static let stackColumns: [Column] = [
    Column(
      id: "name", title: "NAME", minimum: 12, ideal: 28, priority: 99, isFlexible: true, inSidePane: true,
      cell: { row, state in name(row, state) },
      sortKey: { row, state in .text(state.title(of: row)) }),
    Column(
      id: "state", title: "STATE", minimum: 10, ideal: 10, priority: 90, alignment: .trailing,
      inSidePane: true,
      cell: { row, state in aggregate(row, state) },
      sortKey: { row, state in .text(aggregate(row, state).plain) }),
    Column(
      id: "health", title: "HEALTH", minimum: 9, ideal: 12, priority: 60,
      cell: { row, state in health(row, state) },
      sortKey: { row, state in .text(health(row, state).plain) }),
    Column(
      id: "cpu", title: "CPU", minimum: 5, ideal: 5, priority: 70, alignment: .trailing,
      cell: { row, state in StatsCells.cpu(row, state) },
      sortKey: { row, state in .number(StatsCells.point(row, state).map { Double($0.cpu) } ?? -1) }),
    Column(
      id: "trend", title: "TREND", minimum: 3, ideal: 10, priority: 80, inSidePane: true, keepsEnd: true,
      cell: { row, state in StatsCells.trend(row, state, columns: 10) },
      sortKey: { row, state in .number(StatsCells.point(row, state).map { Double($0.cpu) } ?? -1) }),
    Column(
      id: "memory", title: "MEM", minimum: 5, ideal: 6, priority: 69, alignment: .trailing,
      cell: { row, state in StatsCells.memory(row, state) },
      sortKey: { row, state in .number(StatsCells.point(row, state).map { Double($0.memory) } ?? -1) }),
    Column(
      id: "folder", title: "FOLDER", minimum: 12, ideal: 30, priority: 20, isFlexible: true,
      cell: { row, _ in
        if case .project(let key) = row { StyledText(key.folder, Style(.muted)) } else { "" }
      },
      sortKey: { row, _ in
        if case .project(let key) = row { .text(key.folder) } else { .text("") }
      }),
  ]

  private static func name(_ row: RowID, _ state: DashboardState) -> StyledText {
    let glyphs = state.glyphs
    switch row {
    case .project(let key):
      let arrow = state.folded.contains(row) ? glyphs.closed : glyphs.opened
      var text =
        StyledText("\(arrow) ", Style(.muted)) + StyledText(key.name.rawValue, Style(.title).adding(.bold))
      if state.isAmbiguous(key) { text.append("  \(key.folder)", Style(.muted)) }
      return text
    case .service(_, let name):
      let replicas = state.containers(of: row).count
      let arrow = state.folded.contains(row) ? glyphs.opened : glyphs.closed
      let lead = replicas > 0 ? "  \(arrow) " : "    "
      return StyledText(lead, Style(.muted)) + StyledText(name.rawValue)
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
    if let container = row.container(in: state) { return StateBadge.word(of: container, state) }
    let containers = state.containers(of: row).compactMap { state.facts.containers[$0] }
      .filter { !$0.compose.isOneOff }
    let running = containers.count { $0.state == .running }
    let text = "\(running)/\(containers.count)"
    let (word, role) = StackSummary.word(containers)
    if case .project = row { return StyledText("\(text) \(word)", Style(role)) }
    return StyledText(word == "run" ? text : "\(text) \(word)", Style(role))
  }

  private static func health(_ row: RowID, _ state: DashboardState) -> StyledText {
    let containers = state.containers(of: row).compactMap { state.facts.containers[$0] }
    return StackSummary.health(containers)
  }
}

/// What a group of containers comes to in one word.
enum StackSummary {
  /// The most urgent word, and how it is drawn.
  static func word(_ containers: [ContainerSummary]) -> (String, Role) {
    if containers.contains(where: { $0.state == .restarting }) { return ("restart", .restarting) }
    if containers.contains(where: { $0.state == .running && $0.health == .unhealthy }) {
      return ("sick", .unhealthy)
    }
    if containers.contains(where: StateBadge.hasFailed) { return ("failed", .failed) }
    if containers.contains(where: { $0.state == .paused }) { return ("paused", .paused) }
    if containers.contains(where: { $0.state == .running && $0.health == .starting }) {
      return ("start", .starting)
    }
    if containers.contains(where: { $0.state == .running }) { return ("run", .running) }
    return ("down", .exited)
  }

  /// `3 healthy`, or what is not.
  static func health(_ containers: [ContainerSummary]) -> StyledText {
    let checked = containers.filter { $0.state == .running && $0.health != .none }
    guard !checked.isEmpty else { return "" }
    for (health, role) in [(HealthState.unhealthy, Role.unhealthy), (.starting, .starting)] {
      let count = checked.count { $0.health == health }
      if count > 0 { return StyledText("\(count) \(health.word)", Style(role)) }
    }
    return StyledText("\(checked.count) healthy", Style(.healthy))
  }
}
