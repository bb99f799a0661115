import EngineModel
import TerminalUI

extension StacksPane {
  /// The columns of stacks, services and their containers.
  static let stackColumns: [Column] = [
    Column(
      id: "name", title: "NAME", minimum: 12, wideMinimum: 26, ideal: 28, priority: 99, isFlexible: true,
      inSidePane: true,
      cell: { row, state in name(row, state) },
      sortKey: { row, state in .text(state.title(of: row)) }),
    Column(
      id: "state", title: "STATE", minimum: 13, ideal: 13, priority: 90, alignment: .trailing,
      inSidePane: true,
      cell: { row, state in aggregate(row, state) },
      sortKey: { row, state in .text(aggregate(row, state).plain) }),
    Column(
      id: "drift", title: "DRIFT", minimum: 13, ideal: 15, priority: 85, inSidePane: true, sideColumns: 1,
      cell: { row, state in drift(row, state) },
      sortKey: { row, state in .text(drift(row, state).plain) }),
    Column(
      id: "health", title: "HEALTH", minimum: 9, ideal: 12, priority: 60,
      cell: { row, state in health(row, state) },
      sortKey: { row, state in .text(health(row, state).plain) }),
    Column(
      id: "cpu", title: "CPU", minimum: 5, ideal: 5, priority: 70, alignment: .trailing,
      cell: { row, state in StatsCells.cpu(row, state) },
      sortKey: { row, state in .number(StatsCells.point(row, state).map { Double($0.cpu) } ?? -1) }),
    Column(
      id: "trend", title: "TREND", minimum: 3, ideal: 10, priority: 80, inSidePane: true,
      overlong: .losesStart,
      cell: { row, state in StatsCells.trend(row, state, columns: 10) },
      sortKey: { row, state in .number(StatsCells.point(row, state).map { Double($0.cpu) } ?? -1) }),
    Column(
      id: "memory", title: "MEM", minimum: 5, ideal: 6, priority: 69, alignment: .trailing,
      cell: { row, state in StatsCells.memory(row, state) },
      sortKey: { row, state in .number(StatsCells.point(row, state)?.memory.map { Double($0) } ?? -1) }),
    Column(
      id: "image", title: "IMAGE", minimum: 12, ideal: 22, priority: 50, isFlexible: true,
      overlong: .losesPath,
      cell: { row, state in StyledText(image(row, state), Style(.muted)) },
      sortKey: { row, state in .text(image(row, state)) }),
    Column(
      id: "ports", title: "PORTS", minimum: 9, ideal: 16, priority: 40, isFlexible: true,
      overlong: .losesWords,
      cell: { row, state in StyledText(ports(row, state)) },
      sortKey: { row, state in .text(ports(row, state)) }),
    Column(
      id: "folder", title: "FOLDER", minimum: 12, ideal: 24, priority: 20, isFlexible: true,
      cell: { row, _ in
        row.isA(StackRow.self) ? StyledText(row.scope, Style(.muted)) : ""
      },
      sortKey: { row, _ in
        .text(row.isA(StackRow.self) ? row.scope : "")
      }),
  ]
}
