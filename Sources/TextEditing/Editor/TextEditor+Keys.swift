import TerminalUI

extension TextEditor {
  /// Does what a key means in a text; false for one that means nothing here (escape, ctrl-s, f1, …).
  package mutating func handle(_ key: KeyPress) -> Bool {
    if let character = key.typed {
      type(character)
    } else if !move(key) && !erase(key) && !command(key) {
      return false
    }
    return true
  }

  private mutating func type(_ character: Character) {
    let isBlank = character.isWhitespace
    let before = cursor.column > 0 ? LineText(content.texts[cursor.line])[cursor.column - 1] : " "
    if selection != nil { history.seal() }
    put(
      String(character), over: selection ?? cursor..<cursor, kind: selection == nil ? .typing : .other,
      startsWord: !isBlank && before.isWhitespace)
    follow()
  }

  private mutating func erase(_ key: KeyPress) -> Bool {
    let range: Range<TextPosition>
    switch (key.key, key.modifiers) {
    case (.backspace, []), (.backspace, .shift): range = selection ?? erasedBack..<cursor
    case (.delete, []): range = selection ?? cursor..<after(cursor)
    case (.backspace, .alt), (.backspace, .control), (.character("w"), .control):
      range = selection ?? wordStart(before: cursor)..<cursor
    case (.delete, .control), (.delete, .alt): range = selection ?? cursor..<wordEnd(after: cursor)
    default: return false
    }
    let isOneCharacter = selection == nil && key.modifiers.isEmpty
    if !range.isEmpty { put("", over: range, kind: isOneCharacter ? .erasing : .other) }
    follow()
    return true
  }

  /// Where backspace erases from: the step of the indentation before, within blanks at the line's start.
  private var erasedBack: TextPosition {
    let line = LineText(content.texts[cursor.line])
    guard cursor.column > 1, cursor.column <= line.indentation else { return before(cursor) }
    return TextPosition(line: cursor.line, column: (cursor.column - 1) / indentStep * indentStep)
  }

  private mutating func command(_ key: KeyPress) -> Bool {
    history.seal()
    switch (key.key, key.modifiers) {
    case (.enter, []), (.enter, .shift): breakLine()
    case (.tab, []): shiftLines(deeper: true)
    case (.backtab, []): shiftLines(deeper: false)
    case (.up, .alt): moveLines(by: -1)
    case (.down, .alt): moveLines(by: 1)
    case (.character(let character), .control): return control(character)
    case (.character(";"), .alt), (.character("/"), .alt): toggleComment()
    default: return false
    }
    return true
  }

  private mutating func control(_ character: Character) -> Bool {
    switch character {
    case "a": selectAll()
    case "c": copy()
    case "x": cut()
    case "k": cutLines()
    case "v": putClipboard()
    case "z": undo()
    case "y": redo()
    // What terminals send for ctrl-/.
    case "/", "_": toggleComment()
    default: return false
    }
    return true
  }
}
