/// One picture of the screen: a grid of cells and where the cursor stands.
public struct Frame: Sendable, Equatable {
  /// Columns and rows of the picture.
  public let size: Size
  /// The cells, row after row; `size.columns * size.rows` of them.
  public private(set) var cells: [Cell]
  /// The cell that shows the terminal's cursor; `nil` hides it.
  public var cursor: Point?

  /// An empty picture.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The cell at `point`, which must lie inside.
  public subscript(point: Point) -> Cell {
    get { cells[point.row * size.columns + point.column] }
    set { cells[point.row * size.columns + point.column] = newValue }
  }

  /// The cells of row `row`, which must exist.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Writes `cell` at an offset into `cells`.
  mutating func replace(at index: Int, with cell: Cell) { cells[index] = cell }

  /// The rows as text, without the blanks at their ends.
  public var lines: [String] {
    (0..<size.rows).map { index in
      var text = ""
      for cell in row(index) { cell.glyph.append(to: &text) }
      return Self.withoutTrailingBlanks(text)
    }
  }

  /// The whole picture as text: `lines` joined by line feeds, without one at the end.
  public var plainText: String { lines.joined(separator: "\n") }

  private static func withoutTrailingBlanks(_ text: String) -> String {
    var scalars = text.unicodeScalars
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
