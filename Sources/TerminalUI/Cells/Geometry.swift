/// A size in character cells.
public struct Size: Sendable, Hashable {
  /// The width; never negative.
  public var columns: Int
  /// The height; never negative.
  public var rows: Int

  /// A size; negative numbers count as zero.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A cell's place: column and row, both from zero, the origin at the top left.
public struct Point: Sendable, Hashable {
  /// Cells from the left.
  public var column: Int
  /// Cells from the top.
  public var row: Int

  /// The place in `column` and `row`.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells; one without columns or rows is empty.
public struct Rect: Sendable, Hashable {
  /// The leftmost column.
  public var column: Int
  /// The top row.
  public var row: Int
  /// The width.
  public var columns: Int
  /// The height.
  public var rows: Int

  /// The rectangle whose top left cell is (`column`, `row`); negative sizes count as zero.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The whole of a screen of `size`.
  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// The leftmost column.
  public var minColumn: Int { column }
  /// The column after the rightmost one.
  public var endColumn: Int { column + columns }
  /// The rightmost column; left of `minColumn` when empty.
  public var maxColumn: Int { column + columns - 1 }
  /// The top row.
  public var minRow: Int { row }
  /// The row after the bottom one.
  public var endRow: Int { row + rows }
  /// The bottom row; above `minRow` when empty.
  public var maxRow: Int { row + rows - 1 }
  /// The top left cell.
  public var origin: Point { Point(column: column, row: row) }
  /// Width and height.
  public var size: Size { Size(columns: columns, rows: rows) }
  /// Whether no cell lies inside.
  public var isEmpty: Bool { columns == 0 || rows == 0 }
}
