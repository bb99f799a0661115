import Testing
import TextEditing

@Suite struct RoundTripTests {
  static let texts = [
    "", "\n", "a", "a\n", "a\n\n", "a\r\nb\r\n", "a\r\nb\nc", "\u{FEFF}a: 1\n", "a\rb\n", "\r\n", "\r",
    "tab\there\n",
    "e\u{301} \u{E9} \u{212B}\n", "\u{0}\u{1B}[31m\n",
  ]

  @Test(arguments: texts)
  func `an untouched text comes back byte for byte`(text: String) {
    let editor = TextEditor(text: text)
    #expect(Array(editor.text.utf8) == Array(text.utf8))
    #expect(!editor.isModified)
  }

  @Test(arguments: texts)
  func `an edit taken back leaves the very bytes`(text: String) throws {
    var editor = TextEditor(text: text)
    try editor.press("<c-end>x<enter>y<c-home>z<enter><c-k><tab>")
    while editor.canUndo { editor.undo() }
    #expect(Array(editor.text.utf8) == Array(text.utf8))
    #expect(!editor.isModified)
  }

  @Test func `new lines end as those around them`() throws {
    var editor = TextEditor(text: "a\r\nb\r\n")
    try editor.press("<end><enter>x<c-end>y<enter>")
    #expect(editor.text == "a\r\nx\r\nb\r\ny\r\n")
  }

  @Test func `the same letter spelled otherwise is a change`() {
    var editor = TextEditor(text: "\u{E9}")
    editor.setText("e\u{301}")
    #expect(editor.isModified)
  }
}
