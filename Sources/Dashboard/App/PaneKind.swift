/// The list panes, in the order of their digits. A new pane is a folder and a case here: the compiler then names
/// every place that has to know it.
package enum PaneKind: Int, CaseIterable, Sendable, Hashable {
  case stacks = 1
  case containers
  case images
  case volumes
  case networks

  /// The title in the pane's border.
  package var title: String {
    switch self {
    case .stacks: "Stacks"
    case .containers: "Containers"
    case .images: "Images"
    case .volumes: "Volumes"
    case .networks: "Networks"
    }
  }

  /// The pane below, the first after the last.
  var next: PaneKind { PaneKind(rawValue: rawValue + 1) ?? .stacks }

  /// The pane above, the last before the first.
  var previous: PaneKind { PaneKind(rawValue: rawValue - 1) ?? .networks }

  /// What this pane's rows are made of.
  var feature: any PaneFeature.Type {
    switch self {
    case .stacks: StacksPane.self
    case .containers: ContainersPane.self
    case .images: ImagesPane.self
    case .volumes: VolumesPane.self
    case .networks: NetworksPane.self
    }
  }
}

/// What a feature tells about its pane: its rows and its columns. All pure functions of the state.
protocol PaneFeature {
  /// The columns of the wide table, the first ones also in the side pane.
  static var columns: [Column] { get }
  /// The column that sorts when nothing else is chosen.
  static var defaultSort: SortOrder { get }
  /// The rows before the filter and the sort, in the default order.
  static func rows(_ state: DashboardState) -> [RowID]
  /// What a filter looks at.
  static func filterText(_ row: RowID, _ state: DashboardState) -> String
  /// What the pane says when it has no rows at all.
  static func emptyText(_ state: DashboardState) -> String
  /// The counter in the pane's border.
  static func counter(_ state: DashboardState) -> String
  /// Whether the rows are a tree in its own order, which a sort must not tear apart.
  static var isTree: Bool { get }
}

extension PaneFeature {
  static var isTree: Bool { false }
}
