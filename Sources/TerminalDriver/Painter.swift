import CNcurses
import TerminalUI

/// Gives ncurses what differs between the frame on the screen and the next one.
@MainActor
struct Painter {
  var styles: StyleTable
  /// What is on the screen; `nil` when that is not known.
  private(set) var shown: Frame?
  private var cells: [cn_cell] = []

  /// A painter of an empty screen.
  init(styles: StyleTable) { self.styles = styles }

  /// Forgets what is on the screen: the next frame is given whole.
  mutating func forget() { shown = nil }

  /// Paints `frame` on a screen of `size`. Returns the bytes written: zero for the frame that is already
  /// there, `nil` when the terminal is gone.
  mutating func paint(_ frame: Frame, size: Size) -> Int? {
    if let shown, shown == frame { return 0 }
    let limit = min(frame.size.columns, size.columns)
    let isKnown = shown?.size == frame.size
    for row in 0..<min(frame.size.rows, size.rows) {
      let ranges = changes(in: row, of: frame, limit: limit)
      for columns in ranges { put(frame, row: row, columns: columns) }
      // Row by row ncurses sees no rows that could have moved, and does not scroll a part of the screen: where panes
      // stand side by side that saves nothing, and not every terminal does what its description says of it.
      if isKnown, !ranges.isEmpty { cn_update_row() }
    }
    shown = frame
    let cursor = frame.cursor ?? Point(column: 0, row: -1)
    let written = cn_update(Int32(cursor.row), Int32(cursor.column))
    return written < 0 ? nil : Int(written)
  }

  /// The stretches of a row that differ; two with little between them are one.
  private func changes(in row: Int, of frame: Frame, limit: Int) -> [Range<Int>] {
    guard let shown, shown.size == frame.size else { return limit > 0 ? [0..<limit] : [] }
    let old = shown.row(row)
    let new = frame.row(row)
    guard old != new else { return [] }
    let (oldStart, newStart) = (old.startIndex, new.startIndex)
    var ranges: [Range<Int>] = []
    for column in 0..<limit where new[newStart + column] != old[oldStart + column] {
      // Half of a wide glyph cannot be drawn alone.
      let start = new[newStart + column].isContinuation ? max(0, column - 1) : column
      if let last = ranges.last, start - last.upperBound < 4 {
        ranges[ranges.count - 1] = last.lowerBound..<column + 1
      } else {
        ranges.append(start..<column + 1)
      }
    }
    return ranges
  }

  private mutating func put(_ frame: Frame, row: Int, columns: Range<Int>) {
    cells.removeAll(keepingCapacity: true)
    var style: Style?
    var look = StyleTable.Look(attributes: 0, pair: 0)
    for cell in frame.row(row).dropFirst(columns.lowerBound).prefix(columns.count)
    where !cell.isContinuation {
      if cell.style != style {
        look = styles.look(of: cell.style)
        style = cell.style
      }
      cells.append(cn_cell(cell.glyph, look))
    }
    cn_put(Int32(row), Int32(columns.lowerBound), cells, Int32(cells.count))
  }
}

extension cn_cell {
  @MainActor
  fileprivate init(_ glyph: Glyph, _ look: StyleTable.Look) {
    let marks = glyph.marks
    self.init(
      text: (glyph.base, marks.0, marks.1, marks.2, marks.3), pair: look.pair,
      columns: UInt8(glyph.columns), attributes: look.attributes)
  }
}
