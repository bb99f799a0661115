import EngineModel
import TerminalUI

/// The pane of networks.
enum NetworksPane: PaneFeature {
  static let title = "Networks"
  static let digit = 5
  static let columns = networkColumns
  static let defaultSort = SortOrder("name")
  static let followsStates = false
  static let lists: Set<RefreshTarget> = [.networks]
  static let events: EngineEvent.Kind? = .network

  static func rows(_ pane: PaneState, _ state: SharedState) -> [RowID] {
    state.engines.all.flatMap { engine in
      engine.facts.networks.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        .map { .network($0.id, on: engine.id) }
    }
  }

  static func filterText(_ row: RowID, _ state: SharedState) -> String {
    guard let network = network(row, state) else { return "" }
    let users = NetworkRow.users(row, state.engine(of: row))
    let words =
      [network.name, network.driver, network.id.short, network.project?.rawValue ?? ""] + network.subnets
      + users.flatMap { [$0.name] + $0.networks.map(\.ipAddress) }
    return words.joined(separator: " ")
  }

  static let filterFields: [FilterField] = [
    FilterField(name: "driver") { row, state in network(row, state).map { [$0.driver] } ?? [] },
    FilterField(name: "subnet") { row, state in network(row, state)?.subnets ?? [] },
    FilterField(name: "stack") { row, state in network(row, state)?.project.map { [$0.rawValue] } ?? [] },
    FilterField(name: "used") { row, state in
      let users = NetworkRow.users(row, state.engine(of: row)).map(\.name)
      return users.isEmpty ? ["no"] : users
    },
    FilterField(name: "label") { row, state in
      (network(row, state)?.labels ?? [:]).map { "\($0.key)=\($0.value)" }
    },
  ]

  static func emptyText(_ state: SharedState) -> String {
    state.currentEngine.connection == .connecting ? "connecting …" : "no networks on this engine"
  }

  static func counter(_ state: SharedState) -> String {
    String(state.engines.all.map(\.facts.networks.count).reduce(0, +))
  }

  static func react(to event: EngineEvent, _ engine: inout EngineState) -> [EngineOutcome] {
    engine.documents.readAgain(.network(NetworkID(event.actorID)))
    engine.documents.readAgain(.members(NetworkID(event.actorID)))
    switch event.baseAction {
    case "connect", "disconnect":
      guard let container = event.attributes["container"], !container.isEmpty else { return [] }
      return [.refresh([.container(ContainerID(container))])]
    default: return [.refresh([.networks])]
    }
  }

  static func pruneQuestion(_ engine: EngineState) -> PruneQuestion? {
    let used = Set(engine.facts.containers.values.flatMap { $0.networks.map(\.networkID) })
    let unused = engine.facts.networks.values.filter { $0.isPrunable(isUsed: used.contains($0.id)) }
      .map(\.name).sorted()
    guard !unused.isEmpty else { return nil }
    return PruneQuestion(
      title: "Prune: remove \(Counted.text(unused.count, "unused network"))?", targets: unused,
      call: .pruneNetworks)
  }
}

extension PaneKind {
  /// All networks.
  package static let networks = PaneKind(NetworksPane.self)
}

/// A network's row.
enum NetworkRow: RowKind {
  static let tabs: [Tab] = [.addresses, .config]

  static func exists(_ row: RowID, _ engine: EngineState) -> Bool {
    network(row, engine) != nil
  }

  static func title(_ row: RowID, _ engine: EngineState) -> String {
    network(row, engine)?.name ?? NetworkID(row.name).short
  }

  static func document(_ row: RowID, _ engine: EngineState) -> DocumentSubject? {
    network(row, engine).map { .network($0.id) }
  }

  static func copyChoices(_ row: RowID, _ engine: EngineState) -> [CopyChoice] {
    [CopyChoice(what: "id", text: row.name)]
  }

  /// The network; nil when it is gone.
  static func network(_ row: RowID, _ engine: EngineState) -> NetworkSummary? {
    engine.facts.networks[NetworkID(row.name)]
  }

  /// The containers on it, by name. A container's list entry may name the network by name alone.
  static func users(_ row: RowID, _ engine: EngineState) -> [ContainerSummary] {
    guard let network = network(row, engine) else { return [] }
    let index = engine.facts.index
    let ids = (index.byNetwork[network.id] ?? []) + (index.byNetworkName[network.name] ?? [])
    return ids.compactMap { engine.facts.containers[$0] }
  }
}

extension RowID {
  /// The row of a network.
  static func network(_ id: NetworkID, on engine: EngineID) -> RowID {
    RowID(NetworkRow.self, id.rawValue, on: engine)
  }
}
