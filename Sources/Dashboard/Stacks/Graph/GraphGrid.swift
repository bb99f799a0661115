import TerminalUI

/// Cells to draw a graph into: texts, boxes, and lines that join where they meet.
struct GraphGrid {
  /// The directions in which a line leaves a cell.
  struct Arms: OptionSet, Hashable {
    let rawValue: Int
    static let up = Arms(rawValue: 1)
    static let down = Arms(rawValue: 2)
    static let left = Arms(rawValue: 4)
    static let right = Arms(rawValue: 8)
  }

  private struct Cell {
    var character: Character = " "
    var style = Style()
    var arms: Arms = []
  }

  private var cells: [[Cell]]
  private let glyphs: GlyphSet

  init(columns: Int, rows: Int, glyphs: GlyphSet) {
    cells = Array(repeating: Array(repeating: Cell(), count: max(0, columns)), count: max(0, rows))
    self.glyphs = glyphs
  }

  /// Draws a horizontal line from a column to another, both included.
  mutating func horizontal(_ row: Int, from start: Int, to end: Int, _ style: Style) {
    guard start <= end else { return }
    for column in start...end {
      arm(column, row, column == start ? [.right] : column == end ? [.left] : [.left, .right], style)
    }
  }

  /// Draws a vertical line from a row to another, both included.
  mutating func vertical(_ column: Int, from start: Int, to end: Int, _ style: Style) {
    guard start < end else { return }
    for row in start...end {
      arm(column, row, row == start ? [.down] : row == end ? [.up] : [.up, .down], style)
    }
  }

  /// Lets a line leave a cell.
  mutating func arm(_ column: Int, _ row: Int, _ arms: Arms, _ style: Style) {
    guard cells.indices.contains(row), cells[row].indices.contains(column) else { return }
    cells[row][column].arms.formUnion(arms)
    cells[row][column].style = style
  }

  mutating func put(_ character: Character, _ column: Int, _ row: Int, _ style: Style) {
    guard cells.indices.contains(row), cells[row].indices.contains(column) else { return }
    cells[row][column] = Cell(character: character, style: style)
  }

  /// Writes a text; wide characters take a cell more.
  mutating func write(_ text: StyledText, _ column: Int, _ row: Int, columns: Int) {
    var at = column
    for run in text.truncated(to: columns, ellipsis: String(glyphs.ellipsis)).runs {
      for character in run.text {
        put(character, at, row, run.style)
        let width = TextWidth.columns(of: character)
        for more in 1..<max(1, width) { put("\u{0}", at + more, row, run.style) }
        at += width
      }
    }
  }

  /// Draws a box.
  mutating func box(_ column: Int, _ row: Int, columns: Int, rows: Int, _ style: Style) {
    let last = column + columns - 1
    let bottom = row + rows - 1
    for at in column...last {
      put(glyphs.box.horizontal, at, row, style)
      put(glyphs.box.horizontal, at, bottom, style)
    }
    for at in row...bottom {
      put(glyphs.box.vertical, column, at, style)
      put(glyphs.box.vertical, last, at, style)
    }
    put(glyphs.box.topLeft, column, row, style)
    put(glyphs.box.topRight, last, row, style)
    put(glyphs.box.bottomLeft, column, bottom, style)
    put(glyphs.box.bottomRight, last, bottom, style)
  }

  /// The rows as text.
  var rows: [StyledText] {
    cells.map { line in
      var text = StyledText()
      let end = (line.lastIndex { $0.character != " " || !$0.arms.isEmpty } ?? -1) + 1
      for cell in line[..<end] where cell.character != "\u{0}" {
        text.append(String(cell.arms.isEmpty ? cell.character : sign(cell.arms)), cell.style)
      }
      return text
    }
  }

  private func sign(_ arms: Arms) -> Character {
    switch arms {
    case [.left, .right], [.left], [.right]: return glyphs.box.horizontal
    case [.up, .down], [.up], [.down]: return glyphs.box.vertical
    case _ where glyphs.isASCII: return "+"
    case [.down, .right]: return "╭"
    case [.down, .left]: return "╮"
    case [.up, .right]: return "╰"
    case [.up, .left]: return "╯"
    case [.up, .down, .right]: return "├"
    case [.up, .down, .left]: return "┤"
    case [.left, .right, .down]: return "┬"
    case [.left, .right, .up]: return "┴"
    default: return "┼"
    }
  }
}
