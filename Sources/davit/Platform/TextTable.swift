import PrintableText
import TerminalUI

/// Rows of text whose columns stand under each other. Cells are shown as they will leave, so that they stand where they
/// should.
struct TextTable {
  /// A column: how narrow it may become, and how much it matters.
  struct Column {
    var title = ""
    var minimum = 8
    var priority = 1
    /// Whether its texts end under each other.
    var isNumber = false
  }

  let columns: [Column]
  let rows: [[String]]

  /// A line for each row, below the titles where there are any. Within so many columns; nil for as many as it takes.
  func text(within room: Int? = nil) -> String {
    let titles = columns.map(\.title)
    let all = (titles.allSatisfy(\.isEmpty) ? [] : [titles]) + rows
    let cells = all.map { $0.map { PrintableText.shown($0) } }
    let widths = columns.indices.map { column in cells.map { TextWidth.columns(of: $0[column]) }.max() ?? 0 }
    let places = placements(widths, room)
    return cells.map { row in
      var line = places.map { place in
        let text = TextWidth.truncated(row[place.index], to: place.width)
        let blanks = String(repeating: " ", count: place.width - TextWidth.columns(of: text))
        return columns[place.index].isNumber ? blanks + text : text + blanks
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  /// Where the columns stand: as wide as their texts where there is room, else as the terminal allows.
  private func placements(_ widths: [Int], _ room: Int?) -> [(index: Int, width: Int)] {
    let total = widths.reduce(0, +) + 2 * (columns.count - 1)
    guard let room, total > room else { return widths.enumerated().map { ($0.offset, $0.element) } }
    let measures = zip(columns, widths).map { column, width in
      TableColumn(
        title: column.title, minimum: min(column.minimum, width), ideal: width, maximum: width,
        priority: column.priority)
    }
    return TableLayout(measures, total: room, gap: 2).placements.map { ($0.index, $0.width) }
  }
}
