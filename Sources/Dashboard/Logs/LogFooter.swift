import EngineModel
import TerminalUI

/// What the border below a log says: whether it is followed, how much there is, what the pattern has found.
enum LogFooter {
  /// The parts that have room, those that say most first to be kept.
  static func text(_ logs: LogsState, _ state: SharedState, _ style: Style, room: Int) -> StyledText {
    let dot = " \(state.glyphs.dot) "
    var parts: [(rank: Int, text: StyledText)] = []
    func add(_ rank: Int, _ text: String, _ style: Style, _ end: String? = nil) {
      parts.append((rank, StyledText(text + (end ?? dot), style)))
    }
    if logs.search.isActive || logs.search.problem != nil { parts.append((1, pattern(logs))) }
    if let service = logs.shownService(state) { add(5, "\(service) only", Style(.mark)) }
    if logs.showsErrorsOnly { add(2, "stderr only", Style(.mark)) }
    add(6, logs.span.text(state.setup.settings.logs, zone: state.setup.utcOffset), style)
    if let word = phase(logs) {
      add(3, word, style)
    } else if logs.isFollowing {
      add(3, "follow", Style(.success))
    } else {
      add(3, "paused: G follows", Style(.warning))
    }
    if logs.shape == .open { add(7, "fields", style) }
    if logs.shape == .raw { add(7, "raw", style) }
    if logs.wraps { add(8, "wrap", style) }
    add(4, Counted.lines(logs.buffer.count - logs.buffer.dividers), style, "")
    var left = room
    let kept = Set(
      parts.indices.sorted { parts[$0].rank < parts[$1].rank }.filter { index in
        let columns = parts[index].text.columns
        guard columns <= left else { return false }
        left -= columns
        return true
      })
    return parts.indices.filter(kept.contains).reduce(StyledText()) { $0 + parts[$1].text }
  }

  private static func pattern(_ logs: LogsState) -> StyledText {
    if let problem = logs.search.problem { return StyledText("\(problem)  ", Style(.error)) }
    let found = Quantity.count(logs.matches.count) + (logs.isScanning ? "+" : "")
    let mode = logs.mode == .filter ? "filter" : "search"
    return StyledText(
      "\(mode) /\(TextWidth.truncated(logs.search.text, to: 24))/ \(found) found  ", Style(.mark))
  }

  private static func phase(_ logs: LogsState) -> String? {
    let phases = logs.containers.compactMap { logs.streams[$0]?.phase }
    guard !phases.isEmpty else { return nil }
    if logs.target?.endsLog == true { return "cut here: s reads more" }
    // What was asked for up to a moment ends there: that says nothing of the container.
    if logs.containers.contains(where: { logs.streams[$0]?.request.until != nil }) { return "some minutes" }
    return phases.allSatisfy { $0 == .ended } ? "ended" : nil
  }
}

extension LogsState {
  /// How wide the column of container names is, where lines are of several.
  var nameColumns: Int {
    guard sources.count > 1 else { return 0 }
    return min(20, sources.map { TextWidth.columns(of: $0.name) }.max() ?? 0) + 1
  }
}
