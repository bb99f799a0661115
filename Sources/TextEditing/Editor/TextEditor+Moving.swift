import TerminalUI

extension TextEditor {
  /// Moves the cursor as `press` says, and selects on the way where shift is held; false for another key.
  mutating func move(_ press: KeyPress) -> Bool {
    let isSelecting = press.modifiers.contains(.shift)
    let press = KeyPress(press.key, press.modifiers.subtracting(.shift))
    guard let target = target(of: press, isSelecting: isSelecting) else { return false }
    let kept = [.up, .down, .pageUp, .pageDown].contains(press.key) ? goal ?? screenColumn(of: cursor) : nil
    history.seal()
    stand(Caret(target, anchor: isSelecting ? anchor ?? cursor : nil))
    goal = kept
    follow()
    return true
  }

  private func target(of press: KeyPress, isSelecting: Bool) -> TextPosition? {
    switch (press.key, press.modifiers) {
    case (.left, []): isSelecting ? before(cursor) : selection?.lowerBound ?? before(cursor)
    case (.right, []): isSelecting ? after(cursor) : selection?.upperBound ?? after(cursor)
    case (.left, .control): wordStart(before: cursor)
    case (.right, .control): wordEnd(after: cursor)
    case (.up, []): vertical(-1)
    case (.down, []): vertical(1)
    case (.pageUp, []): vertical(-max(1, size.rows - 1))
    case (.pageDown, []): vertical(max(1, size.rows - 1))
    case (.home, []): lineStart
    case (.end, []): TextPosition(line: cursor.line, column: length(of: cursor.line))
    case (.home, .control): TextPosition(line: lowestLine, column: 0)
    case (.end, .control): TextPosition(line: highestLine, column: length(of: highestLine))
    default: nil
    }
  }

  /// The first character of the line that is no blank; from there, the line's start.
  private var lineStart: TextPosition {
    let indentation = LineText(content.texts[cursor.line]).indentation
    return TextPosition(line: cursor.line, column: cursor.column == indentation ? 0 : indentation)
  }

  /// The place one character before; the line above's end at the start of a line.
  func before(_ place: TextPosition) -> TextPosition {
    if place.column > 0 { return TextPosition(line: place.line, column: place.column - 1) }
    guard place.line > lowestLine else { return place }
    return TextPosition(line: place.line - 1, column: length(of: place.line - 1))
  }

  /// The place one character further; the line below's start at the end of a line.
  func after(_ place: TextPosition) -> TextPosition {
    if place.column < length(of: place.line) {
      return TextPosition(line: place.line, column: place.column + 1)
    }
    guard place.line < highestLine else { return place }
    return TextPosition(line: place.line + 1, column: 0)
  }

  /// The start of the word before, or the end of the line above.
  func wordStart(before place: TextPosition) -> TextPosition {
    if place.column == 0 { return before(place) }
    let line = LineText(content.texts[place.line])
    var column = place.column
    while column > 0, WordClass(line[column - 1]) == .blank { column -= 1 }
    if column > 0 {
      let kind = WordClass(line[column - 1])
      while column > 0, WordClass(line[column - 1]) == kind { column -= 1 }
    }
    return TextPosition(line: place.line, column: column)
  }

  /// The end of the word behind, or the start of the line below.
  func wordEnd(after place: TextPosition) -> TextPosition {
    let line = LineText(content.texts[place.line])
    if place.column >= line.count { return after(place) }
    var column = place.column
    while column < line.count, WordClass(line[column]) == .blank { column += 1 }
    if column < line.count {
      let kind = WordClass(line[column])
      while column < line.count, WordClass(line[column]) == kind { column += 1 }
    }
    return TextPosition(line: place.line, column: column)
  }
}

/// What a character is for moves by words.
enum WordClass: Equatable {
  case blank, letter, sign

  init(_ character: Character) {
    if character.isWhitespace {
      self = .blank
    } else {
      self = character.isLetter || character.isNumber || character == "_" ? .letter : .sign
    }
  }
}
