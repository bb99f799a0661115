import EngineModel
import TerminalUI

/// The pane of all containers.
enum ContainersPane: PaneFeature {
  static let columns = containerColumns
  static let defaultSort = SortOrder("name")

  static func rows(_ state: DashboardState) -> [RowID] {
    state.facts.index.all
      .filter { !state.hidesStopped || state.facts.containers[$0]?.isAlive == true }
      .map { .container($0) }
  }

  static func filterText(_ row: RowID, _ state: DashboardState) -> String {
    guard let container = row.container(in: state) else { return "" }
    let words = [
      container.name, container.image, container.state.word,
      container.health == .none ? "" : container.health.word,
      container.compose.project?.rawValue ?? "", container.id.short,
    ]
    return words.joined(separator: " ")
  }

  static func emptyText(_ state: DashboardState) -> String {
    if case .connecting = state.connection { return "connecting …" }
    if state.facts.containers.isEmpty {
      return "no containers yet: `docker run` or `docker compose up` makes some"
    }
    return "none is running: . shows those that are stopped"
  }

  static func counter(_ state: DashboardState) -> String {
    let counts = state.facts.counts
    return "\(counts.running + counts.paused)/\(counts.total)"
  }
}

extension RowID {
  /// The container of a container's row; nil for other rows, and when it is gone.
  func container(in state: DashboardState) -> ContainerSummary? {
    guard case .container(let id) = self else { return nil }
    return state.facts.containers[id]
  }
}
