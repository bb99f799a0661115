import TerminalUI

/// One log line as the screen shows it.
enum LogRowText {
  /// A row with the colours that the program asked for. Where it has asked for none, the word that says the level has
  /// that level's; what went to standard error without one is told by its role.
  static func styled(_ rows: SGRRows, _ index: Int, of line: LogLine) -> StyledText {
    let row = rows.row(
      index, of: line.text, base: Style(line.isError && line.level == nil ? .logError : .text))
    guard index == 0, line.level != nil, !line.text.utf8.contains(0x1B),
      let (level, range) = LogLevel.found(in: line.text)
    else { return row }
    let word = String(decoding: Array(line.text.utf8)[range], as: UTF8.self)
    let plain = row.plain
    guard let place = plain.firstRange(of: word) else { return row }
    let start = plain.distance(from: plain.startIndex, to: place.lowerBound)
    return row.restyled(characters: start..<start + word.count) { _ in level.style }
  }

  /// The columns of a line that is not wrapped which are looked at, from its beginning: up to the one behind the last
  /// that is seen, so that a line is seen to go on. They are rounded up, so that scrolling to the side does not measure
  /// long lines for each key.
  static func unwrappedColumns(from column: Int, columns: Int) -> Int {
    (column + columns + 1 + 255) / 256 * 256
  }
}

/// Where the rows of long lines begin, from one key to the next: nothing of a line is measured again while it is on the
/// screen or at the end of the log.
struct RememberedRows: Sendable, Equatable {
  private var rows: [Int: SGRRows] = [:]

  /// The rows of a line that was remembered with so many columns.
  func rows(of number: Int, columns: Int, limit: Int) -> SGRRows? {
    rows[number].flatMap { $0.columns == columns && $0.limit == limit ? $0 : nil }
  }

  var isEmpty: Bool { rows.isEmpty }

  /// Keeps these, and forgets all others.
  mutating func keep(_ wanted: [Int: SGRRows]) { rows = wanted }

  /// Forgets the lines from a number on: other lines may have it now.
  mutating func forget(from number: Int) { rows = rows.filter { $0.key < number } }

  /// They say nothing that the lines do not.
  static func == (left: RememberedRows, right: RememberedRows) -> Bool { true }
}

extension LogsState {
  /// The rows of a line by its number.
  func rows(of number: Int, _ layout: LogLayout) -> SGRRows {
    let columns =
      wraps
      ? layout.textColumns : LogRowText.unwrappedColumns(from: column, columns: layout.textColumns)
    let limit = wraps ? Int.max : 1
    return remembered.rows(of: number, columns: columns, limit: limit)
      ?? SGRRows(of: buffer[number].text, columns: columns, limit: limit)
  }

  /// Whether there are long lines, or rows of some that have gone.
  var hasRowsToRemember: Bool { buffer.longLines > 0 || !remembered.isEmpty }

  /// Remembers the rows of the long lines that the next key is likely to need.
  mutating func rememberRows(_ layout: LogLayout) {
    guard buffer.longLines > 0, let top = topPosition(layout) else { return remembered.keep([:]) }
    var wanted: [Int: SGRRows] = [:]
    keepRows(from: top, layout, in: &wanted)
    if wraps, let end = endPosition(layout) { keepRows(from: end, layout, in: &wanted) }
    remembered.keep(wanted)
  }

  private func keepRows(from place: LogPosition, _ layout: LogLayout, in wanted: inout [Int: SGRRows]) {
    var number: Int? = place.number
    var left = layout.rows + place.row
    while let current = number, left > 0 {
      if buffer[current].isLong {
        let rows = wanted[current] ?? rows(of: current, layout)
        wanted[current] = rows
        left -= rows.count
      } else {
        left -= rowCount(current, layout)
      }
      number = lineAfter(current)
    }
  }
}
