import EngineModel
import TerminalUI

extension VolumesPane {
  /// The columns of volumes; the first ones stand in the side pane too.
  static let volumeColumns: [Column] = [
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
      id: "size", title: "SIZE", minimum: 5, ideal: 6, priority: 95, alignment: .trailing, inSidePane: true,
      appears: { state in state.engines.all.contains { !$0.facts.volumeSizes.isEmpty } },
      sortsDescending: true,
      cell: { row, state in
        guard let volume = volume(row, state), let size = state.engine(of: row).facts.volumeSizes[volume.name]
        else {
          return ""
        }
        return StyledText(Quantity.bytes(size))
      },
      sortKey: { row, state in
        .number(
          volume(row, state).flatMap { state.engine(of: row).facts.volumeSizes[$0.name] }.map(Double.init)
            ?? -1)
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

  static func volume(_ row: RowID, _ state: SharedState) -> VolumeSummary? {
    state.engine(of: row).facts.volumes[VolumeName(row.name)]
  }

  static func users(_ row: RowID, _ state: SharedState) -> String {
    VolumeRow.users(row, state.engine(of: row)).map(\.name).joined(separator: " ")
  }
}
