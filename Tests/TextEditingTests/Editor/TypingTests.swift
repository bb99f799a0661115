import TerminalUI
import Testing
import TextEditing

@Suite struct TypingTests {
  @Test func `typed characters stand before the cursor`() throws {
    try expect("we‸", "b:", "web:‸")
    try expect("w‸b", "e", "we‸b")
  }

  @Test func `typing replaces what is selected`() throws {
    try expect("image: ‹nginx‸:1", "redis", "image: redis‸:1")
    try expect("one\n‹two\nthr‸ee", "x", "one\nx‸ee")
  }

  @Test func `backspace erases a character, a line end, or what is selected`() throws {
    try expect("web‸", "<bs>", "we‸")
    try expect("one\n‸two", "<bs>", "one‸two")
    try expect("‹one\nt‸wo", "<bs>", "‸wo")
    try expect("‸one", "<bs>", "‸one")
  }

  @Test func `backspace goes back over the indentation by steps`() throws {
    try expect("a:\n  b:\n    ‸", "<bs>", "a:\n  b:\n  ‸")
    try expect("a:\n  b:\n   ‸x", "<bs>", "a:\n  b:\n  ‸x")
    try expect("a:\n    b:\n        ‸", "<bs>", "a:\n    b:\n    ‸")
  }

  @Test func `delete erases what is under the cursor`() throws {
    try expect("‸web", "<del>", "‸eb")
    try expect("one‸\ntwo", "<del>", "one‸two")
    try expect("one‸", "<del>", "one‸")
  }

  @Test func `a word is erased at once`() throws {
    try expect("image: nginx‸", "<a-bs>", "image: ‸")
    try expect("‸image: nginx", "<c-del>", "‸: nginx")
  }

  @Test func `characters of several code points are one`() throws {
    try expect("日本e\u{301}‸", "<bs>", "日本‸")
    try expect("👨‍👩‍👧‸x", "<left><del>", "‸x")
  }

  @Test func `keys of others are left to them`() throws {
    var editor = TextEditor(text: "a")
    for key in try KeySequence.script("<esc><c-s><c-f><c-r><c-b><c-o><c-space><f1>") {
      let isTaken = editor.handle(key)
      #expect(!isTaken, "\(key)")
    }
    #expect(!editor.isModified)
  }
}
