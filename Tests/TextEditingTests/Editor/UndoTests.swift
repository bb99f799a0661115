import Testing
import TextEditing

@Suite struct UndoTests {
  @Test func `typing is taken back word by word`() throws {
    try expect("‸", "image:<space>nginx<c-z>", "image: ‸")
    try expect("‸", "image:<space>nginx<c-z><c-z>", "‸")
  }

  @Test func `a move ends the word`() throws {
    try expect("‸", "ab<left><right>cd<c-z>", "ab‸")
  }

  @Test func `what was taken back is done again`() throws {
    try expect("‸", "one<enter>two<c-z><c-z><c-y><c-y>", "one\ntwo‸")
    try expect("‸", "one<c-z>x<c-y>", "x‸")
  }

  @Test func `the cursor and the selection come back`() throws {
    try expect("a ‹b‸ c", "x<home><c-z>", "a ‹b‸ c")
    try expect("one\ntw‸o\nx", "<c-k><c-home><c-z>", "one\ntw‸o\nx")
  }

  @Test func `a text that is as it was is not modified`() throws {
    var editor = TextEditor(text: "a")
    try editor.press("b")
    #expect(editor.isModified)
    try editor.press("<bs>")
    #expect(!editor.isModified)
    try editor.press("x")
    editor.markSaved()
    #expect(!editor.isModified)
    try editor.press("<c-z>")
    #expect(editor.isModified)
  }

  @Test func `the revision grows with changes and not with moves`() throws {
    var editor = TextEditor(text: "a")
    try editor.press("<right><left>")
    #expect(editor.revision == 0)
    try editor.press("b")
    let typed = editor.revision
    try editor.press("<c-z>")
    #expect(editor.revision > typed)
  }
}
