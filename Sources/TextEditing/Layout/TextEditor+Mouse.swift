import TerminalUI

extension TextEditor {
  /// The place nearest to a cell when the editor is drawn in `rect`; cells above and below count as the first
  /// and the last row.
  package func position(at point: Point, in rect: Rect) -> TextPosition {
    var editor = self
    editor.resize(to: rect.size)
    let row = min(max(0, point.row - rect.row), max(0, rect.rows - 1))
    let place = editor.stepped(editor.top, by: row)
    let layout = editor.layout(of: place.line)
    // Below the last line stands nothing; the place is the text's end.
    if editor.stepped(editor.top, by: row - 1) == place, row > 0 {
      return TextPosition(line: place.line, column: layout.line.count)
    }
    let column = max(0, point.column - rect.column - editor.columns.gutter)
    return TextPosition(line: place.line, column: layout.column(row: place.row, screenColumn: column))
  }

  /// Puts the cursor where the mouse was pressed.
  package mutating func press(at point: Point, in rect: Rect) {
    resize(to: rect.size)
    move(to: position(at: point, in: rect))
  }

  /// Selects from where the mouse was pressed to where it is now; beyond the edge, the text is scrolled.
  package mutating func drag(to point: Point, in rect: Rect) {
    resize(to: rect.size)
    if point.row < rect.minRow { scroll(rows: -1) }
    if point.row > rect.maxRow { scroll(rows: 1) }
    let start = anchor ?? cursor
    let end = position(at: point, in: rect)
    stand(Caret(end, anchor: end == start ? nil : start))
    if anchor == nil { cursor = start }
    follow()
  }
}
