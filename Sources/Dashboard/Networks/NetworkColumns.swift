import EngineModel
import TerminalUI

extension NetworksPane {
  /// The columns of networks; the first ones stand in the side pane too.
  static let networkColumns: [Column] = [
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
        let count = NetworkRow.users(row, state.engine(of: row)).count
        return StyledText(String(count), Style(count == 0 ? .muted : .text))
      },
      sortKey: { row, state in .number(Double(NetworkRow.users(row, state.engine(of: row)).count)) }),
    Column(
      id: "subnet", title: "SUBNET", minimum: 18, ideal: 18, priority: 70,
      overlong: .losesWords,
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

  static func network(_ row: RowID, _ state: SharedState) -> NetworkSummary? {
    NetworkRow.network(row, state.engine(of: row))
  }
}
