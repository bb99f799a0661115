import EngineModel
import TerminalUI

extension LogSearchPane {
  static let logSearchColumns: [Column] = [
    Column(
      id: "found", title: "FOUND", minimum: 7, ideal: 7, priority: 98, alignment: .trailing,
      inSidePane: true, sortsDescending: true,
      cell: { row, state in found(row, state) },
      sortKey: { row, state in .number(Double(log(row, state)?.matches ?? 0)) }),
    Column(
      id: "container", title: "CONTAINER", minimum: 12, ideal: 26, priority: 99, isFlexible: true,
      inSidePane: true,
      cell: { row, state in
        let hasFound = log(row, state).map { $0.matches > 0 } ?? false
        return StyledText(state.title(of: row), Style(hasFound ? .text : .muted))
      },
      sortKey: { row, state in .text(state.title(of: row)) }),
    Column(
      id: "last", title: "LAST", minimum: 8, ideal: 8, priority: 60,
      cell: { row, state in
        StyledText(
          log(row, state)?.last.map { $0.timeText(zoneSeconds: state.setup.utcOffset) } ?? "", Style(.muted))
      },
      sortKey: { row, state in .number(Double(log(row, state)?.last?.nanoseconds ?? 0)) }),
    Column(
      id: "lines", title: "LINES", minimum: 7, ideal: 9, priority: 50, alignment: .trailing,
      sortsDescending: true, note: "that were looked at",
      cell: { row, state in
        let lines = log(row, state)?.lines ?? 0
        return StyledText(lines > 0 ? Quantity.count(lines) : "", Style(.muted))
      },
      sortKey: { row, state in .number(Double(log(row, state)?.lines ?? 0)) }),
  ]

  private static func log(_ row: RowID, _ state: SharedState) -> FoundInLog? {
    SearchedRow.log(row, state.engine(of: row))
  }

  /// How many matches there are, or what there is to say instead.
  private static func found(_ row: RowID, _ state: SharedState) -> StyledText {
    guard let log = log(row, state) else { return "" }
    if log.matches > 0 { return StyledText(Quantity.count(log.matches), Style(.mark)) }
    switch log.phase {
    case .failed: return StyledText("cannot", Style(.error))
    case .done: return StyledText("0", Style(.muted))
    case .waiting, .reading:
      return StyledText(state.engine(of: row).search.isRunning ? "…" : "-", Style(.muted))
    }
  }
}
