import EngineModel
import TerminalUI

/// The pane of volumes, with what uses them.
enum VolumesPane: PaneFeature {
  static let columns = volumeColumns
  static let defaultSort = SortOrder("name")

  static func rows(_ state: DashboardState) -> [RowID] {
    state.facts.volumes.keys.sorted().map { .volume($0) }
  }

  static func filterText(_ row: RowID, _ state: DashboardState) -> String {
    guard let volume = volume(row, state) else { return "" }
    return "\(volume.name) \(volume.driver) \(users(row, state))"
  }

  static func emptyText(_ state: DashboardState) -> String {
    state.connection == .connecting ? "connecting …" : "no volumes on this engine"
  }

  static func counter(_ state: DashboardState) -> String { String(state.facts.volumes.count) }

  private static let volumeColumns: [Column] = [
    Column(
      id: "name", title: "VOLUME", minimum: 12, ideal: 22, priority: 99, isFlexible: true, inSidePane: true,
      cell: { row, state in
        guard let volume = volume(row, state) else { return "" }
        return StyledText(volume.name.short, Style(volume.name.isAnonymous ? .muted : .text))
      },
      sortKey: { row, state in .text(volume(row, state)?.name.rawValue ?? "") }),
    Column(
      id: "used", title: "USED BY", minimum: 7, ideal: 24, priority: 90, isFlexible: true, inSidePane: true,
      cell: { row, state in
        let users = users(row, state)
        return users.isEmpty ? StyledText("unused", Style(.muted)) : StyledText(users)
      },
      sortKey: { row, state in .text(users(row, state)) }),
    Column(
      id: "size", title: "SIZE", minimum: 5, ideal: 6, priority: 60, alignment: .trailing,
      sortsDescending: true,
      cell: { row, state in
        guard let volume = volume(row, state), let size = state.facts.volumeSizes[volume.name] else {
          return ""
        }
        return StyledText(Quantity.bytes(size))
      },
      sortKey: { row, state in
        .number(volume(row, state).flatMap { state.facts.volumeSizes[$0.name] }.map(Double.init) ?? -1)
      }),
    Column(
      id: "driver", title: "DRIVER", minimum: 5, ideal: 8, priority: 50,
      cell: { row, state in StyledText(volume(row, state)?.driver ?? "", Style(.muted)) },
      sortKey: { row, state in .text(volume(row, state)?.driver ?? "") }),
    Column(
      id: "stack", title: "STACK", minimum: 8, ideal: 12, priority: 45,
      cell: { row, state in StyledText(volume(row, state)?.project?.rawValue ?? "", Style(.muted)) },
      sortKey: { row, state in .text(volume(row, state)?.project?.rawValue ?? "~") }),
    Column(
      id: "created", title: "CREATED", minimum: 10, ideal: 10, priority: 40, sortsDescending: true,
      cell: { row, state in
        StyledText(volume(row, state)?.createdAt?.dateText(zoneSeconds: state.setup.utcOffset) ?? "")
      },
      sortKey: { row, state in .number(Double(volume(row, state)?.createdAt?.seconds ?? 0)) }),
    Column(
      id: "mountpoint", title: "MOUNTPOINT", minimum: 16, ideal: 40, priority: 20, isFlexible: true,
      cell: { row, state in StyledText(volume(row, state)?.mountpoint ?? "", Style(.muted)) },
      sortKey: { row, state in .text(volume(row, state)?.mountpoint ?? "") }),
  ]

  private static func volume(_ row: RowID, _ state: DashboardState) -> VolumeSummary? {
    guard case .volume(let name) = row else { return nil }
    return state.facts.volumes[name]
  }

  private static func users(_ row: RowID, _ state: DashboardState) -> String {
    guard case .volume(let name) = row else { return "" }
    return state.containersUsing(volume: name).map(\.name).joined(separator: " ")
  }
}

extension DashboardState {
  /// The containers that have a volume mounted, by name.
  func containersUsing(volume name: VolumeName) -> [ContainerSummary] {
    (facts.index.byVolume[name] ?? []).compactMap { facts.containers[$0] }
  }
}
