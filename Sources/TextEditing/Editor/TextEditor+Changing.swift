extension TextEditor {
  /// Puts `text` in at the cursor, in the place of what is selected, as one step; nothing is indented by itself.
  package mutating func insert(_ text: String) {
    history.seal()
    put(text, over: selection ?? cursor..<cursor)
    history.seal()
    follow()
  }

  /// Puts a pasted text in as it is, in the place of what is selected. Line ends of every kind become the
  /// file's; other control characters, except for tabs, are dropped.
  package mutating func paste(_ text: String) {
    insert(Self.pasted(text))
  }

  /// Puts `text` in the place of `range` as one step, the cursor behind it. Places beyond the text are moved
  /// into it.
  package mutating func replace(_ range: Range<TextPosition>, with text: String) {
    history.seal()
    put(text, over: clamped(range.lowerBound)..<max(clamped(range.lowerBound), clamped(range.upperBound)))
    history.seal()
    follow()
  }

  /// Makes `text` the whole text, as one step that touches the lines that differ; the cursor stays in its line.
  package mutating func setText(_ text: String) {
    let target = TextLines(text)
    let (start, end) = content.agreement(with: target)
    let old = start..<content.count - end
    let new = start..<target.count - end
    guard !old.isEmpty || !new.isEmpty || content.hasMark != target.hasMark else { return }
    history.seal()
    var place = cursor
    if place.line >= old.upperBound {
      place.line += new.count - old.count
    } else if place.line >= old.lowerBound {
      place.line = min(place.line, max(start, new.upperBound - 1), target.count - 1)
    }
    let column = min(place.column, LineText(target.texts[place.line]).count)
    change(
      old, to: target[new], after: Caret(TextPosition(line: place.line, column: column)),
      hasMark: target.hasMark)
    history.seal()
    detectIndentation()
    follow()
  }

  /// Puts `inserted` in the place of `range`, which must lie in the text; returns the place behind it.
  @discardableResult
  mutating func put(
    _ inserted: String, over range: Range<TextPosition>, kind: TextChange.Kind = .other,
    startsWord: Bool = false
  ) -> TextPosition {
    let (low, high) = (range.lowerBound, range.upperBound)
    var pieces = inserted.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let last = pieces.count - 1
    pieces[0] = LineText(content.texts[low.line]).slice(0..<low.column) + pieces[0]
    let end = TextPosition(line: low.line + last, column: pieces[last].count)
    pieces[last] += LineText(content.texts[high.line]).slice(high.column..<Int.max)
    let new = pieces.enumerated().map { index, piece in
      let source = index == last ? high.line : min(low.line + index, high.line)
      return TextLine(piece, endsWithReturn: content.returns[source])
    }
    change(low.line..<high.line + 1, to: new, kind: kind, after: Caret(end), startsWord: startsWord)
    return end
  }

  /// Puts other lines in the place of some, and notes how to take it back.
  mutating func change(
    _ range: Range<Int>, to new: [TextLine], kind: TextChange.Kind = .other, after: Caret,
    hasMark: Bool? = nil, startsWord: Bool = false
  ) {
    let hasMark = hasMark ?? content.hasMark
    var change = TextChange(
      kind: kind, line: range.lowerBound, old: content[range], new: new,
      before: Caret(cursor, anchor: anchor), after: after, hadMark: content.hasMark, hasMark: hasMark)
    guard change.hadMark != hasMark || !Self.areIdentical(change.old, new) else {
      stand(after)
      return
    }
    exchange(range, with: new)
    content.hasMark = hasMark
    stand(after)
    change.after = Caret(cursor, anchor: anchor)
    history.record(change, startsWord: startsWord)
  }

  private static func areIdentical(_ left: [TextLine], _ right: [TextLine]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy {
        $0.endsWithReturn == $1.endsWithReturn && $0.text.isIdentical(to: $1.text)
      }
  }

  /// Puts the cursor and the selection where they should be, within the text.
  mutating func stand(_ caret: Caret) {
    anchor = caret.anchor.map(confined)
    cursor = confined(caret.cursor)
    goal = nil
    search?.leaveCurrent()
  }

  /// Takes the last step back; false where there is none.
  @discardableResult
  package mutating func undo() -> Bool {
    guard let change = history.takeBack() else { return false }
    exchange(change.line..<change.line + change.new.count, with: change.old)
    content.hasMark = change.hadMark
    show(change.before)
    return true
  }

  /// Does the step again that was taken back last; false where there is none.
  @discardableResult
  package mutating func redo() -> Bool {
    guard let change = history.bringBack() else { return false }
    exchange(change.line..<change.line + change.old.count, with: change.new)
    content.hasMark = change.hasMark
    show(change.after)
    return true
  }

  /// Stands where a step was made, in the whole file where the block does not hold it.
  private mutating func show(_ caret: Caret) {
    if let window, !window.contains(caret.cursor.line) { self.window = nil }
    stand(caret)
    follow()
  }

  private static func pasted(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": scalars.append("\n")
      case "\n" where previous == "\r": break
      case "\n", "\t": scalars.append(scalar)
      case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}": break
      default: scalars.append(scalar)
      }
      previous = scalar
    }
    return String(scalars)
  }
}
