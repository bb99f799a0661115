import EngineModel
import TerminalUI

/// The Services tab of a stack or a service: every container with its state, image and ports.
enum ServicesText {
  static func rows(_ subject: RowID, _ state: DashboardState) -> [StyledText] {
    var rows: [StyledText] = []
    let containers = state.containers(of: subject).compactMap { state.facts.containers[$0] }
    func add(_ name: String, _ value: String) {
      guard !value.isEmpty else { return }
      rows.append(StyledText(Pad.leading(name, 12), Style(.muted)) + StyledText(value))
    }
    if let compose = containers.first?.compose {
      add("project", compose.project?.rawValue ?? "")
      add("folder", compose.workingDirectory ?? "")
      for file in compose.configFiles { add("file", file) }
      for file in compose.environmentFiles { add("env file", file) }
      rows.append(StyledText(""))
    } else if let key = subject.stackKey, let source = state.source(of: key) {
      add("project", source.name)
      add("folder", source.directory)
      for file in source.files { add("file", file) }
      for file in source.environmentFiles { add("env file", file) }
      rows.append(StyledText(""))
    }
    rows += missing(subject, state)
    let names = containers.map { TextWidth.columns(of: state.shortName($0.id)) }.max() ?? 0
    for container in containers { rows.append(row(container, names: min(names, 32), state)) }
    return rows
  }

  /// The services of the files that have no container.
  private static func missing(_ subject: RowID, _ state: DashboardState) -> [StyledText] {
    guard let key = subject.stackKey else { return [] }
    let names = state.serviceNames(of: key).filter { name in
      (subject.serviceName == nil || name == subject.serviceName) && state.replicas(of: name, in: key).isEmpty
    }
    let columns = names.map { TextWidth.columns(of: $0.rawValue) }.max() ?? 0
    return names.map { name in
      StyledText("\(state.glyphs.dotted) \(Pad.leading(name.rawValue, columns + 2))", Style(.muted))
        + StyledText(Pad.leading("not created", 14), Style(.created))
        + StyledText(StacksPane.image(.service(key, name), state), Style(.muted))
    }
  }

  private static func row(_ container: ContainerSummary, names: Int, _ state: DashboardState) -> StyledText {
    var row = StateBadge.bullet(of: container, state.glyphs) + StyledText(" ")
    row.append(Pad.leading(state.shortName(container.id), names + 2))
    let word = StateBadge.word(of: container, state)
    row.append(word)
    row.append(String(repeating: " ", count: max(1, 12 - word.columns)))
    let cpu = StatsCells.cpu(.container(container.id), state).plain
    let memory = StatsCells.memory(.container(container.id), state).plain
    row.append(Pad.trailing(cpu, 6) + Pad.trailing(memory, 8) + "  ")
    row.append(container.shownImage + "  ", Style(.muted))
    row.append(container.shownPorts)
    if container.compose.isOneOff { row.append("  one-off", Style(.muted)) }
    return row
  }
}

/// The Used by tab of an image, a volume or a network.
enum UsedByText {
  static func rows(_ subject: RowID, _ state: DashboardState) -> [StyledText] {
    let users: [(ContainerSummary, String)] =
      switch subject {
      case .image: state.containersUsing(image: subject).map { ($0, "") }
      case .volume(let name):
        state.containersUsing(volume: name).map { container in
          let mount = container.mounts.first { $0.name == name }
          return (container, mount.map { "\($0.destination)\($0.readWrite ? "" : " (read-only)")" } ?? "")
        }
      case .network(let id):
        state.containersOn(network: subject).map { container in
          (container, container.networks.first { $0.networkID == id }?.ipAddress ?? "")
        }
      default: []
      }
    guard !users.isEmpty else { return [StyledText("no container uses it", Style(.muted))] }
    let names = users.map { TextWidth.columns(of: $0.0.name) }.max() ?? 0
    func padded(_ text: StyledText, _ columns: Int) -> StyledText {
      text + StyledText(String(repeating: " ", count: max(1, columns - text.columns)))
    }
    return users.map { container, note in
      StateBadge.bullet(of: container, state.glyphs)
        + StyledText(" " + Pad.leading(container.name, names + 2))
        + padded(StateBadge.word(of: container, state), 12) + StyledText(note, Style(.muted))
    }
  }
}
