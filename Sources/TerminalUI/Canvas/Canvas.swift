/// A frame being drawn. Nothing can be drawn outside of the clip rectangle, no text can leave its row, and
/// every text is made safe on the way: whatever it holds, the frame only gets printable glyphs.
public struct Canvas: Sendable {
  /// What has been drawn so far.
  public private(set) var frame: Frame
  /// The signs that boxes, bars and cut text are drawn with.
  public let glyphs: GlyphSet
  /// Where drawing has an effect.
  public private(set) var clip: Rect
  /// Where a press of the mouse means something, in the order of drawing.
  public internal(set) var spots: [HotSpot] = []

  /// An empty canvas.
  public init(size: Size, glyphs: GlyphSet = .unicode) {
    frame = Frame(size: size)
    self.glyphs = glyphs
    clip = Rect(size)
  }

  /// The size of the frame.
  public var size: Size { frame.size }
  /// The whole frame as a rectangle.
  public var bounds: Rect { Rect(frame.size) }

  /// Where the terminal's cursor stands; `nil` hides it. A point outside of the frame hides it as well.
  public var cursor: Point? {
    get { frame.cursor }
    set { frame.cursor = newValue.flatMap { bounds.contains($0) ? $0 : nil } }
  }

  /// Forgets what presses mean on all that was drawn so far, since something lies over it.
  public mutating func forgetSpots() { spots = [] }

  /// Draws with the clip rectangle narrowed to what `rect` leaves of it.
  public mutating func withClip<Result>(_ rect: Rect, _ body: (inout Canvas) -> Result) -> Result {
    let outer = clip
    clip = outer.intersection(rect)
    defer { clip = outer }
    return body(&self)
  }

  /// Puts one glyph into the cell at `point`. A wide glyph that does not fit into the clip rectangle becomes
  /// blanks; half of a wide glyph that it covers is blanked.
  public mutating func put(_ glyph: Glyph, at point: Point, style: Style) {
    guard clip.contains(point) else {
      if glyph.columns == 2 && clip.contains(Point(column: point.column + 1, row: point.row)) {
        set(Cell(.space, style), column: point.column + 1, row: point.row)
      }
      return
    }
    let isWide = glyph.columns == 2
    if isWide && point.column + 1 >= clip.endColumn {
      set(Cell(.space, style), column: point.column, row: point.row)
      return
    }
    set(Cell(glyph, style), column: point.column, row: point.row)
    if isWide { set(Cell(.continuation, style), column: point.column + 1, row: point.row) }
  }

  /// Writes a cell inside of the clip rectangle and blanks the other half of a wide glyph that it breaks.
  private mutating func set(_ cell: Cell, column: Int, row: Int) {
    let index = row * frame.size.columns + column
    let old = frame.cells[index]
    frame.replace(at: index, with: cell)
    if old.isContinuation && !cell.isContinuation && column > 0 { blank(at: index - 1) }
    if old.glyph.columns == 2 && cell.glyph.columns != 2 && column + 1 < frame.size.columns {
      blank(at: index + 1)
    }
  }

  private mutating func blank(at index: Int) {
    frame.replace(at: index, with: Cell(.space, frame.cells[index].style))
  }

  /// Fills `rect` with blanks of `style`.
  public mutating func fill(_ rect: Rect, _ style: Style) {
    let area = rect.intersection(clip)
    for row in area.minRow..<area.endRow {
      for column in area.minColumn..<area.endColumn {
        set(Cell(.space, style), column: column, row: row)
      }
    }
  }

  /// Puts another backdrop behind what has been drawn in `rect`: how a row becomes the selected one.
  public mutating func recolour(_ rect: Rect, backdrop: Backdrop) {
    restyle(rect) { $0.on(backdrop) }
  }

  /// Passes the styles of all cells in `rect` through `change`.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(clip)
    for row in area.minRow..<area.endRow {
      for column in area.minColumn..<area.endColumn {
        let index = row * frame.size.columns + column
        let cell = frame.cells[index]
        frame.replace(at: index, with: Cell(cell.glyph, change(cell.style)))
      }
    }
  }
}
