/// A line of text broken into rows of the screen.
struct LineLayout {
  /// The characters of one row, and the blanks before it that are not in the text.
  struct Row: Equatable {
    var characters: Range<Int>
    var indentation: Int
  }

  let line: LineText
  /// The rows from top to bottom; at least one.
  let rows: [Row]

  /// Breaks `text` where `width` columns are full, after a blank where there is one; the rows that continue a
  /// line start below its first character that is no blank, within the left half of the screen.
  init(_ text: String, width: Int) {
    line = LineText(text)
    let width = max(1, width)
    guard line.columns(0..<line.count) > width else {
      rows = [Row(characters: 0..<line.count, indentation: 0)]
      return
    }
    rows = Self.breaks(line, width: width)
  }

  private static func breaks(_ line: LineText, width: Int) -> [Row] {
    let deeper = line.text.utf8.dropFirst(line.indentation).starts(with: "- ".utf8) ? 2 : 0
    let hanging = min(line.indentation + deeper, width / 2)
    var rows: [Row] = []
    var start = 0
    while start < line.count {
      let indentation = rows.isEmpty ? 0 : hanging
      let full = end(of: line, from: start, columns: width - indentation)
      let cut = full < line.count ? wordBreak(line, from: start, before: full) : full
      rows.append(Row(characters: start..<cut, indentation: indentation))
      start = cut
    }
    return rows
  }

  /// The index behind the last character that fits; at least one is taken.
  private static func end(of line: LineText, from start: Int, columns: Int) -> Int {
    if line.isASCII { return min(line.count, start + max(1, columns)) }
    var used = 0
    var index = start
    while index < line.count {
      used += line.columns(at: index)
      if used > columns, index > start { break }
      index += 1
    }
    return index
  }

  /// The index behind the last blank of the row that has something before it, else where the row is full.
  private static func wordBreak(_ line: LineText, from start: Int, before full: Int) -> Int {
    var index = full
    while index > start, line[index - 1] != " " { index -= 1 }
    let hasWord = (start..<index).contains { line[$0] != " " }
    return hasWord ? index : full
  }

  /// The row that shows the place before the character at `column`.
  func row(of column: Int) -> Int {
    rows.lastIndex { $0.characters.lowerBound <= column } ?? 0
  }

  /// The columns on the screen before the place, in its row.
  func screenColumn(of column: Int) -> Int {
    let row = rows[row(of: column)]
    return row.indentation + line.columns(row.characters.lowerBound..<max(row.characters.lowerBound, column))
  }

  /// The place in a row that is nearest to a column on the screen.
  func column(row index: Int, screenColumn: Int) -> Int {
    let row = rows[min(max(0, index), rows.count - 1)]
    var rest = screenColumn - row.indentation
    var column = row.characters.lowerBound
    while column < row.characters.upperBound {
      let width = line.columns(at: column)
      if rest < width || (rest == 0 && width == 0) { break }
      rest -= width
      column += 1
    }
    // Behind the last character of a row that goes on, the place belongs to the next row.
    let isLast = row.characters.upperBound == line.count
    return isLast ? column : min(column, max(row.characters.lowerBound, row.characters.upperBound - 1))
  }
}
