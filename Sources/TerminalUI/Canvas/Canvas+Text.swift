extension Canvas {
  /// Draws `text` on one row from `point` on, at most `maxColumns` wide (`nil`: up to the end of the clip
  /// rectangle). Text that is cut ends with an ellipsis when `ellipsis` is true. Returns the columns drawn.
  @discardableResult
  public mutating func write(
    _ text: String, at point: Point, style: Style = Style(), maxColumns: Int? = nil, ellipsis: Bool = true
  ) -> Int {
    let room = min(maxColumns ?? Int.max, clip.endColumn - point.column)
    guard room > 0, point.row >= clip.minRow, point.row < clip.endRow else { return 0 }
    let isCut = ellipsis && !fits(text, in: room)
    let end = point.column + room - (isCut ? 1 : 0)
    var column = point.column
    for glyph in GlyphSequence(text) {
      if column + glyph.columns > end { break }
      column += draw(glyph, at: Point(column: column, row: point.row), style: style)
    }
    if isCut {
      column += draw(Glyph(glyphs.ellipsis), at: Point(column: column, row: point.row), style: style)
    }
    return column - point.column
  }

  /// Draws a text of several styles; see `write(_:at:style:maxColumns:ellipsis:)`.
  @discardableResult
  public mutating func write(
    _ text: StyledText, at point: Point, maxColumns: Int? = nil, ellipsis: Bool = true
  ) -> Int {
    let room = min(maxColumns ?? Int.max, clip.endColumn - point.column)
    guard room > 0, point.row >= clip.minRow, point.row < clip.endRow else { return 0 }
    var shown = text
    if text.columns > room {
      shown =
        ellipsis
        ? text.truncated(to: room, ellipsis: String(glyphs.ellipsis)) : text.prefix(columns: room)
    }
    var column = point.column
    for run in shown.runs {
      for glyph in GlyphSequence(run.text) {
        column += draw(glyph, at: Point(column: column, row: point.row), style: run.style)
      }
    }
    return column - point.column
  }

  /// Draws one glyph as the glyph set allows; in ASCII a wide one becomes two replacements.
  private mutating func draw(_ glyph: Glyph, at point: Point, style: Style) -> Int {
    let shown = glyphs.shown(glyph)
    put(shown, at: point, style: style)
    if glyph.columns == 2 && shown.columns == 1 {
      put(shown, at: Point(column: point.column + 1, row: point.row), style: style)
    }
    return glyph.columns
  }

  /// Whether `text` takes at most `room` columns; does not read all of a text that is longer by far.
  private func fits(_ text: String, in room: Int) -> Bool {
    var columns = 0
    for glyph in GlyphSequence(text) {
      columns += glyph.columns
      if columns > room { return false }
    }
    return true
  }
}
