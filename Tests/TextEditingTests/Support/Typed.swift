import TerminalUI
import Testing
import TextEditing

/// A text with the cursor in it, written as `‸`, and the other end of the selection as `‹`.
struct Marked {
  static let cursor: Character = "‸"
  static let anchor: Character = "‹"

  var text: String
  var cursor: TextPosition?
  var anchor: TextPosition?

  init(_ marked: String) {
    text = ""
    var place = TextPosition(line: 0, column: 0)
    for character in marked {
      switch character {
      case Self.cursor: cursor = place
      case Self.anchor: anchor = place
      case "\n", "\r\n":
        text.append(character)
        place = TextPosition(line: place.line + 1, column: 0)
      default:
        text.append(character)
        place.column += 1
      }
    }
  }
}

extension TextEditor {
  /// An editor on a marked text; without a mark, the cursor is at the start.
  init(marked: String, columns: Int = 80, rows: Int = 24) {
    let marked = Marked(marked)
    self.init(text: marked.text)
    resize(to: Size(columns: columns, rows: rows))
    guard let cursor = marked.cursor else { return }
    move(to: cursor)
    if let anchor = marked.anchor {
      // A selection ends at its cursor, whichever way it was made.
      if anchor <= cursor { select(anchor..<cursor) } else { selectBackwards(from: anchor, to: cursor) }
    }
  }

  private mutating func selectBackwards(from anchor: TextPosition, to target: TextPosition) {
    move(to: anchor)
    while cursor > target { _ = handle(KeyPress(.left, .shift)) }
  }

  /// The text with the marks in it.
  var marked: String {
    var lines = self.lines.map { Array($0) }
    var marks = [(cursor, Marked.cursor)]
    if let selection {
      marks.append(
        (selection.lowerBound == cursor ? selection.upperBound : selection.lowerBound, Marked.anchor))
    }
    for (place, mark) in marks.sorted(by: { $0.0 > $1.0 }) {
      lines[place.line].insert(mark, at: place.column)
    }
    return lines.map { String($0) }.joined(separator: "\n")
  }

  /// Presses the keys of a script; every one must mean something.
  mutating func press(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    for key in try KeySequence.script(script) {
      let isTaken = handle(key)
      #expect(isTaken, "\(key) means nothing", sourceLocation: sourceLocation)
    }
  }
}

/// What keys make of a text.
func expect(
  _ before: String, _ keys: String, _ after: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  var editor = TextEditor(marked: before)
  try editor.press(keys, sourceLocation: sourceLocation)
  #expect(editor.marked == after, sourceLocation: sourceLocation)
}
