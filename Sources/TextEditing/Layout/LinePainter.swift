import TerminalUI

/// Draws the rows of one line.
struct LinePainter {
  let layout: LineLayout
  private let number: Int
  private let columns: EditorColumns
  private let isCurrent: Bool
  private let spans: [SyntaxSpan]
  private let matches: [(columns: Range<Int>, isCurrent: Bool)]
  /// The selected characters; one more than the line has where the selection goes on below.
  private let selected: Range<Int>?

  init(_ editor: TextEditor, line: Int, isCurrent: Bool) {
    layout = editor.layout(of: line)
    number = line + 1
    columns = editor.columns
    self.isCurrent = isCurrent
    spans = editor.highlighter?.spans(of: layout.line.text, line: line) ?? []
    matches =
      editor.search.map { search in
        search.indices(in: line..<line + 1).map { (search.matches[$0].columns, search.current == $0) }
      } ?? []
    selected = editor.selection.flatMap { selection in
      guard selection.lowerBound.line <= line, selection.upperBound.line >= line else { return nil }
      let start = selection.lowerBound.line == line ? selection.lowerBound.column : 0
      let end = selection.upperBound.line == line ? selection.upperBound.column : Int.max
      return start..<max(start, end)
    }
  }

  private var backdrop: Backdrop { isCurrent ? .bar : .base }

  /// Draws the row `index` of the line into `rect`, which is one row high.
  func draw(_ index: Int, into canvas: inout Canvas, in rect: Rect, mark: GutterMark?) {
    let row = layout.rows[index]
    let (_, area) = rect.splitLeft(columns.gutter)
    canvas.fill(area.splitRight(1).rest, Style(on: backdrop))
    if index == 0 { drawGutter(into: &canvas, in: rect, mark: mark) }
    let start = Point(column: area.column + row.indentation, row: area.row)
    write(row, into: &canvas, at: start)
    for match in matches where !match.isCurrent { recolour(match.columns, row, .match, &canvas, area) }
    if let selected { recolour(selected, row, .selection, &canvas, area) }
    // What the search stands on is selected too; the search is what it is looked at for.
    for match in matches where match.isCurrent { recolour(match.columns, row, .matchCurrent, &canvas, area) }
  }

  private func drawGutter(into canvas: inout Canvas, in rect: Rect, mark: GutterMark?) {
    guard columns.gutter > 0 else { return }
    if let mark { canvas.put(Glyph(mark.glyph), at: rect.origin, style: Style(mark.role)) }
    guard columns.digits > 0 else { return }
    let text = String(number)
    let role = mark?.role ?? (isCurrent ? .accent : .muted)
    let place = Point(column: rect.column + 1 + columns.digits - text.utf8.count, row: rect.row)
    canvas.write(text, at: place, style: Style(role))
  }

  /// Writes the characters of a row: at once where all are one column wide, else one by one, so that each stands
  /// where it is counted.
  private func write(_ row: LineLayout.Row, into canvas: inout Canvas, at start: Point) {
    let text = layout.line.text
    if layout.line.isASCII {
      let styled = StyledText(text, spans: spans, range: row.characters, on: backdrop)
      canvas.write(styled, at: start, ellipsis: false)
      return
    }
    var point = start
    var bytes = layout.line.slice(0..<row.characters.lowerBound).utf8.count
    var rest = spans[...]
    for index in row.characters {
      while let span = rest.first, span.bytes.upperBound <= bytes { rest = rest.dropFirst() }
      let role = rest.first.map { $0.bytes.contains(bytes) ? $0.role : .text } ?? .text
      let character = String(layout.line[index])
      canvas.write(character, at: point, style: Style(role, on: backdrop), ellipsis: false)
      point.column += layout.line.columns(at: index)
      bytes += character.utf8.count
    }
  }

  /// Puts a backdrop behind those of some characters that stand in a row.
  private func recolour(
    _ range: Range<Int>, _ row: LineLayout.Row, _ backdrop: Backdrop, _ canvas: inout Canvas, _ area: Rect
  ) {
    let isLast = row.characters.upperBound == layout.line.count
    let shown = range.clamped(to: row.characters)
    let before = layout.line.columns(row.characters.lowerBound..<shown.lowerBound)
    var columns = shown.isEmpty ? 0 : layout.line.columns(shown)
    // A line end that is selected is shown as a blank.
    if isLast, range.upperBound > layout.line.count, range.lowerBound <= layout.line.count { columns += 1 }
    guard columns > 0 else { return }
    let column = area.column + row.indentation + before
    canvas.recolour(Rect(column: column, row: area.row, columns: columns, rows: 1), backdrop: backdrop)
  }
}
