extension TextEditor {
  /// The lines that the selection touches, or the cursor's; a selection that ends at a line's start does not
  /// touch that line.
  var touchedLines: Range<Int> {
    guard let selection else { return cursor.line..<cursor.line + 1 }
    let (low, high) = (selection.lowerBound, selection.upperBound)
    let last = high.column == 0 && high.line > low.line ? high.line - 1 : high.line
    return low.line..<last + 1
  }

  /// Copies the selection, or the whole line.
  mutating func copy() {
    clipboard = selection == nil ? copied(touchedLines) : Clipboard(selectedText)
  }

  /// Cuts the selection, or the whole line.
  mutating func cut() {
    guard let selection else { return cutLines() }
    copy()
    put("", over: selection)
    follow()
  }

  /// Cuts the lines that the selection touches, or the cursor's.
  mutating func cutLines() {
    let lines = touchedLines
    guard lines.lowerBound < content.count - 1 || !content.texts[lines.lowerBound].isEmpty else { return }
    clipboard = copied(lines)
    // The block, and the file, keep a line to stand on.
    let isAll = lines.lowerBound == lowestLine && lines.upperBound > highestLine
    let rest = [TextLine("", endsWithReturn: content.returns[lines.lowerBound])]
    change(
      lines, to: isAll || lines.upperBound == content.count ? rest : [],
      after: Caret(TextPosition(line: lines.lowerBound, column: 0)))
    follow()
  }

  /// Puts in what was cut or copied: lines above the cursor's line, a text at the cursor.
  mutating func putClipboard() {
    guard let clipboard else { return }
    guard clipboard.isWholeLines, selection == nil else { return insert(clipboard.text) }
    let place = TextPosition(line: cursor.line, column: 0)
    let column = cursor.column
    let end = put(clipboard.text, over: place..<place)
    stand(Caret(TextPosition(line: end.line, column: column)))
    follow()
  }

  private func copied(_ lines: Range<Int>) -> Clipboard {
    Clipboard(content.texts[lines].joined(separator: "\n") + "\n", isWholeLines: true)
  }
}
