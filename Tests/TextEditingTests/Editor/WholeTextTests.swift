import TerminalUI
import Testing
import TextEditing

@Suite struct WholeTextTests {
  @Test func `a paste goes in as it is`() {
    var editor = TextEditor(marked: "a:\n  ‸")
    editor.paste("b:\n  - x\r\n- y\rz\u{1B}[31m\tq\u{7}")
    #expect(editor.marked == "a:\n  b:\n  - x\n- y\nz[31m\tq‸")
    editor.undo()
    #expect(editor.marked == "a:\n  ‸")
  }

  @Test func `a text from elsewhere keeps the cursor in its line`() {
    var editor = TextEditor(marked: "one\ntwo\nth‸ree\n")
    editor.setText("zero\none\ntwo!\nthree\n")
    #expect(editor.marked == "zero\none\ntwo!\nth‸ree\n")
    editor.undo()
    #expect(editor.marked == "one\ntwo\nth‸ree\n")
  }

  @Test func `a line that is gone leaves the cursor where it was`() {
    var editor = TextEditor(marked: "one\ntwo\nth‸ree")
    editor.setText("one")
    #expect(editor.marked == "on‸e")
    editor.setText("")
    #expect(editor.marked == "‸")
  }

  @Test func `the same text is no change`() {
    var editor = TextEditor(text: "one\r\ntwo")
    editor.setText("one\r\ntwo")
    #expect(editor.revision == 0 && !editor.canUndo)
    editor.setText("one\ntwo")
    #expect(editor.text == "one\ntwo")
    editor.undo()
    #expect(editor.text == "one\r\ntwo")
  }

  @Test func `a byte order mark comes and goes`() {
    var editor = TextEditor(text: "\u{FEFF}a")
    editor.setText("a")
    #expect(Array(editor.text.utf8) == [0x61])
    editor.undo()
    #expect(Array(editor.text.utf8) == [0xEF, 0xBB, 0xBF, 0x61])
  }

  @Test func `places beyond the text are moved into it`() {
    var editor = TextEditor(text: "one\ntwo")
    editor.replace(TextPosition(line: -1, column: 9)..<TextPosition(line: 9, column: 9), with: "x")
    #expect(editor.marked == "x‸")
  }
}

@Suite struct BlockTests {
  private func editor(_ marked: String, _ block: Range<Int>) -> TextEditor {
    var editor = TextEditor(marked: marked)
    editor.visibleLines = block
    return editor
  }

  @Test func `moves stay in the block`() throws {
    var editor = editor("a\nb‸\nc\nd", 1..<3)
    try editor.press("<up><left><left>")
    #expect(editor.marked == "a\n‸b\nc\nd")
    try editor.press("<c-end><right><down>")
    #expect(editor.marked == "a\nb\nc‸\nd")
    try editor.press("<c-a>")
    #expect(editor.marked == "a\n‹b\nc‸\nd")
  }

  @Test func `a cursor elsewhere comes into the block`() {
    #expect(editor("a‸\nb\nc", 1..<2).cursor == TextPosition(line: 1, column: 0))
  }

  @Test func `nothing outside is erased`() throws {
    var editor = editor("a\n‸b\nc", 1..<2)
    try editor.press("<bs><del><del><del>")
    #expect(editor.marked == "a\n‸\nc")
    try editor.press("<c-k><c-k><a-up><a-down>")
    #expect(editor.marked == "a\n‸\nc")
  }

  @Test func `the block grows and shrinks with what is edited`() throws {
    var editor = editor("a\nb‸\nc", 1..<2)
    try editor.press("<enter>x<enter>y")
    #expect(editor.visibleLines == 1..<4)
    try editor.press("<c-k><c-k>")
    #expect(editor.visibleLines == 1..<2)
  }

  @Test func `a change above moves the block`() {
    var editor = editor("a\nb‸\nc", 1..<2)
    editor.replace(TextPosition(line: 0, column: 0)..<TextPosition(line: 0, column: 0), with: "x\ny\n")
    #expect(editor.visibleLines == 3..<4)
    #expect(editor.text == "x\ny\na\nb\nc")
  }

  @Test func `a step outside is taken back in the whole file`() throws {
    var editor = TextEditor(marked: "a‸\nb\nc")
    try editor.press("x")
    editor.visibleLines = 1..<2
    try editor.press("<c-z>")
    #expect(editor.visibleLines == nil)
    #expect(editor.marked == "a‸\nb\nc")
  }
}
