import EngineModel

@testable import Dashboard

/// What tests look at, by short names: the first engine is the only one of most stages.
extension DashboardState {
  var facts: EngineFacts { firstEngine.facts }
  var stats: StatsFacts { firstEngine.stats }
  var panes: PaneStates { shared.panes }
  var activePane: PaneKind { shared.activePane }
  var focus: Focus { shared.focus }
  var details: DetailsState { shared.details }
  var screenMode: ScreenMode { shared.screenMode }
  var layout: ScreenLayout { shared.layout }
  var detailRows: Int { shared.detailRows }
  var statsPlan: StatsPlan { statsPlan(of: .first) }

  func title(of row: RowID) -> String { shared.title(of: row) }
  func containerName(_ id: ContainerID) -> String { firstEngine.containerName(id) }

  /// What is streamed, without what reads files.
  var engineStreams: Set<EngineStream> {
    Set(subscriptions.map(\.stream)).filter { stream in
      switch stream {
      case .stack, .stackPlaces: false
      default: true
      }
    }
  }
}

/// The panes, as davit comes.
extension PaneKind {
  static var allCases: [PaneKind] { Features.standard.panes.panes }

  /// Those that always have a place on a wide screen.
  static var residents: [PaneKind] { allCases.filter { $0.feature.isResident } }
}
