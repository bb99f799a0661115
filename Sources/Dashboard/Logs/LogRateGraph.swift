import EngineModel
import TerminalUI

/// The graph in the border below a log: how many lines there are by time, where errors are among them, and which part is
/// on the screen.
enum LogRateGraph {
  /// The fewest and the most columns of the graph, and the fewest lines that are worth one.
  private static let columns = 12...72
  private static let fewestLines = 20

  /// The graph with the times at its ends, as it fits into the room that is left; nil where it does not.
  static func text(_ logs: LogsState, _ state: SharedState, room: Int) -> StyledText? {
    let buffer = logs.buffer
    guard buffer.count - buffer.dividers >= fewestLines, let first = logs.firstTime, let last = logs.lastTime
    else { return nil }
    let (start, end) = labels(first, last, zone: state.setup.utcOffset)
    let labelled = room - TextWidth.columns(of: start + end) - 4
    let width = min(columns.upperBound, labelled >= columns.lowerBound ? labelled : room - 2)
    let counts = buffer.rate.columns(width)
    guard width >= columns.lowerBound, counts.count >= columns.lowerBound else { return nil }
    var text = StyledText(" ")
    if labelled >= columns.lowerBound { text.append(start + " ", Style(.muted)) }
    let seen = seen(logs, state).map {
      buffer.rate.column(of: $0, among: width)...buffer.rate.column(of: $1, among: width)
    }
    let highest = counts.map(\.lines).max() ?? 0
    // Errors that a log has all the time say nothing: those stand out that are far more than it mostly has.
    let usual = counts.map(\.errors).sorted()[counts.count / 2]
    for (index, count) in counts.enumerated() {
      text.append(
        String(step(count.lines, of: highest, state.glyphs)),
        style(hasErrors: count.errors > 2 * usual, isSeen: seen?.contains(index) ?? false))
    }
    if labelled >= columns.lowerBound { text.append(" " + end, Style(.muted)) }
    return text + StyledText(" ")
  }

  private static func step(_ lines: Int, of highest: Int, _ glyphs: GlyphSet) -> Character {
    guard lines > 0, highest > 0 else { return " " }
    // The highest step would make a bar of a log that goes on evenly.
    let full = glyphs.steps.count - 2
    return glyphs.steps[max(1, (lines * full + highest - 1) / highest)]
  }

  private static func style(hasErrors: Bool, isSeen: Bool) -> Style {
    let style = Style(hasErrors ? .error : isSeen ? .accent : .border)
    return isSeen ? style.on(.selectionUnfocused).adding(.bold) : style
  }

  /// The times of the first and the last line on the screen.
  private static func seen(_ logs: LogsState, _ state: SharedState) -> (Timestamp, Timestamp)? {
    let layout = logs.layout(in: state.layout.detailContent, state)
    guard let top = logs.topPosition(layout) else { return nil }
    var times: (first: Timestamp, last: Timestamp)?
    var left = layout.rows + top.row
    var number: Int? = top.number
    while left > 0, let current = number {
      if let time = logs.buffer[current].time {
        times = (times?.first ?? time, max(times?.last ?? time, time))
      }
      left -= logs.rowCount(current, layout)
      number = logs.lineAfter(current)
    }
    return times.map { ($0.first, $0.last) }
  }

  /// The times at the ends, as exact as what lies between them asks for.
  private static func labels(_ first: Timestamp, _ last: Timestamp, zone: Int) -> (String, String) {
    func text(_ time: Timestamp) -> String {
      let span = last.secondsSince(first)
      if span >= 86_400 { return String(time.dateText(zoneSeconds: zone).dropFirst(5)) }
      let clock = time.timeText(zoneSeconds: zone)
      return span >= 7_200 ? String(clock.prefix(5)) : clock
    }
    return (text(first), text(last))
  }
}
