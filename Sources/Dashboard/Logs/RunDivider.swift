import EngineModel
import TerminalUI

/// The line in a log between two runs of a container: how the first one ended.
enum RunDivider {
  /// The line, which stands right behind what the run has written.
  static func line(_ end: RunEnd, of container: ContainerID, now: Timestamp?, zone: Int) -> LogLine {
    var line = LogLine(
      container: container, time: end.time, isError: false, text: text(end, now: now, zone: zone))
    line.kind = .runEnd
    return line
  }

  /// `exited 137, out of memory, at 12:03:11, restart 4`.
  static func text(_ end: RunEnd, now: Timestamp?, zone: Int) -> String {
    var parts = ["ended"]
    if let code = end.exitCode {
      parts = ["exited \(code)"]
      if let cause = end.isOutOfMemory ? "out of memory" : ExitCode.meaning(of: code) { parts.append(cause) }
    }
    let isToday = now.map { $0.dateText(zoneSeconds: zone) == end.time.dateText(zoneSeconds: zone) } ?? true
    parts.append(
      isToday
        ? "at \(end.time.timeText(zoneSeconds: zone))" : "on \(end.time.dateTimeText(zoneSeconds: zone))")
    if let restarts = end.restarts, restarts > 0 { parts.append("restart \(restarts)") }
    return parts.joined(separator: ", ")
  }

  /// The line over so many columns: `── exited 1, at 12:03:11, restart 4 ──────`.
  static func row(_ line: LogLine, columns: Int, _ glyphs: GlyphSet) -> StyledText {
    let rule = String(glyphs.box.horizontal)
    let style = Style(line.kind == .mark ? .mark : .warning)
    let start =
      StyledText("\(rule)\(rule) ", Style(.border)) + StyledText(line.text, style) + StyledText(" ")
    let rest = String(repeating: rule, count: max(0, columns - start.columns))
    return (start + StyledText(rest, Style(.border))).prefix(columns: columns)
  }
}

extension LogsState {
  /// Sets a mark: what comes from now on stands below it.
  mutating func mark(at time: Timestamp, zone: Int) {
    guard let container = containers.first else { return }
    var line = LogLine(
      container: container, time: nil, isError: false,
      text: "marked at \(time.timeText(zoneSeconds: zone))")
    line.kind = .mark
    insert(line)
  }

  /// Puts the lines between runs into the log, where what is known of them has changed.
  mutating func divide(_ state: SharedState) {
    guard let subject, !isCleared else { return }
    let runs = state.engine(of: subject).runs
    guard runs.revision != dividedRevision || buffer.endNumber != dividedEnd else { return }
    dividedRevision = runs.revision
    let zone = state.setup.utcOffset
    for id in containers {
      for end in runs.ends[id] ?? [] where divides(end) {
        let key = DividerKey(container: id, time: end.time)
        guard let known = dividers.updateValue(end, forKey: key) else {
          insert(RunDivider.line(end, of: id, now: state.now, zone: zone))
          continue
        }
        if known != end { buffer.redivide(RunDivider.line(end, of: id, now: state.now, zone: zone)) }
      }
    }
    dividedEnd = buffer.endNumber
  }

  /// Whether something of the run is in the log.
  private func divides(_ end: RunEnd) -> Bool {
    guard !buffer.isEmpty, let first = buffer[buffer.firstNumber].time else { return false }
    return first <= end.time
  }
}

/// Which end a line in the log stands for.
struct DividerKey: Sendable, Hashable {
  let container: ContainerID
  let time: Timestamp
}
