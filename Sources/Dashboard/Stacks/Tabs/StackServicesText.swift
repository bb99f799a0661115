import EngineModel
import TerminalUI

extension Tab {
  /// The containers of a stack or a service.
  static let stackServices = Tab.rows(
    "services", "Services", opens: { row, state in StackServicesText.entries(row, state).map(\.opens) },
    { row, _, state in StackServicesText.entries(row, state).map(\.text) })
}

/// The Services tab of a stack or a service: every container with its state, image and ports.
enum StackServicesText {
  /// A row, and the container that it stands for; nil for all other rows.
  struct Entry {
    let text: StyledText
    var opens: RowID?
  }

  static func entries(_ subject: RowID, _ state: SharedState) -> [Entry] {
    var rows: [StyledText] = []
    let engine = state.engine(of: subject)
    let containers = state.containers(of: subject).compactMap { engine.facts.containers[$0] }
    func add(_ name: String, _ value: String) {
      guard !value.isEmpty else { return }
      rows.append(StyledText(Pad.end(name, 12), Style(.muted)) + StyledText(value))
    }
    if let compose = containers.first?.compose {
      add("project", compose.project?.rawValue ?? "")
      add("folder", compose.workingDirectory ?? "")
      for file in compose.configFiles { add("file", file) }
      for file in compose.environmentFiles { add("env file", file) }
      rows.append(StyledText(""))
    } else if let key = subject.stackKey, let source = engine.source(of: key) {
      add("project", source.name)
      add("folder", source.directory)
      for file in source.files { add("file", file) }
      for file in source.environmentFiles { add("env file", file) }
      rows.append(StyledText(""))
    }
    rows += missing(subject, state)
    let names = containers.map { TextWidth.columns(of: engine.shortName($0.id)) }.max() ?? 0
    return rows.map { Entry(text: $0) }
      + containers.map { container in
        Entry(
          text: row(container, names: min(names, 32), engine, state),
          opens: .container(container.id, on: engine.id))
      }
  }

  /// The services of the files that have no container.
  private static func missing(_ subject: RowID, _ state: SharedState) -> [StyledText] {
    guard let key = subject.stackKey else { return [] }
    let engine = state.engine(of: subject)
    let names = engine.serviceNames(of: key).filter { name in
      (subject.serviceName == nil || name == subject.serviceName)
        && engine.replicas(of: name, in: key).isEmpty
    }
    let columns = names.map { TextWidth.columns(of: $0.rawValue) }.max() ?? 0
    return names.map { name in
      StyledText("\(state.glyphs.dotted) \(Pad.end(name.rawValue, columns + 2))", Style(.muted))
        + StyledText(Pad.end("not created", 14), Style(.created))
        + StyledText(StacksPane.image(.service(name, of: key), state), Style(.muted))
    }
  }

  private static func row(
    _ container: ContainerSummary, names: Int, _ engine: EngineState, _ state: SharedState
  ) -> StyledText {
    var row = StateBadge.bullet(of: container, state.glyphs) + StyledText(" ")
    row.append(Pad.end(engine.shortName(container.id), names + 2))
    let word = StateBadge.word(of: container, engine)
    row.append(word)
    row.append(String(repeating: " ", count: max(1, 12 - word.columns)))
    let cpu = StatsCells.cpu(.container(container.id, on: engine.id), state).plain
    let memory = StatsCells.memory(.container(container.id, on: engine.id), state).plain
    row.append(Pad.start(cpu, 6) + Pad.start(memory, 8) + "  ")
    row.append(container.shownImage + "  ", Style(.muted))
    row.append(container.shownPorts)
    if container.compose.isOneOff { row.append("  one-off", Style(.muted)) }
    return row
  }
}
