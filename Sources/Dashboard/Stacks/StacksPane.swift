import EngineModel
import TerminalUI

/// The pane of Compose projects: a tree of stacks, services and containers.
enum StacksPane: PaneFeature {
  static let title = "Stacks"
  static let digit = 1
  static let columns = stackColumns
  static let defaultSort = SortOrder("name")
  static let isTree = true
  static let foldedKinds: [any RowKind.Type] = [StackRow.self, ServiceRow.self]
  static let showsStats = true
  static let pruneRefusal: String? = "stacks are taken down, not pruned"

  static func rows(_ pane: PaneState, _ state: SharedState) -> [RowID] {
    state.engines.all.flatMap { engine in
      engine.stackList.keys.flatMap { rows(of: $0, pane, engine) }
    }
  }

  private static func rows(of key: ProjectKey, _ pane: PaneState, _ engine: EngineState) -> [RowID] {
    let stack = RowID.stack(key)
    guard !pane.folded.contains(stack) else { return [stack] }
    let facts = engine.facts.projects[key] ?? ProjectFacts()
    let services = engine.serviceNames(of: key).flatMap { name -> [RowID] in
      let service = RowID.service(name, of: key)
      // Services are folded by default: the fold set holds those that the user has opened.
      guard pane.folded.contains(service) else { return [service] }
      return [service] + (facts.services[name] ?? []).map { .container($0, on: engine.id) }
    }
    return [stack] + services + facts.oneOffs.map { .container($0, on: engine.id) }
  }

  static func filterText(_ row: RowID, _ state: SharedState) -> String {
    guard let key = row.stackKey else { return state.title(of: row) }
    if row.serviceName != nil {
      return
        "\(key.name) \(row.name) \(aggregate(row, state).plain) \(image(row, state)) \(ports(row, state))"
    }
    // A project stays while any of its services matches.
    let services = state.engine(of: row).serviceNames(of: key)
    let shown = services.map { filterText(.service($0, of: key), state) }
    return ([key.name.rawValue, key.folder] + shown).joined(separator: " ")
  }

  static func emptyText(_ state: SharedState) -> String {
    state.currentEngine.connection == .connecting
      ? "connecting …" : "no Compose stacks on this engine or in stacks.folders of the settings"
  }

  static func counter(_ state: SharedState) -> String {
    String(state.engines.all.map(\.stackList.keys.count).reduce(0, +))
  }
}

extension PaneKind {
  /// Compose projects.
  package static let stacks = PaneKind(StacksPane.self)
}

/// The row of a stack.
enum StackRow: RowKind {
  static let tabs: [Tab] = [
    .stackServices, .logs, .stats, .stackFile, .stackGraph, .stackPlan, .stackEnvironment,
  ]

  static func title(_ row: RowID, _ engine: EngineState) -> String { row.name }

  static func containers(_ row: RowID, _ engine: EngineState) -> [ContainerID] {
    row.stackKey.flatMap { engine.facts.projects[$0]?.containers } ?? []
  }

  static func stack(_ row: RowID, _ engine: EngineState) -> ProjectKey? { row.stackKey }

  static func copyChoices(_ row: RowID, _ engine: EngineState) -> [CopyChoice] {
    row.scope.isEmpty ? [] : [CopyChoice(what: "folder", text: row.scope)]
  }
}

/// The row of a service of a stack.
enum ServiceRow: RowKind {
  static let tabs: [Tab] = [
    .logs, .stackServices, .stats, .stackFile, .stackGraph, .stackPlan, .stackEnvironment,
  ]

  static func title(_ row: RowID, _ engine: EngineState) -> String { row.name }

  static func containers(_ row: RowID, _ engine: EngineState) -> [ContainerID] {
    row.stackKey.flatMap { engine.facts.projects[$0]?.services[ServiceName(row.name)] } ?? []
  }

  static func stack(_ row: RowID, _ engine: EngineState) -> ProjectKey? { row.stackKey }

  static func service(_ row: RowID, _ engine: EngineState) -> ServiceName? { ServiceName(row.name) }
}

extension RowID {
  /// The row of a stack.
  static func stack(_ key: ProjectKey) -> RowID {
    RowID(StackRow.self, key.name.rawValue, scope: key.folder, on: key.engine)
  }

  /// The row of a service.
  static func service(_ name: ServiceName, of key: ProjectKey) -> RowID {
    RowID(ServiceRow.self, name.rawValue, scope: key.folder, part: key.name.rawValue, on: key.engine)
  }

  /// The stack of a stack's or a service's row; nil for other rows.
  var stackKey: ProjectKey? {
    if isA(StackRow.self) { return ProjectKey(name: ProjectName(name), folder: scope, on: engine) }
    if isA(ServiceRow.self) { return ProjectKey(name: ProjectName(part), folder: scope, on: engine) }
    return nil
  }

  /// The service of a service's row; nil for other rows.
  var serviceName: ServiceName? { isA(ServiceRow.self) ? ServiceName(name) : nil }
}
