import TerminalUI

/// The first row: which engine this is, what it has to do, and whether it answers.
enum HeaderView {
  static func draw(_ state: SharedState, in rect: Rect, on canvas: inout Canvas) {
    canvas.fill(rect, Style(.text, on: .bar))
    let connection = connection(state)
    let end = rect.endColumn - connection.columns - 1
    canvas.write(connection.on(.bar), at: Point(column: end, row: rect.row))
    let (left, right) = fitting(state, end - rect.column)
    canvas.write(left.on(.bar), at: rect.origin, maxColumns: max(0, end - rect.column - 1))
    canvas.write(right.on(.bar), at: Point(column: end - right.columns - 3, row: rect.row))
  }

  /// The fullest pair of identity and totals that has room: what the engine is called gives way to what it does.
  private static func fitting(_ state: SharedState, _ room: Int) -> (StyledText, StyledText) {
    let names = (0...3).map { identity(state, parts: 3 - $0) }
    let figures = [
      totals(state, sparks: true), totals(state), totals(state, full: false), counts(state),
      counts(state, full: false),
    ]
    let fullestFirst = [
      (0, 0), (1, 0), (1, 1), (1, 2), (2, 1), (2, 2), (0, 3), (1, 3), (2, 3), (2, 4), (3, 4),
    ]
    let pairs = fullestFirst.lazy.map { (names[$0], figures[$1]) }
    return pairs.first { $0.columns + $1.columns + 5 <= room } ?? (names[3], "")
  }

  /// davit's name, then as many parts as are asked for: the engine's name, its product and version, its API.
  private static func identity(_ state: SharedState, parts: Int) -> StyledText {
    var text = StyledText(" davit", Style(.accent).adding(.bold))
    if parts >= 1 { text.append("  \(state.currentEngine.name)", Style(.title)) }
    guard let version = state.currentEngine.facts.version else { return text }
    if parts >= 2 { text.append(" \(state.glyphs.dot) \(version.product) \(version.version)", Style(.muted)) }
    if parts >= 3, let api = version.apiVersion {
      text.append(" \(state.glyphs.dot) API \(api)", Style(.muted))
    }
    return text
  }

  /// What the containers do: trouble right behind those that run; what is only there comes last, and not at all where
  /// there is little room.
  private static func counts(_ state: SharedState, full: Bool = true) -> StyledText {
    let counts = state.currentEngine.facts.counts
    guard counts.total > 0 else { return "" }
    let kinds: [(Int, String, Role)] = [
      (counts.unhealthy, "unhealthy", .unhealthy), (counts.restarting, "restarting", .restarting),
      (counts.paused, "paused", .paused), (full ? counts.exited : 0, "exited", .exited),
      (full ? counts.created : 0, "created", .created), (full ? counts.other : 0, "other", .created),
    ]
    var text = StyledText("\(counts.running) running", Style(.running))
    for (count, word, role) in kinds where count > 0 {
      text.append("  ")
      text.append("\(count) \(word)", Style(role))
    }
    return text
  }

  private static func totals(_ state: SharedState, full: Bool = true, sparks: Bool = false) -> StyledText {
    let points = state.currentEngine.stats.totals.count
    guard points > 0 else { return counts(state, full: full) }
    let cpu = state.currentEngine.stats.totals.last(sparks ? 8 : 1) { $0.cpu }
    let memory = state.currentEngine.stats.totals.last(sparks ? 8 : 1) { $0.memory }
    let cores = Double(max(1, state.currentEngine.facts.info?.ncpu ?? 1)) * 100
    let capacity = state.currentEngine.facts.info.map { Double($0.memTotal) } ?? 0
    var text = counts(state, full: full)
    text.append("   CPU ", Style(.muted))
    text.append(Pad.start(Quantity.percent(cpu.last ?? 0), 4), Style(.text))
    if sparks { text.append(" " + spark(cpu, cores, state), Style(.graphLow)) }
    guard state.currentEngine.countsMemory else { return text }
    text.append("  MEM ", Style(.muted))
    text.append(Quantity.bytes(memory.last ?? 0), Style(.text))
    if capacity > 0 { text.append("/\(Quantity.bytes(capacity))", Style(.muted)) }
    if sparks, capacity > 0 { text.append(" " + spark(memory, capacity, state), Style(.graphLow)) }
    return text
  }

  private static func spark(_ values: [Double], _ maximum: Double, _ state: SharedState) -> String {
    Sparkline.text(values: values, columns: 8, maximum: maximum, glyphs: state.glyphs)
  }

  private static func lossWord(_ engine: EngineState) -> String {
    guard engine.hasAnswered else { return "no engine" }
    guard let absence = engine.absence else { return "stale: engine away" }
    let age = "stale " + Quantity.age(seconds: Double(absence.seconds))
    return absence.isSilent ? age : age + ": engine away"
  }

  private static func connection(_ state: SharedState) -> StyledText {
    let glyphs = state.glyphs
    switch state.currentEngine.connection {
    case .connecting: return StyledText("\(glyphs.dotted) connecting", Style(.starting))
    case .live: return StyledText("\(glyphs.full) live", Style(.success))
    case .lost:
      return StyledText("\(glyphs.cross) \(lossWord(state.currentEngine))", Style(.error).adding(.bold))
    }
  }
}
