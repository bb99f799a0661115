import EngineModel
import TerminalUI

/// The room that a log has on the screen.
struct LogLayout: Sendable, Equatable {
  var columns: Int
  var rows: Int
  /// What stands before each line: the sign of standard error, the time, and the container's name where there are several.
  var prefix = 0
  /// Seconds east of UTC, for the times in lines.
  var zone = 0

  /// The columns that are left for the text.
  var textColumns: Int { max(1, columns - prefix) }
}

extension LogsState {
  /// The columns of the time before each line.
  var clockColumns: Int { showsTimestamps ? 13 : 0 }

  /// The room for the log in a part of the screen.
  func layout(in rect: Rect, _ state: SharedState) -> LogLayout {
    let prefix = 1 + clockColumns + nameColumns
    return LogLayout(
      columns: rect.columns, rows: rect.rows, prefix: prefix, zone: state.setup.utcOffset)
  }

  /// The numbers of the lines that are shown, but for marks; nil where all lines are.
  var sifted: LineNumbers? {
    if mode == .filter, search.isActive { return matches }
    return showsErrorsOnly ? errors : nil
  }

  /// Whether some lines are hidden.
  var isSifting: Bool { showsErrorsOnly || (mode == .filter && search.isActive) }

  /// The number of the line after `number` that is shown; nil at the end.
  func lineAfter(_ number: Int) -> Int? {
    guard let sifted else { return number + 1 < buffer.endNumber ? number + 1 : nil }
    return [sifted.first(from: number + 1), marks.first(from: number + 1)].compactMap(\.self).min()
  }

  /// The number of the line before `number` that is shown; nil at the start.
  func lineBefore(_ number: Int) -> Int? {
    guard let sifted else { return number > buffer.firstNumber ? number - 1 : nil }
    let before = [sifted.last(before: number), marks.last(before: number)].compactMap(\.self).max()
    return before.flatMap { $0 >= buffer.firstNumber ? $0 : nil }
  }

  var lastLine: Int? { lineBefore(buffer.endNumber) }

  var firstLine: Int? { lineAfter(buffer.firstNumber - 1) }

  /// How many rows a line takes.
  func rowCount(_ number: Int, _ layout: LogLayout) -> Int {
    if buffer[number].isDivider { return 1 }
    if let laid = laidRows(of: number, layout) { return laid.count }
    guard wraps else { return 1 }
    let columns = layout.textColumns
    // Bytes are never fewer than columns, so a short line needs no measuring.
    if buffer[number].text.utf8.count <= columns { return 1 }
    return rows(of: number, layout).count
  }

  /// The topmost row when the end of the log is at the bottom of the screen.
  func endPosition(_ layout: LogLayout) -> LogPosition? {
    guard var number = lastLine else { return nil }
    var left = layout.rows - rowCount(number, layout)
    while left > 0, let before = lineBefore(number) {
      number = before
      left -= rowCount(number, layout)
    }
    return LogPosition(number: number, row: max(0, -left))
  }

  /// The topmost row to draw: where the user has scrolled to, or what the end asks for. A line that was dropped or
  /// filtered away gives its place to the next one.
  func topPosition(_ layout: LogLayout) -> LogPosition? {
    guard let position, let end = endPosition(layout), let first = firstLine else {
      return endPosition(layout)
    }
    if position.number < first { return LogPosition(number: first, row: 0) }
    guard isShown(position.number) else {
      return lineAfter(position.number).map { LogPosition(number: $0, row: 0) } ?? end
    }
    return position
  }

  private func isShown(_ number: Int) -> Bool {
    guard number >= buffer.firstNumber, number < buffer.endNumber else { return false }
    return sifted?.contains(number) ?? true || marks.contains(number)
  }

  /// Scrolls by rows; at the end the log is followed again.
  mutating func scroll(by delta: Int, _ layout: LogLayout) {
    guard var place = topPosition(layout), let end = endPosition(layout) else { return }
    if delta < 0 {
      for _ in 0..<(-delta) {
        if place.row > 0 {
          place.row -= 1
        } else if let before = lineBefore(place.number) {
          place = LogPosition(number: before, row: rowCount(before, layout) - 1)
        } else {
          break
        }
      }
      position = place
    } else {
      for _ in 0..<delta {
        if place.row + 1 < rowCount(place.number, layout) {
          place.row += 1
        } else if let after = lineAfter(place.number) {
          place = LogPosition(number: after, row: 0)
        } else {
          break
        }
      }
      let isAtEnd = place.number > end.number || (place.number == end.number && place.row >= end.row)
      position = isAtEnd ? nil : place
    }
  }

  /// Goes to the first row.
  mutating func scrollToStart() { position = firstLine.map { LogPosition(number: $0, row: 0) } }

  /// Goes to the end and follows it.
  mutating func follow() { position = nil }

  /// Stands still where the screen is now.
  mutating func holdStill(_ layout: LogLayout) { position = topPosition(layout) }

  /// Goes to the next match below (`step` 1) or above (-1), and puts it on the screen. Nothing happens where there
  /// are no matches.
  mutating func stepMatch(_ step: Int, _ layout: LogLayout) {
    guard !matches.isEmpty, let top = topPosition(layout) else { return }
    let index: Int
    if let current = search.current {
      let place = matches.index(from: current)
      let isThere = matches.contains(current)
      index = step > 0 ? (isThere ? place + 1 : place) : place - 1
    } else {
      index = step > 0 ? matches.index(from: top.number) : matches.count - 1
    }
    let wrapped = (index + matches.count) % matches.count
    search.current = matches[wrapped]
    show(line: matches[wrapped], layout)
  }

  /// Puts a line on the screen, with a few lines above it for its context.
  mutating func show(line number: Int, _ layout: LogLayout) {
    position = LogPosition(number: number, row: 0)
    scroll(by: -min(3, layout.rows / 3), layout)
  }
}

extension LogsState {
  /// The time of the first line of a container; nil where there is none.
  var firstTime: Timestamp? {
    (buffer.firstNumber..<buffer.endNumber).lazy.map { buffer[$0] }.first { !$0.isDivider && $0.time != nil }?
      .time
  }

  /// The time of the last line of a container; nil where there is none.
  var lastTime: Timestamp? {
    (buffer.firstNumber..<buffer.endNumber).reversed().lazy.map { buffer[$0] }
      .first { !$0.isDivider && $0.time != nil }?.time
  }
}
