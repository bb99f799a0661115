import Synchronization
import TerminalUI

/// One log line as the screen shows it.
enum LogRowText {
  /// Where the rows of a line begin when it is wrapped.
  static func rows(of line: LogLine, columns: Int) -> SGRRows {
    line.rows.map { $0.rows(of: line.text, columns: columns, limit: .max) }
      ?? SGRRows(of: line.text, columns: columns)
  }

  /// A line that is not wrapped: its columns from `column` on, as many as there is room for and one more, so that it is
  /// seen to go on.
  static func unwrapped(_ line: LogLine, from column: Int, columns: Int) -> StyledText {
    // The room is rounded up, so that scrolling to the side does not measure long lines for each key.
    let room = (column + columns + 1 + 255) / 256 * 256
    let rows =
      line.rows.map { $0.rows(of: line.text, columns: room, limit: 1) }
      ?? SGRRows(of: line.text, columns: room, limit: 1)
    let text = styled(rows, 0, of: line)
    return column > 0 ? text.dropping(columns: column) : text
  }

  /// A row with the colours that the program asked for; what went to standard error is told by its role.
  static func styled(_ rows: SGRRows, _ index: Int, of line: LogLine) -> StyledText {
    rows.row(index, of: line.text, base: Style(line.isError ? .logError : .text))
  }
}

/// Where the rows of one long line begin, remembered from one frame to the next: nothing of a line is measured again
/// for each key. It says nothing that the line does not, so that two of them are always equal.
final class RememberedRows: Sendable, Equatable {
  /// The length from which on it is worth it, in bytes.
  static let threshold = 1_024

  private struct Cut {
    var rows: SGRRows
    var limit: Int
  }

  private let last = Mutex<Cut?>(nil)

  func rows(of text: String, columns: Int, limit: Int) -> SGRRows {
    last.withLock { last in
      if let last, last.rows.columns == max(1, columns), last.limit == limit { return last.rows }
      let rows = SGRRows(of: text, columns: columns, limit: limit)
      last = Cut(rows: rows, limit: limit)
      return rows
    }
  }

  static func == (left: RememberedRows, right: RememberedRows) -> Bool { true }
}
