import TerminalUI
import Testing
import TextEditing

@Suite struct MovingTests {
  @Test func `home goes to the first character, then to the line's start`() throws {
    try expect("  web‸", "<home>", "  ‸web")
    try expect("  ‸web", "<home>", "‸  web")
    try expect("‸  web", "<home>", "  ‸web")
  }

  @Test func `moves go over line ends and stop at the text's`() throws {
    try expect("one\n‸two", "<left>", "one‸\ntwo")
    try expect("one‸\ntwo", "<right>", "one\n‸two")
    try expect("‸one", "<left><up>", "‸one")
    try expect("one‸", "<right><down>", "one‸")
  }

  @Test func `up and down keep the column over short lines`() throws {
    try expect("abcd‸e\nx\nvwxyz", "<down><down>", "abcde\nx\nvwxy‸z")
    try expect("abcde\nx\nvwxy‸z", "<up><up>", "abcd‸e\nx\nvwxyz")
  }

  @Test func `the column is kept as it is seen`() throws {
    try expect("日本‸\nabcdef", "<down>", "日本\nabcd‸ef")
  }

  @Test func `words are jumped over`() throws {
    try expect("‸image: nginx_1", "<c-right>", "image‸: nginx_1")
    try expect("image‸: nginx_1", "<c-right><c-right>", "image: nginx_1‸")
    try expect("image: nginx_1‸", "<c-left>", "image: ‸nginx_1")
    try expect("one\n‸two", "<c-left>", "one‸\ntwo")
  }

  @Test func `ctrl home and end go to the text's ends`() throws {
    try expect("one\nt‸wo\nthree", "<c-home>", "‸one\ntwo\nthree")
    try expect("one\nt‸wo\nthree", "<c-end>", "one\ntwo\nthree‸")
  }

  @Test func `shift selects on the way`() throws {
    try expect("o‸ne\ntwo", "<s-right><s-down>", "o‹ne\ntw‸o")
    try expect("one‸", "<s-home>", "‸one‹")
    try expect("‸one\ntwo", "<c-s-end>", "‹one\ntwo‸")
    try expect("on‸e", "<c-a>", "‹one‸")
  }

  @Test func `a move without shift leaves the selection at its end`() throws {
    try expect("a‹bc‸d", "<right>", "abc‸d")
    try expect("a‹bc‸d", "<left>", "a‸bcd")
    try expect("a‸bc‹d", "<right>", "abc‸d")
  }

  @Test func `pages are as high as the editor`() throws {
    var editor = TextEditor(text: (0..<100).map { "line \($0)" }.joined(separator: "\n"))
    editor.resize(to: Size(columns: 40, rows: 11))
    try editor.press("<pgdn>")
    #expect(editor.cursor.line == 10)
    try editor.press("<pgdn><pgup>")
    #expect(editor.cursor.line == 10)
    try editor.press("<pgup><pgup>")
    #expect(editor.cursor == TextPosition(line: 0, column: 0))
  }

  @Test func `a broken line is walked by its rows`() throws {
    var editor = TextEditor(marked: "‸aaaa bbbb cccc dddd", columns: 12, rows: 5)
    try editor.press("<down>")
    #expect(editor.marked == "aaaa ‸bbbb cccc dddd")
    try editor.press("<up>")
    #expect(editor.marked == "‸aaaa bbbb cccc dddd")
  }
}
