import EngineModel
import TerminalUI

/// The pane of networks.
enum NetworksPane: PaneFeature {
  static let columns = networkColumns
  static let defaultSort = SortOrder("name")

  static func rows(_ state: DashboardState) -> [RowID] {
    state.facts.networks.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { .network($0.id) }
  }

  static func filterText(_ row: RowID, _ state: DashboardState) -> String {
    guard let network = network(row, state) else { return "" }
    return "\(network.name) \(network.driver) \(network.subnets.joined(separator: " ")) \(network.id.short)"
  }

  static func emptyText(_ state: DashboardState) -> String {
    state.connection == .connecting ? "connecting …" : "no networks on this engine"
  }

  static func counter(_ state: DashboardState) -> String { String(state.facts.networks.count) }

  private static let networkColumns: [Column] = [
    Column(
      id: "name", title: "NETWORK", minimum: 12, ideal: 28, priority: 99, isFlexible: true, inSidePane: true,
      cell: { row, state in
        guard let network = network(row, state) else { return "" }
        return StyledText(network.name, Style(network.isPredefined ? .muted : .text))
      },
      sortKey: { row, state in .text(network(row, state)?.name ?? "") }),
    Column(
      id: "driver", title: "DRIVER", minimum: 6, ideal: 8, priority: 90, inSidePane: true,
      cell: { row, state in StyledText(network(row, state)?.driver ?? "", Style(.muted)) },
      sortKey: { row, state in .text(network(row, state)?.driver ?? "") }),
    Column(
      id: "containers", title: "USED", minimum: 4, ideal: 4, priority: 80, alignment: .trailing,
      inSidePane: true,
      sortsDescending: true,
      cell: { row, state in
        let count = state.containersOn(network: row).count
        return StyledText(String(count), Style(count == 0 ? .muted : .text))
      },
      sortKey: { row, state in .number(Double(state.containersOn(network: row).count)) }),
    Column(
      id: "subnet", title: "SUBNET", minimum: 14, ideal: 18, priority: 70,
      cell: { row, state in StyledText(network(row, state)?.subnets.joined(separator: " ") ?? "") },
      sortKey: { row, state in .text(network(row, state)?.subnets.first ?? "") }),
    Column(
      id: "scope", title: "SCOPE", minimum: 5, ideal: 6, priority: 40,
      cell: { row, state in StyledText(network(row, state)?.scope ?? "", Style(.muted)) },
      sortKey: { row, state in .text(network(row, state)?.scope ?? "") }),
    Column(
      id: "stack", title: "STACK", minimum: 8, ideal: 12, priority: 45,
      cell: { row, state in StyledText(network(row, state)?.project?.rawValue ?? "", Style(.muted)) },
      sortKey: { row, state in .text(network(row, state)?.project?.rawValue ?? "~") }),
    Column(
      id: "id", title: "ID", minimum: 12, ideal: 12, priority: 30,
      cell: { row, state in StyledText(network(row, state)?.id.short ?? "", Style(.muted)) },
      sortKey: { row, state in .text(network(row, state)?.id.rawValue ?? "") }),
  ]

  private static func network(_ row: RowID, _ state: DashboardState) -> NetworkSummary? {
    guard case .network(let id) = row else { return nil }
    return state.facts.networks[id]
  }
}

extension DashboardState {
  /// The containers on a network, by name. A container's list entry may name the network by name alone.
  func containersOn(network row: RowID) -> [ContainerSummary] {
    guard case .network(let id) = row, let network = facts.networks[id] else { return [] }
    let ids = (facts.index.byNetwork[id] ?? []) + (facts.index.byNetworkName[network.name] ?? [])
    return ids.compactMap { facts.containers[$0] }
  }
}
