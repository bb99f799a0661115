extension TextEditor {
  /// What is selected; nil where nothing is.
  package var selection: Range<TextPosition>? {
    guard let anchor, anchor != cursor else { return nil }
    return min(anchor, cursor)..<max(anchor, cursor)
  }

  /// The selected text; empty where nothing is selected.
  package var selectedText: String { selection.map(text(in:)) ?? "" }

  /// The text of a range, lines joined by line feeds; places beyond the text are moved into it.
  package func text(in range: Range<TextPosition>) -> String {
    let (low, high) = (clamped(range.lowerBound), clamped(range.upperBound))
    let first = LineText(content.texts[low.line])
    if low.line >= high.line { return first.slice(low.column..<max(low.column, high.column)) }
    let middle = content.texts[low.line + 1..<high.line]
    let last = LineText(content.texts[high.line]).slice(0..<high.column)
    return ([first.slice(low.column..<first.count)] + middle + [last]).joined(separator: "\n")
  }

  /// Selects `range`, the cursor at its end, and shows it; an empty range only moves the cursor.
  package mutating func select(_ range: Range<TextPosition>) {
    history.seal()
    stand(Caret(range.upperBound, anchor: range.isEmpty ? nil : range.lowerBound))
    follow()
  }

  /// Puts the cursor before a character and shows it; nothing is selected then.
  package mutating func move(to place: TextPosition) { select(place..<place) }

  /// Selects all that can be edited.
  package mutating func selectAll() {
    let start = TextPosition(line: lowestLine, column: 0)
    select(start..<TextPosition(line: highestLine, column: length(of: highestLine)))
  }

  /// Leaves the cursor, and nothing selected.
  package mutating func clearSelection() { anchor = nil }

  /// The lines that are shown and can be edited, a block of the file; nil for the whole. It grows and shrinks
  /// with what is edited inside of it, and gives way to the whole file where a step is undone outside.
  package var visibleLines: Range<Int>? {
    get { window }
    set {
      window = newValue.map { $0.clamped(to: 0..<content.count) }.flatMap { $0.isEmpty ? nil : $0 }
      stand(Caret(cursor, anchor: anchor))
      top = ScreenPlace(line: lowestLine, row: 0)
      follow()
    }
  }

  /// The first line that can be edited.
  var lowestLine: Int { window?.lowerBound ?? 0 }
  /// The last line that can be edited.
  var highestLine: Int { (window?.upperBound ?? content.count) - 1 }

  /// The number of characters of a line.
  func length(of line: Int) -> Int { LineText(content.texts[line]).count }

  /// The place of a character, whose bytes before it in its line are counted in UTF-8.
  package func position(line: Int, utf8 offset: Int) -> TextPosition {
    let line = min(max(0, line), content.count - 1)
    return TextPosition(line: line, column: LineText(content.texts[line]).column(utf8: offset))
  }

  /// The nearest place in the text.
  func clamped(_ place: TextPosition) -> TextPosition {
    if place.line < 0 { return TextPosition(line: 0, column: 0) }
    let line = min(place.line, content.count - 1)
    let column = place.line > line ? length(of: line) : min(max(0, place.column), length(of: line))
    return TextPosition(line: line, column: column)
  }

  /// The nearest place that can be edited.
  func confined(_ place: TextPosition) -> TextPosition {
    if place.line < lowestLine { return TextPosition(line: lowestLine, column: 0) }
    if place.line > highestLine { return TextPosition(line: highestLine, column: length(of: highestLine)) }
    return clamped(place)
  }
}
