import TerminalUI

/// A row of a line, where lines are broken into rows.
struct ScreenPlace: Sendable, Equatable, Comparable {
  var line: Int
  var row: Int

  static func < (left: ScreenPlace, right: ScreenPlace) -> Bool {
    (left.line, left.row) < (right.line, right.row)
  }
}

extension TextEditor {
  /// Says how large the editor is drawn, line numbers included: what moves by pages and rows go by. The cursor
  /// stays in sight.
  package mutating func resize(to size: Size) {
    guard size != self.size else { return }
    self.size = size
    follow()
  }

  /// Moves what is shown, and not the cursor: down for a positive number of rows.
  package mutating func scroll(rows: Int) {
    let last = stepped(ScreenPlace(line: highestLine, row: Int.max), by: 1 - max(1, size.rows))
    top = min(stepped(top, by: rows), max(last, ScreenPlace(line: lowestLine, row: 0)))
  }

  /// Where the text stands in the editor's rectangle.
  var columns: EditorColumns { EditorColumns(width: size.columns, lines: content.count) }

  func layout(of line: Int) -> LineLayout {
    LineLayout(content.texts[line], width: columns.text)
  }

  /// The column on the screen of a place, in its row.
  func screenColumn(of place: TextPosition) -> Int { layout(of: place.line).screenColumn(of: place.column) }

  /// The place `rows` rows above (negative) or below the cursor, in the column that moves keep to.
  func vertical(_ rows: Int) -> TextPosition {
    let layout = layout(of: cursor.line)
    let here = ScreenPlace(line: cursor.line, row: layout.row(of: cursor.column))
    let there = stepped(here, by: rows)
    if there == here {
      return rows < 0
        ? TextPosition(line: cursor.line, column: 0)
        : TextPosition(line: cursor.line, column: length(of: cursor.line))
    }
    let column = self.layout(of: there.line).column(
      row: there.row, screenColumn: goal ?? layout.screenColumn(of: cursor.column))
    return TextPosition(line: there.line, column: column)
  }

  /// The row that many rows further, within what can be edited.
  func stepped(_ place: ScreenPlace, by rows: Int) -> ScreenPlace {
    var line = min(max(lowestLine, place.line), highestLine)
    var count = layout(of: line).rows.count
    var row = min(place.line == line ? place.row : 0, count - 1)
    var rest = rows
    while rest > 0 {
      if row + rest < count || line == highestLine {
        return ScreenPlace(line: line, row: min(row + rest, count - 1))
      }
      rest -= count - row
      line += 1
      row = 0
      count = layout(of: line).rows.count
    }
    while rest < 0 {
      if row + rest >= 0 || line == lowestLine { return ScreenPlace(line: line, row: max(0, row + rest)) }
      rest += row + 1
      line -= 1
      count = layout(of: line).rows.count
      row = count - 1
    }
    return ScreenPlace(line: line, row: row)
  }

  /// Scrolls as little as possible, so that the cursor is seen with some rows around it.
  mutating func follow() { top = top(showing: cursor) }

  /// The first row to draw, so that `place` is seen.
  func top(showing place: TextPosition) -> ScreenPlace {
    let rows = max(1, size.rows)
    let margin = min(2, (rows - 1) / 2)
    let here = ScreenPlace(line: place.line, row: layout(of: place.line).row(of: place.column))
    let highest = stepped(here, by: -margin)
    let start = stepped(top, by: 0)
    if start >= highest { return highest }
    let below = stepped(here, by: margin)
    let lowest = stepped(below, by: 1 - rows)
    return max(start, lowest)
  }
}

/// How the columns of an editor are shared out, from the left: marks, numbers, text, scroll bar.
struct EditorColumns: Equatable {
  /// The digits of the line numbers; 0 where there is no room for them.
  var digits: Int
  /// Columns before the text.
  var gutter: Int
  /// Columns that a row of text may take; one more is kept for the cursor behind it.
  var text: Int

  init(width: Int, lines: Int) {
    digits = width < 32 ? 0 : max(3, String(lines).utf8.count)
    gutter = min(max(0, width - 1), digits + 2)
    text = max(1, width - gutter - 2)
  }
}
