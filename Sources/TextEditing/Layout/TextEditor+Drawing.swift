import TerminalUI

/// A sign beside a line.
package struct GutterMark: Sendable, Hashable {
  /// The sign, one column wide.
  package var glyph: Character
  /// What it means; the line's number takes the colour too.
  package var role: Role

  /// A sign of a meaning.
  package init(_ glyph: Character, _ role: Role) {
    self.glyph = glyph
    self.role = role
  }
}

extension TextEditor {
  /// Draws the text into `rect`: a mark and the number of each line, the text in its colours, what is searched
  /// for and selected, and a scroll bar in the last column. The cursor is put into the canvas when `isFocused`.
  /// `marks` are signs by line.
  package func draw(
    into canvas: inout Canvas, in rect: Rect, isFocused: Bool = true, marks: [Int: GutterMark] = [:]
  ) {
    guard !rect.isEmpty else { return }
    var editor = self
    editor.resize(to: rect.size)
    canvas.withClip(rect) { canvas in
      canvas.fill(rect, Style())
      editor.drawRows(into: &canvas, in: rect, isFocused: isFocused, marks: marks)
      editor.drawScrollbar(into: &canvas, in: rect)
    }
    if isFocused { canvas.cursor = editor.point(of: cursor, in: rect) }
  }

  private func drawRows(
    into canvas: inout Canvas, in rect: Rect, isFocused: Bool, marks: [Int: GutterMark]
  ) {
    var place = stepped(top, by: 0)
    var row = 0
    while row < rect.rows, place.line <= highestLine {
      let painter = LinePainter(self, line: place.line, isCurrent: isFocused && place.line == cursor.line)
      for index in place.row..<painter.layout.rows.count where row < rect.rows {
        painter.draw(index, into: &canvas, in: rect.line(row), mark: marks[place.line])
        row += 1
      }
      place = ScreenPlace(line: place.line + 1, row: 0)
    }
  }

  private func drawScrollbar(into canvas: inout Canvas, in rect: Rect) {
    let total = highestLine - lowestLine + 1
    // With broken lines the rows that are seen hold fewer lines; their number is near enough for a bar.
    let bottom = stepped(top, by: rect.rows - 1)
    let isAllSeen = top <= ScreenPlace(line: lowestLine, row: 0) && bottom.line == highestLine
    guard !isAllSeen, rect.columns > 1 else { return }
    let visible = min(total - 1, max(1, bottom.line - top.line + 1))
    guard visible > 0 else { return }
    canvas.scrollbar(
      in: rect.splitRight(1).right, total: total, visible: visible,
      offset: min(top.line - lowestLine, total - visible), style: Style(.border))
  }

  /// The cell of a place when the editor is drawn in `rect`; nil where it is not seen.
  package func point(of place: TextPosition, in rect: Rect) -> Point? {
    var editor = self
    editor.resize(to: rect.size)
    let place = editor.clamped(place)
    let layout = editor.layout(of: place.line)
    let here = ScreenPlace(line: place.line, row: layout.row(of: place.column))
    guard let row = editor.rows(to: here, limit: rect.rows) else { return nil }
    let column = rect.column + editor.columns.gutter + layout.screenColumn(of: place.column)
    return Point(column: min(column, max(rect.column, rect.maxColumn)), row: rect.row + row)
  }

  /// The rows between the first one drawn and `place`; nil where it is above, or `limit` or more below.
  private func rows(to place: ScreenPlace, limit: Int) -> Int? {
    var here = stepped(top, by: 0)
    guard place >= here, place.line <= highestLine else { return nil }
    var count = 0
    while here.line < place.line {
      count += layout(of: here.line).rows.count - here.row
      if count >= limit { return nil }
      here = ScreenPlace(line: here.line + 1, row: 0)
    }
    count += place.row - here.row
    return count < limit ? count : nil
  }
}
