import EngineModel
import TerminalUI

/// What the border below a log says: whether it is followed, how much there is, what the pattern has found.
enum LogFooter {
  static func text(_ logs: LogsState, _ state: SharedState, _ style: Style) -> StyledText {
    var text = StyledText("")
    if logs.search.isActive || logs.search.problem != nil { text.append(pattern(logs)) }
    if let service = logs.shownService(state) {
      text.append("\(service) only \(state.glyphs.dot) ", Style(.mark))
    }
    if let word = phase(logs) {
      text.append("\(word) \(state.glyphs.dot) ", style)
    } else if logs.isFollowing {
      text.append("follow \(state.glyphs.dot) ", Style(.success))
    } else {
      text.append("paused: G follows \(state.glyphs.dot) ", Style(.warning))
    }
    if logs.wraps { text.append("wrap \(state.glyphs.dot) ", style) }
    let count = logs.buffer.count - logs.buffer.dividers
    text.append("\(Quantity.count(count)) line\(count == 1 ? "" : "s")", style)
    return text
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
