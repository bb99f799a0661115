import TerminalUI

/// The first row: which engine this is, what it has to do, and whether it answers.
enum HeaderView {
  static func draw(_ state: DashboardState, in rect: Rect, on canvas: inout Canvas) {
    canvas.fill(rect, Style(.text, on: .bar))
    let connection = connection(state)
    var room = rect.columns - connection.columns - 1
    canvas.write(connection.on(.bar), at: Point(column: rect.endColumn - connection.columns - 1, row: rect.row))
    var left = identity(state)
    if left.columns > room - 2 { left = StyledText(" davit", Style(.accent).adding(.bold)) }
    room -= canvas.write(left.on(.bar), at: rect.origin, maxColumns: max(0, room - 1)) + 1
    for text in [totals(state, full: true), totals(state, full: false), counts(state)] where text.columns + 3 <= room {
      let column = rect.endColumn - connection.columns - 1 - text.columns - 3
      canvas.write(text.on(.bar), at: Point(column: column, row: rect.row))
      return
    }
  }

  private static func identity(_ state: DashboardState) -> StyledText {
    var text = StyledText(" davit", Style(.accent).adding(.bold))
    text.append("  \(state.setup.engineName)", Style(.title))
    guard let version = state.facts.version else { return text }
    text.append(" \(state.glyphs.dot) \(version.product) \(version.version)", Style(.muted))
    if let api = version.apiVersion { text.append(" \(state.glyphs.dot) API \(api)", Style(.muted)) }
    return text
  }

  private static func counts(_ state: DashboardState) -> StyledText {
    let counts = state.facts.counts
    guard counts.total > 0 else { return "" }
    var parts = [StyledText("\(counts.running) running", Style(.running))]
    if counts.paused > 0 { parts.append(StyledText("\(counts.paused) paused", Style(.paused))) }
    if counts.exited > 0 { parts.append(StyledText("\(counts.exited) exited", Style(.exited))) }
    if counts.other > 0 { parts.append(StyledText("\(counts.other) other", Style(.created))) }
    return parts.dropFirst().reduce(parts[0]) { $0 + StyledText("  ") + $1 }
  }

  private static func totals(_ state: DashboardState, full: Bool) -> StyledText {
    let points = state.stats.totals.count
    guard points > 0 else { return counts(state) }
    let cpu = state.stats.totals.last(full ? 8 : 1) { $0.cpu }
    let memory = state.stats.totals.last(full ? 8 : 1) { $0.memory }
    let cores = Double(max(1, state.facts.info?.ncpu ?? 1)) * 100
    let capacity = state.facts.info.map { Double($0.memTotal) } ?? 0
    var text = counts(state)
    text.append("   CPU ", Style(.muted))
    text.append(Pad.trailing(Quantity.percent(cpu.last ?? 0), 4), Style(.text))
    if full { text.append(" " + spark(cpu, cores, state), Style(.graphLow)) }
    text.append("  MEM ", Style(.muted))
    text.append(Quantity.bytes(memory.last ?? 0), Style(.text))
    if capacity > 0 { text.append("/\(Quantity.bytes(capacity))", Style(.muted)) }
    if full, capacity > 0 { text.append(" " + spark(memory, capacity, state), Style(.graphLow)) }
    return text
  }

  private static func spark(_ values: [Double], _ maximum: Double, _ state: DashboardState) -> String {
    Sparkline.text(values: values, columns: 8, maximum: maximum, glyphs: state.glyphs)
  }

  private static func connection(_ state: DashboardState) -> StyledText {
    let glyphs = state.glyphs
    switch state.connection {
    case .connecting: return StyledText("\(glyphs.dotted) connecting", Style(.starting))
    case .live: return StyledText("\(glyphs.full) live", Style(.success))
    case .lost: return StyledText("\(glyphs.cross) stale: no engine", Style(.error).adding(.bold))
    }
  }
}
