import EngineModel
import TerminalUI

/// The pane of Compose projects: a tree of stacks, services and containers.
enum StacksPane: PaneFeature {
  static let columns = stackColumns
  static let defaultSort = SortOrder("name")
  static let isTree = true

  static func rows(_ state: DashboardState) -> [RowID] {
    state.projectKeys.flatMap { key -> [RowID] in
      let project = RowID.project(key)
      guard !state.folded.contains(project) else { return [project] }
      let facts = state.facts.projects[key] ?? ProjectFacts()
      let services = state.serviceNames(of: key).flatMap { name -> [RowID] in
        let service = RowID.service(key, name)
        // Services are folded by default: the fold set holds those that the user has opened.
        guard state.folded.contains(service) else { return [service] }
        return [service] + (facts.services[name] ?? []).map { .container($0) }
      }
      return [project] + services + facts.oneOffs.map { .container($0) }
    }
  }

  static func filterText(_ row: RowID, _ state: DashboardState) -> String {
    switch row {
    case .project(let key):
      // A project stays while any of its services matches.
      ([key.name.rawValue] + state.serviceNames(of: key).map(\.rawValue)).joined(separator: " ")
    case .service(let key, let name): "\(key.name) \(name)"
    case .container(let id): state.containerName(id)
    default: ""
    }
  }

  static func emptyText(_ state: DashboardState) -> String {
    state.connection == .connecting
      ? "connecting …" : "no Compose stacks on this engine, and none in the folders of the settings"
  }

  static func counter(_ state: DashboardState) -> String { String(state.stackKeys.count) }
}

extension DashboardState {
  /// The projects by name, then by folder.
  var projectKeys: [ProjectKey] {
    stackKeys.sorted { ($0.name.rawValue, $0.folder) < ($1.name.rawValue, $1.folder) }
  }

  /// Whether another project has the same name, so that the folder must tell them apart.
  func isAmbiguous(_ key: ProjectKey) -> Bool {
    stackKeys.contains { $0.name == key.name && $0.folder != key.folder }
  }
}
