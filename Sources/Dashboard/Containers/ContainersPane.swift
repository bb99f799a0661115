import EngineModel
import TerminalUI

/// The pane of all containers.
enum ContainersPane: PaneFeature {
  static let title = "Containers"
  static let digit = 2
  static let columns = containerColumns
  static let defaultSort = SortOrder("name")
  static let takesSpareRows = true
  static let showsStats = true
  static let lists: Set<RefreshTarget> = [.containers]
  static let events: EngineEvent.Kind? = .container

  static func rows(_ pane: PaneState, _ state: SharedState) -> [RowID] {
    state.engines.all.flatMap { engine in
      engine.facts.index.all
        .filter { !pane.hidesStopped || engine.facts.containers[$0]?.isAlive == true }
        .map { .container($0, on: engine.id) }
    }
  }

  static func filterText(_ row: RowID, _ state: SharedState) -> String {
    guard let container = state.container(row) else { return "" }
    var words = [
      container.name, container.image, container.state.word, container.id.short,
      StateBadge.word(of: container, state.engine(of: row)).plain,
    ]
    if container.health != .none { words.append(container.health.word) }
    if let stack = container.shownStack { words.append(stack) }
    words += container.ports.map { FilterText.port($0) }
    for network in container.networks { words += [network.name, network.ipAddress] }
    for mount in container.mounts { words += [mount.name?.short ?? mount.source, mount.destination] }
    return words.joined(separator: " ")
  }

  static let filterFields: [FilterField] = [
    field("state", .beginning) { [$0.state.word] },
    field("health", .beginning) { $0.health == .none ? [] : [$0.health.word] },
    field("name") { [$0.name] },
    field("image") { [$0.image] },
    field("stack") { container in container.shownStack.map { [$0] } ?? [] },
    field("service") { container in container.service.map { [$0.rawValue] } ?? [] },
    field("port", .whole) { container in
      container.ports.flatMap { [String($0.privatePort)] + ($0.publicPort.map { [String($0)] } ?? []) }
    },
    field("network") { $0.networks.map(\.name) },
    field("volume") { $0.mounts.map { $0.name?.short ?? $0.source } },
    field("exit", .whole) { container in
      container.oomKilled ? ["oom", "137"] : container.exitCode.map { [String($0)] } ?? []
    },
    field("label") { $0.labels.map { "\($0.key)=\($0.value)" } },
  ]

  private static func field(
    _ name: String, _ agreement: FilterField.Agreement = .part,
    _ values: @escaping @Sendable (ContainerSummary) -> [String]
  ) -> FilterField {
    FilterField(name: name, agreement: agreement) { row, state in state.container(row).map(values) ?? [] }
  }

  static func emptyText(_ state: SharedState) -> String {
    let engine = state.currentEngine
    if case .connecting = engine.connection { return "connecting …" }
    if engine.facts.containers.isEmpty {
      return "no containers yet: create some with `docker run` or `docker compose up`"
    }
    return "none running: . shows stopped containers"
  }

  static func counter(_ state: SharedState) -> String {
    let counts = state.engines.all.map(\.facts.counts)
    return "\(counts.map { $0.running + $0.paused }.reduce(0, +)) of \(counts.map(\.total).reduce(0, +)) up"
  }

  static func pruneQuestion(_ engine: EngineState) -> PruneQuestion? {
    let gone = engine.facts.containers.values.filter(\.state.isPrunable).map(\.name).sorted()
    guard !gone.isEmpty else { return nil }
    return PruneQuestion(
      title: "Prune: remove \(Counted.text(gone.count, "stopped container"))?", targets: gone,
      call: .pruneContainers)
  }
}

extension PaneKind {
  /// All containers.
  package static let containers = PaneKind(ContainersPane.self)
}

/// A container's row, in its own pane and in the tree of stacks.
enum ContainerRow: RowKind {
  static let tabs: [Tab] = [
    .logs, .stats, .config, .environment, .top, .files, .health, .mounts, .ports, .why,
  ]
  static let troubleTab: Tab? = .why

  static func isTroubled(_ row: RowID, _ engine: EngineState) -> Bool {
    let id = ContainerID(row.name)
    guard let container = engine.facts.containers[id] else { return false }
    return StateBadge.urgency(container) <= 1 || engine.runs.hasFailedLately(container)
  }

  static func exists(_ row: RowID, _ engine: EngineState) -> Bool {
    engine.facts.containers[ContainerID(row.name)] != nil
  }

  static func title(_ row: RowID, _ engine: EngineState) -> String {
    engine.containerName(ContainerID(row.name))
  }

  static func container(_ row: RowID) -> ContainerID? { ContainerID(row.name) }

  static func containers(_ row: RowID, _ engine: EngineState) -> [ContainerID] { [ContainerID(row.name)] }

  static func files(_ row: RowID, _ engine: EngineState) -> FilesAccess {
    let id = ContainerID(row.name)
    return engine.facts.containers[id] == nil
      ? .refused("no files here") : .root(FilesRoot(container: id, path: .root))
  }

  static func document(_ row: RowID, _ engine: EngineState) -> DocumentSubject? {
    let id = ContainerID(row.name)
    return engine.facts.containers[id] == nil ? nil : .container(id)
  }

  static func stack(_ row: RowID, _ engine: EngineState) -> ProjectKey? {
    engine.facts.containers[ContainerID(row.name)]?.projectKey(on: engine.id)
  }

  static func service(_ row: RowID, _ engine: EngineState) -> ServiceName? {
    engine.facts.containers[ContainerID(row.name)].flatMap { $0.isOneOff ? nil : $0.service }
  }

  static func copyChoices(_ row: RowID, _ engine: EngineState) -> [CopyChoice] {
    var choices = [CopyChoice(what: "id", text: row.name)]
    guard let container = engine.facts.containers[ContainerID(row.name)] else { return choices }
    choices.append(CopyChoice(what: "image", text: container.image))
    for network in container.networks where !network.ipAddress.isEmpty {
      choices.append(CopyChoice(what: "address on \(network.name)", text: network.ipAddress))
    }
    for (form, beginning) in [
      (DescriptionForm.dockerRun, "docker run -d --name \(container.name) …"),
      (.compose, "services: \(container.name): image: …"),
    ] {
      choices.append(
        CopyChoice(
          what: form.title, text: beginning, question: .engine(engine.id, .describe(container.id, as: form))))
    }
    return choices
  }
}

extension RowID {
  /// The row of a container.
  static func container(_ id: ContainerID, on engine: EngineID) -> RowID {
    RowID(ContainerRow.self, id.rawValue, on: engine)
  }
}
