extension Canvas {
  /// Draws the border of `rect` and nothing inside. `title` stands at the left of the top border, `trailing` at its
  /// right end, `footer` at the right end of the bottom border; each is cut to the room that there is. Boxes smaller
  /// than two by two cells are not drawn; one row is drawn as a lone top border.
  public mutating func box(
    _ rect: Rect, style: Style, title: StyledText? = nil, trailing: StyledText? = nil,
    footer: StyledText? = nil
  ) {
    guard rect.columns >= 2, rect.rows >= 1 else { return }
    let parts = glyphs.box
    line(rect.line(0), parts.topLeft, parts.topRight, style)
    if rect.rows >= 2 {
      line(rect.line(rect.rows - 1), parts.bottomLeft, parts.bottomRight, style)
      for row in rect.minRow + 1..<rect.maxRow {
        put(Glyph(parts.vertical), at: Point(column: rect.minColumn, row: row), style: style)
        put(Glyph(parts.vertical), at: Point(column: rect.maxColumn, row: row), style: style)
      }
    }
    topTexts(rect, title, trailing)
    if let footer, rect.rows >= 2 {
      writeTrailing(footer, in: rect.line(rect.rows - 1), room: rect.columns - 2)
    }
  }

  /// Draws a horizontal line through `rect`'s first row, from border to border, as a divider inside of a box.
  public mutating func divider(_ rect: Rect, style: Style) {
    line(rect.line(0), glyphs.box.leftJoint, glyphs.box.rightJoint, style)
  }

  private mutating func line(_ rect: Rect, _ first: Character, _ last: Character, _ style: Style) {
    let middle = Glyph(glyphs.box.horizontal)
    for column in rect.minColumn..<rect.endColumn {
      let glyph = column == rect.minColumn ? Glyph(first) : column == rect.maxColumn ? Glyph(last) : middle
      put(glyph, at: Point(column: column, row: rect.row), style: style)
    }
  }

  private mutating func topTexts(_ rect: Rect, _ title: StyledText?, _ trailing: StyledText?) {
    var room = rect.columns - 2
    if let title {
      let drawn = write(title, at: Point(column: rect.minColumn + 1, row: rect.row), maxColumns: room)
      room -= drawn + 1
    }
    if let trailing, trailing.columns <= room { writeTrailing(trailing, in: rect, room: room) }
  }

  private mutating func writeTrailing(_ text: StyledText, in rect: Rect, room: Int) {
    let columns = min(text.columns, room)
    let start = Point(column: rect.maxColumn - columns, row: rect.row)
    write(text, at: start, maxColumns: columns)
  }

  /// Draws a scroll bar into the one column of `rect`: `visible` of `total` rows are shown, from `offset` on. Draws
  /// nothing when all is visible.
  public mutating func scrollbar(in rect: Rect, total: Int, visible: Int, offset: Int, style: Style) {
    guard total > visible, visible > 0, rect.rows > 0 else { return }
    let length = max(1, rect.rows * visible / total)
    let travel = rect.rows - length
    let first = min(travel, (offset * travel + (total - visible) / 2) / (total - visible))
    for row in 0..<rect.rows {
      let isGrip = row >= first && row < first + length
      let glyph = Glyph(isGrip ? glyphs.grip : glyphs.track)
      put(glyph, at: Point(column: rect.column, row: rect.row + row), style: style)
    }
  }
}
