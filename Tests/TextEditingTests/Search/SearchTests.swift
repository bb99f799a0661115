import Testing
import TextEditing

@Suite struct SearchTests {
  @Test func `the first place from the cursor on is selected`() {
    var editor = TextEditor(marked: "web\n‸a web\nweb")
    editor.find("web")
    #expect(editor.marked == "web\na ‹web‸\nweb")
    #expect(editor.searchCount?.current == 2)
    #expect(editor.searchCount?.total == 3)
  }

  @Test func `the search goes round`() {
    var editor = TextEditor(marked: "‸web\na web")
    editor.find("web")
    editor.findNext()
    #expect(editor.marked == "web\na ‹web‸")
    editor.findNext()
    #expect(editor.marked == "‹web‸\na web")
    editor.findPrevious()
    #expect(editor.marked == "web\na ‹web‸")
  }

  @Test func `a search that is typed starts where it began`() {
    var editor = TextEditor(marked: "x‸\nwa\nwe")
    let start = editor.cursor
    editor.find("w", from: start)
    #expect(editor.marked == "x\n‹w‸a\nwe")
    editor.find("we", from: start)
    #expect(editor.marked == "x\nwa\n‹we‸")
    editor.find("wex", from: start)
    #expect(editor.marked == "x‸\nwa\nwe")
    #expect(editor.searchCount?.total == 0)
  }

  @Test func `signs mean themselves unless a pattern is asked for`() {
    var editor = TextEditor(text: "a.c abc (x) \\E日本")
    for query in ["a.c", "(x)", "\\E", "日本", " "] {
      editor.find(query, from: TextPosition(line: 0, column: 0))
      #expect(editor.selectedText == query)
    }
    editor.find("a.c", isPattern: true)
    #expect(editor.searchCount?.total == 2)
  }

  @Test func `a broken pattern says so`() {
    var editor = TextEditor(text: "a(")
    editor.find("a(", isPattern: true)
    #expect(editor.search?.problem != nil)
    #expect(editor.searchCount == nil)
  }

  @Test func `places follow what is edited`() throws {
    var editor = TextEditor(marked: "‸web\nweb\nweb")
    editor.find("web")
    try editor.press("<home>x<enter>y<down><end>z<c-home>web<space>")
    #expect(editor.search?.matches.map(\.line) == [0, 1, 2, 3])
    try editor.press("<c-end><c-k>")
    #expect(editor.search?.matches.map(\.line) == [0, 1, 2])
  }

  @Test func `one place after the other is replaced`() {
    var editor = TextEditor(marked: "‸a b a b a")
    editor.find("a")
    editor.replaceCurrent(with: "aa")
    #expect(editor.marked == "aa b ‹a‸ b a")
    editor.replaceCurrent(with: "aa")
    editor.replaceCurrent(with: "x")
    #expect(editor.text == "aa b aa b x")
  }

  @Test func `all places are replaced as one step`() {
    var editor = TextEditor(marked: "a b\n\nb ‸ab\nb")
    editor.find("b")
    let count = editor.replaceAll(with: "x\ny")
    #expect(count == 4)
    #expect(editor.text == "a x\ny\n\nx\ny ax\ny\nx\ny")
    editor.undo()
    #expect(editor.text == "a b\n\nb ab\nb")
  }

  @Test func `only the block is searched and replaced`() {
    var editor = TextEditor(text: "a\na\na")
    editor.visibleLines = 1..<2
    editor.find("a")
    #expect(editor.searchCount?.total == 1)
    editor.replaceAll(with: "b")
    #expect(editor.text == "a\nb\na")
  }
}
