import EngineModel
import Preferences
import TerminalUI
import Troubles

/// The filter of the containers pane, for what has no screen.
package enum ContainerFilter {
  /// The containers that the pane would show under a filter, in its order.
  ///
  /// - Throws: what is wrong with the filter.
  package static func matching(
    _ text: String, among containers: [ContainerSummary]
  ) throws(Trouble) -> [ContainerSummary] {
    var state = SharedState(
      size: Size(columns: 80, rows: 24), setup: DashboardSetup(),
      registry: PaneRegistry([ContainersPane.self]), active: .containers)
    _ = state.engines[.first].update(.containers(containers))
    state.apply(.filter(.containers, text))
    state.settle(.containers)
    if let problem = state.panes[.containers].filterProblem {
      throw Trouble("cannot filter containers by \(text)", why: problem)
    }
    return state.panes[.containers].rows.compactMap { state.container($0) }
  }
}
