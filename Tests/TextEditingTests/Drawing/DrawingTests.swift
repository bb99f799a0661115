import TerminalUI
import Testing
import TextEditing

@Suite struct DrawingTests {
  private func drawn(
    _ editor: TextEditor, columns: Int, rows: Int, marks: [Int: GutterMark] = [:], glyphs: GlyphSet = .unicode
  ) -> Canvas {
    var canvas = Canvas(size: Size(columns: columns, rows: rows), glyphs: glyphs)
    editor.draw(into: &canvas, in: canvas.bounds, marks: marks)
    return canvas
  }

  @Test func `lines have numbers and marks`() {
    let canvas = drawn(
      TextEditor(text: "services:\n  web:\n"), columns: 40, rows: 4, marks: [1: GutterMark("▲", .warning)])
    #expect(canvas.frame.lines == ["   1 services:", "▲  2   web:", "   3", ""])
  }

  @Test func `where there is little room there are no numbers`() {
    let canvas = drawn(
      TextEditor(text: "a: 1\nb: 2"), columns: 20, rows: 2, marks: [1: GutterMark("x", .error)])
    #expect(canvas.frame.lines == ["  a: 1", "x b: 2"])
  }

  @Test func `a long line goes on below its first character`() {
    let canvas = drawn(TextEditor(text: "  - aaaa bbbb cccc"), columns: 16, rows: 4)
    #expect(canvas.frame.lines == ["    - aaaa", "      bbbb", "      cccc", ""])
  }

  @Test func `the cursor stands at its character`() {
    #expect(drawn(TextEditor(marked: "日本‸x"), columns: 20, rows: 2).cursor == Point(column: 6, row: 0))
    #expect(
      drawn(TextEditor(marked: "aaaa bbbb ‸cccc"), columns: 14, rows: 3).cursor == Point(column: 2, row: 1))
    #expect(drawn(TextEditor(marked: "aaaaaaaa‸"), columns: 12, rows: 3).cursor == Point(column: 10, row: 0))
  }

  @Test func `the cursor is always in sight`() throws {
    var editor = TextEditor(text: (0..<100).map { "line \($0)" }.joined(separator: "\n"))
    editor.resize(to: Size(columns: 20, rows: 5))
    try editor.press("<c-end>")
    #expect(drawn(editor, columns: 20, rows: 5).cursor?.row == 4)
    try editor.press("<up><up><up>")
    #expect(drawn(editor, columns: 20, rows: 5).cursor?.row == 2)
    #expect(drawn(editor, columns: 20, rows: 1).cursor?.row == 0)
  }

  @Test func `selection and search lie behind the text`() {
    var editor = TextEditor(marked: "one ‹two‸ one")
    var canvas = drawn(editor, columns: 40, rows: 1)
    #expect(canvas.frame[Point(column: 9, row: 0)].style.backdrop == .selection)
    #expect(canvas.frame[Point(column: 12, row: 0)].style.backdrop != .selection)
    editor.find("one")
    canvas = drawn(editor, columns: 40, rows: 1)
    #expect(canvas.frame[Point(column: 13, row: 0)].style.backdrop == .matchCurrent)
    #expect(canvas.frame[Point(column: 5, row: 0)].style.backdrop == .match)
  }

  @Test func `a selected line end is seen`() {
    let canvas = drawn(TextEditor(marked: "‹a\n\nb‸"), columns: 40, rows: 3)
    #expect(canvas.frame[Point(column: 6, row: 0)].style.backdrop == .selection)
    #expect(canvas.frame[Point(column: 5, row: 1)].style.backdrop == .selection)
    #expect(canvas.frame[Point(column: 6, row: 2)].style.backdrop != .selection)
  }

  @Test func `control characters are shown and not sent`() {
    let canvas = drawn(TextEditor(text: "a\u{1B}[31m\tb\r"), columns: 40, rows: 1)
    #expect(canvas.frame.lines == ["   1 a␛[31m␉b␍"])
  }

  @Test func `a block is all that is seen`() {
    var editor = TextEditor(text: "a\nb\nc\nd")
    editor.visibleLines = 1..<3
    #expect(drawn(editor, columns: 20, rows: 4).frame.lines == ["  b", "  c", "", ""])
  }

  @Test func `a bar shows where one is`() throws {
    var editor = TextEditor(text: (0..<50).map(String.init).joined(separator: "\n"))
    editor.resize(to: Size(columns: 20, rows: 5))
    #expect(drawn(editor, columns: 20, rows: 5).frame.lines[0].hasSuffix("┃"))
    try editor.press("<c-end>")
    #expect(drawn(editor, columns: 20, rows: 5).frame.lines[4].hasSuffix("┃"))
  }

  @Test func `a click finds the character that is drawn there`() throws {
    let size = Rect(column: 3, row: 2, columns: 20, rows: 6)
    var editor = TextEditor(text: "日本語 one two three four five six\n\nx")
    editor.resize(to: size.size)
    for line in editor.lines.indices {
      for column in 0...editor.lines[line].count {
        let place = TextPosition(line: line, column: column)
        let point = try #require(editor.point(of: place, in: size))
        #expect(editor.position(at: point, in: size) == place)
      }
    }
    #expect(editor.position(at: Point(column: 0, row: 99), in: size) == TextPosition(line: 2, column: 1))
  }

  @Test func `the mouse selects`() {
    let rect = Rect(column: 0, row: 0, columns: 40, rows: 5)
    var editor = TextEditor(text: "one\ntwo")
    editor.press(at: Point(column: 6, row: 0), in: rect)
    editor.drag(to: Point(column: 7, row: 1), in: rect)
    #expect(editor.marked == "o‹ne\ntw‸o")
    editor.drag(to: Point(column: 5, row: 0), in: rect)
    #expect(editor.marked == "‸o‹ne\ntwo")
  }

  @Test func `the wheel moves the text and not the cursor`() {
    var editor = TextEditor(text: (0..<50).map(String.init).joined(separator: "\n"))
    editor.resize(to: Size(columns: 20, rows: 5))
    editor.scroll(rows: 10)
    let canvas = drawn(editor, columns: 20, rows: 5)
    #expect(canvas.frame.lines[0].hasPrefix("  10"))
    #expect(canvas.cursor == nil)
    editor.scroll(rows: 1_000)
    #expect(drawn(editor, columns: 20, rows: 5).frame.lines[4].hasPrefix("  49"))
  }
}
