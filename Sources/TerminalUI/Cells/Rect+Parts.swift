extension Rect {
  /// Whether the cell at `point` lies inside.
  public func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  /// What both rectangles cover; empty when they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(endColumn, other.endColumn) - left,
      rows: min(endRow, other.endRow) - top)
  }

  /// The rectangle without `margin` cells at each side.
  public func inset(by margin: Int) -> Rect { inset(columns: margin, rows: margin) }

  /// The rectangle without `columns` cells left and right and `rows` cells above and below.
  public func inset(columns margin: Int, rows edge: Int) -> Rect {
    Rect(
      column: column + margin, row: row + edge, columns: columns - 2 * margin, rows: rows - 2 * edge)
  }

  /// The upper `rows` (at most all of them) and what is left below.
  public func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
    let taken = min(max(0, rows), self.rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: taken),
      Rect(column: column, row: row + taken, columns: columns, rows: self.rows - taken)
    )
  }

  /// The lower `rows` (at most all of them) and what is left above.
  public func splitBottom(_ rows: Int) -> (bottom: Rect, rest: Rect) {
    let taken = min(max(0, rows), self.rows)
    let (rest, bottom) = splitTop(self.rows - taken)
    return (bottom, rest)
  }

  /// The left `columns` (at most all of them) and what remains to the right.
  public func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
    let taken = min(max(0, columns), self.columns)
    return (
      Rect(column: column, row: row, columns: taken, rows: rows),
      Rect(column: column + taken, row: row, columns: self.columns - taken, rows: rows)
    )
  }

  /// The right `columns` (at most all of them) and what remains to the left.
  public func splitRight(_ columns: Int) -> (right: Rect, rest: Rect) {
    let taken = min(max(0, columns), self.columns)
    let (rest, right) = splitLeft(self.columns - taken)
    return (right, rest)
  }

  /// One row of the rectangle, counted from its top.
  public func line(_ index: Int) -> Rect {
    Rect(column: column, row: row + index, columns: columns, rows: 1)
  }

  /// A rectangle of at most `size`, in the middle of this one.
  public func centred(_ size: Size) -> Rect {
    let width = min(size.columns, columns)
    let height = min(size.rows, rows)
    return Rect(
      column: column + (columns - width) / 2, row: row + (rows - height) / 2, columns: width,
      rows: height)
  }
}
