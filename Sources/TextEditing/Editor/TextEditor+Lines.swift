extension TextEditor {
  /// Starts a new line, indented as what was typed asks for.
  mutating func breakLine() {
    let range = selection ?? cursor..<cursor
    let start = range.lowerBound
    let line = LineText(content.texts[start.line])
    let head = line.slice(0..<start.column)
    let lineStart = TextPosition(line: start.line, column: 0)
    if start.column <= line.indentation, start.column < line.count {
      put("\n" + head, over: lineStart..<range.upperBound)
      return follow()
    }
    let tail = LineText(content.texts[range.upperBound.line])
    var end = range.upperBound
    while end.column < tail.count, tail[end.column] == " " { end.column += 1 }
    let isLiteral = highlighter.map { $0.isLiteral(line: start.line) } ?? true
    let next = Indentation.lineBreak(
      after: head, hasRest: end.column < tail.count, step: indentStep, isLiteral: isLiteral)
    switch next {
    case .line(let text): put("\n" + text, over: start..<end)
    case .endOfList(let text): put(text, over: lineStart..<end)
    }
    follow()
  }

  /// Moves the touched lines to the next step of indentation, or back to the one before.
  mutating func shiftLines(deeper: Bool) {
    let isOne = touchedLines.count == 1
    let step = indentStep
    rewrite(touchedLines) { text in
      let line = LineText(text)
      if line.isBlank, !isOne { return nil }
      let depth = line.indentation
      let target =
        deeper ? (depth / step + 1) * step : max(0, (depth - 1) / step * step)
      return (depth, depth, target)
    }
  }

  /// Makes the touched lines comments, or takes the marks away where all of them are.
  mutating func toggleComment() {
    let lines = touchedLines.filter { !LineText(content.texts[$0]).isBlank }
    let depths = lines.map { LineText(content.texts[$0]).indentation }
    guard let depth = depths.min() else { return }
    let areComments = zip(lines, depths).allSatisfy { content.texts[$0].utf8.dropFirst($1).first == 0x23 }
    rewrite(touchedLines, filler: "# ") { text in
      let line = LineText(text)
      if line.isBlank { return nil }
      guard areComments else { return (depth, 0, 2) }
      let mark = line.indentation
      return (mark, mark + 1 < line.count && line[mark + 1] == " " ? 2 : 1, 0)
    }
  }

  /// What becomes of a line: behind `place` characters, `removed` are taken away before it or after it, and
  /// `added` of a filler put in; nil for a line that stays.
  private typealias Shift = (place: Int, removed: Int, added: Int)

  /// Changes the starts of lines as one step; cursor and selection stay at their characters. Blanks are
  /// counted from the line's start, a mark of a comment stands behind the blanks.
  private mutating func rewrite(_ lines: Range<Int>, filler: String? = nil, _ shift: (String) -> Shift?) {
    var caret = Caret(cursor, anchor: anchor)
    let new = content[lines].enumerated().map { offset, line in
      guard let (place, removed, added) = shift(line.text) else { return line }
      let from = filler == nil ? 0 : place
      let text = LineText(line.text)
      let inserted = filler.map { added > 0 ? $0 : "" } ?? String(repeating: " ", count: added)
      let change = (line: lines.lowerBound + offset, from: from, removed: removed, added: inserted.count)
      caret.cursor = Self.shifted(caret.cursor, by: change)
      caret.anchor = caret.anchor.map { Self.shifted($0, by: change) }
      return TextLine(
        text.slice(0..<from) + inserted + text.slice(from + removed..<Int.max),
        endsWithReturn: line.endsWithReturn)
    }
    change(lines, to: new, after: caret)
    follow()
  }

  private static func shifted(
    _ place: TextPosition, by change: (line: Int, from: Int, removed: Int, added: Int)
  ) -> TextPosition {
    guard place.line == change.line, place.column >= change.from else { return place }
    let behind = max(0, place.column - change.from - change.removed)
    return TextPosition(line: place.line, column: change.from + change.added + behind)
  }

  /// Moves the touched lines over their neighbour.
  mutating func moveLines(by offset: Int) {
    let lines = touchedLines
    let isUp = offset < 0
    guard isUp ? lines.lowerBound > lowestLine : lines.upperBound <= highestLine else { return }
    let range = isUp ? lines.lowerBound - 1..<lines.upperBound : lines.lowerBound..<lines.upperBound + 1
    var texts = Array(content.texts[range])
    if isUp { texts.append(texts.removeFirst()) } else { texts.insert(texts.removeLast(), at: 0) }
    let new = zip(texts, content.returns[range]).map { TextLine($0, endsWithReturn: $1) }
    let step = isUp ? -1 : 1
    var caret = Caret(cursor, anchor: anchor)
    caret.cursor.line += step
    caret.anchor?.line += step
    change(range, to: new, after: caret)
    follow()
  }
}
