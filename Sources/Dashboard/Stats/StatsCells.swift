import EngineModel
import TerminalUI

/// What the rows say of stats: an empty cell where nothing is known, never a made-up zero.
enum StatsCells {
  static func point(_ row: RowID, _ state: SharedState) -> StatsPoint? {
    let engine = state.engine(of: row)
    if let id = row.containerID { return engine.stats.current(id) }
    return engine.statsSum(state.containers(of: row))
  }

  static func sample(_ row: RowID, _ state: SharedState) -> StatsSample? {
    let stats = state.engine(of: row).stats
    guard let id = row.containerID, stats.current(id) != nil else { return nil }
    return stats.containers[id]?.last
  }

  static func cpu(_ row: RowID, _ state: SharedState) -> StyledText {
    guard let point = point(row, state) else { return "" }
    return StyledText(Quantity.percent(Double(point.cpu)), Style(load(Double(point.cpu))))
  }

  /// Memory, with how near it is to the container's own limit told by the role.
  static func memory(_ row: RowID, _ state: SharedState) -> StyledText {
    guard let memory = point(row, state)?.memory else { return "" }
    let share = sample(row, state)?.memoryShare ?? 0
    let role: Role = share > 0.9 ? .graphHigh : share > 0.75 ? .graphMiddle : .text
    return StyledText(Quantity.bytes(Double(memory)), Style(role))
  }

  /// `64.0M/512M  13%`; without a limit of its own the memory alone.
  static func memoryOfLimit(_ row: RowID, _ state: SharedState) -> StyledText {
    let used = memory(row, state)
    guard let sample = sample(row, state), let limit = state.engine(of: row).ownLimit(sample),
      let memory = point(row, state)?.memory
    else { return used }
    let share = Pad.start(Quantity.percent(Double(memory) / limit * 100), 5)
    return used + StyledText("/\(Quantity.bytes(limit))\(share)", used.runs.first?.style ?? Style())
  }

  static func network(_ row: RowID, _ state: SharedState) -> StyledText {
    guard let point = point(row, state), let received = point.received, let sent = point.sent else {
      return ""
    }
    return StyledText("\(Quantity.bytes(Double(received)))/\(Quantity.rate(Double(sent)))")
  }

  static func block(_ row: RowID, _ state: SharedState) -> StyledText {
    guard let point = point(row, state), let read = point.read, let written = point.written else { return "" }
    return StyledText("\(Quantity.bytes(Double(read)))/\(Quantity.rate(Double(written)))")
  }

  static func pids(_ row: RowID, _ state: SharedState) -> StyledText {
    sample(row, state)?.pids.map { StyledText(Quantity.shortCount(Int(clamping: $0))) } ?? ""
  }

  /// The last CPU values on the scale of the graphs: a full step is ten percent of a core at least.
  static func trend(_ row: RowID, _ state: SharedState, columns: Int) -> StyledText {
    let engine = state.engine(of: row)
    let values =
      row.containerID.map { id in
        engine.stats.current(id) == nil
          ? [] : engine.stats.containers[id]?.history.last(columns) { $0.cpu } ?? []
      } ?? engine.summedHistory(state.containers(of: row), points: columns) { $0.cpu }
    guard !values.isEmpty else { return "" }
    let text = Sparkline.text(
      values: values, columns: columns, maximum: Scale.cpu(values.max() ?? 0), glyphs: state.glyphs)
    return StyledText(text, Style(.graphLow))
  }

  /// How busy a number of percent of a core is.
  static func load(_ cpu: Double) -> Role { cpu >= 90 ? .graphHigh : cpu >= 50 ? .graphMiddle : .text }
}
