import EngineModel
import PrintableText
import TerminalUI

/// The lines of a log, for a pager.
package struct PagedLog: Sendable, Hashable {
  /// The lines, and those that divide them.
  let lines: [LogLine]
  /// The names that stand before the lines of several containers; empty where there is one.
  let names: [ContainerID: String]
  /// Whether the time stands before each line, and how many seconds east of UTC it is told.
  let showsTimestamps: Bool
  let zone: Int
  /// The line to begin at, from 1; nil for the end.
  package let first: Int?

  /// The text, one line after the other. What came from containers cannot command a terminal: with `colours` the sequences
  /// that set them are left in it, which a pager has to be told to pass on; all others are taken out, and control
  /// characters are written as what they are.
  package func text(colours: Bool) -> String {
    var text = ""
    for line in lines {
      if showsTimestamps, let time = line.time { text += LogClock.text(time, zone: zone) + " " }
      if line.isDivider {
        text += "── \(PrintableText.shown(line.text)) ──\n"
        continue
      }
      if let name = names[line.container] { text += PrintableText.shown(name) + ": " }
      text +=
        (colours
          ? SGRText.coloursOnly(line.text) { PrintableText.shown($0) } : PrintableText.shown(line.plainText))
        + "\n"
    }
    return text
  }

  /// The lines are the same where the first and the last are.
  package static func == (left: PagedLog, right: PagedLog) -> Bool {
    left.lines.count == right.lines.count && left.lines.first == right.lines.first
      && left.lines.last == right.lines.last && left.first == right.first
  }
  /// Their number is enough.
  package func hash(into hasher: inout Hasher) { hasher.combine(lines.count) }
}

extension LogsState {
  /// The lines that are shown, from where one stands.
  func paged(_ state: SharedState) -> PagedLog {
    var lines: [LogLine] = []
    var first: Int?
    var number = firstLine
    while let current = number {
      if current == position?.number { first = lines.count + 1 }
      lines.append(buffer[current])
      number = lineAfter(current)
    }
    let names = Dictionary(sources.map { ($0.container, $0.name) }, uniquingKeysWith: { $1 })
    return PagedLog(
      lines: lines, names: sources.count > 1 ? names : [:], showsTimestamps: showsTimestamps,
      zone: state.setup.utcOffset, first: first)
  }
}
