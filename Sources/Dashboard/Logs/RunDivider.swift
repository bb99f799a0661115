import EngineModel
import TerminalUI

/// The line in a log between two runs of a container.
enum RunDivider {
  /// The line, which stands right before what the new run has written.
  static func line(_ start: ContainerRunStart, zone: Int) -> LogLine {
    var parts: [String] = []
    if let code = start.exitCode {
      let meaning = ExitCode.meaning(of: code).map { " (\($0))" } ?? ""
      parts.append("exited \(code)\(meaning)")
    }
    parts.append("started \(start.time.timeText(zoneSeconds: zone))")
    if let restarts = start.restarts, restarts > 0 { parts.append(Counted.text(restarts, "restart")) }
    var line = LogLine(
      container: start.container, time: start.time, isError: false, text: parts.joined(separator: ", "))
    line.isDivider = true
    return line
  }

  /// The line over so many columns: `── exited 1, started 12:03:11, 4 restarts ──────`.
  static func row(_ text: String, columns: Int, _ glyphs: GlyphSet) -> StyledText {
    let rule = String(glyphs.box.horizontal)
    let start =
      StyledText("\(rule)\(rule) ", Style(.border)) + StyledText(text, Style(.warning)) + StyledText(" ")
    let rest = String(repeating: rule, count: max(0, columns - start.columns))
    return (start + StyledText(rest, Style(.border))).prefix(columns: columns)
  }
}

extension LogsState {
  /// Puts the lines between runs into the log, where what is known of them has changed.
  mutating func divide(_ state: SharedState) {
    guard let subject else { return }
    let engine = state.engine(of: subject)
    let isNew = engine.runs.revision != dividedRevision || buffer.endNumber != dividedEnd
    guard isNew, !isCleared else { return }
    dividedRevision = engine.runs.revision
    for id in containers {
      for start in engine.runs.starts[id] ?? [] where divides(start) {
        let known = dividers.updateValue(start, forKey: DividerKey(container: id, time: start.time))
        if known == nil { insert(RunDivider.line(start, zone: state.setup.utcOffset)) }
      }
    }
    dividedEnd = buffer.endNumber
  }

  /// Whether something of the run before is in the log.
  private func divides(_ start: ContainerRunStart) -> Bool {
    guard !buffer.isEmpty, let first = buffer[buffer.firstNumber].time else { return false }
    return first < start.time
  }
}

/// Which start a line in the log stands for.
struct DividerKey: Sendable, Hashable {
  let container: ContainerID
  let time: Timestamp
}
