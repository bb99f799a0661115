extension Canvas {
  /// Draws the border of `rect` and nothing inside. `title` stands at the left of the top border with a blank
  /// behind it, `trailing` at its right end with a blank before it, `footer` at the right end of the bottom
  /// border between blanks; a title is cut to the room that there is, the others are left out where there is
  /// none. One row is drawn as a lone top border; a box of one column is not drawn.
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
    topTexts(rect, style, title: title, trailing: trailing)
    if let footer, rect.rows >= 2 {
      let text = StyledText(" ", style) + footer + StyledText(" ", style)
      writeTrailing(text, in: rect.line(rect.rows - 1), room: rect.columns - 2)
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

  private mutating func topTexts(
    _ rect: Rect, _ style: Style, title: StyledText?, trailing: StyledText?
  ) {
    var room = rect.columns - 2
    if let title {
      let text = title.columns < room ? title + StyledText(" ", style) : title
      room -= write(text, at: Point(column: rect.minColumn + 1, row: rect.row), maxColumns: room)
    }
    if let trailing { writeTrailing(StyledText(" ", style) + trailing, in: rect, room: room) }
  }

  /// Draws `text` at the right end of a border, if it fits into `room` columns.
  private mutating func writeTrailing(_ text: StyledText, in rect: Rect, room: Int) {
    let columns = text.columns
    guard columns <= room else { return }
    write(text, at: Point(column: rect.maxColumn - columns, row: rect.row), maxColumns: columns)
  }

  /// Draws a scroll bar into the one column of `rect`: `visible` of `total` rows are shown, from `offset` on.
  /// Draws nothing when all is visible.
  public mutating func scrollbar(in rect: Rect, total: Int, visible: Int, offset: Int, style: Style) {
    guard total > visible, visible > 0, rect.rows > 0 else { return }
    let length = min(rect.rows, max(1, (rect.rows * visible + total / 2) / total))
    let travel = rect.rows - length
    let first = min(travel, (offset * travel + (total - visible) / 2) / (total - visible))
    for row in 0..<rect.rows {
      let isGrip = row >= first && row < first + length
      let glyph = Glyph(isGrip ? glyphs.grip : glyphs.track)
      put(glyph, at: Point(column: rect.column, row: rect.row + row), style: style)
    }
  }
}
