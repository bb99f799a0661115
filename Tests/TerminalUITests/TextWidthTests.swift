import Testing

@testable import TerminalUI

@Suite struct TextWidthTests {
  @Test(arguments: [
    ("", 0), ("plain ascii", 11), ("日本語", 6), ("한국어", 6), ("Ａ", 2), ("é", 1), ("e\u{301}", 1),
    ("e\u{301}\u{302}\u{303}\u{304}\u{305}", 1), ("👍", 2), ("👍🏽", 2), ("👩‍👩‍👧", 2), ("❤️", 1), ("🏳️‍🌈", 1),
    ("🇩🇪", 2), ("क्‍ष", 2), ("\u{200B}a\u{FEFF}b", 2), ("\u{1B}[31m", 5), ("a\tb", 3), ("\u{301}x", 2),
    ("\u{AD}", 1), ("─│╭", 3), ("⣿", 1), ("🏽", 2), ("\r\n", 2),
  ])
  func `the columns of a text`(text: String, columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
  }

  @Test func `drawing takes the columns that measuring gives`() {
    for text in ["日本語 mixed 👩‍👩‍👧 text e\u{301}", "\u{202E}evil\u{1B}]0;x\u{07}", "क्‍ष 한국어 🇩🇪"] {
      var canvas = Canvas(size: Size(columns: 80, rows: 1))
      #expect(canvas.write(text, at: Point(column: 0, row: 0)) == TextWidth.columns(of: text))
    }
  }

  @Test func `a text is cut before a wide character that does not fit`() {
    #expect(TextWidth.prefix(of: "a日本", columns: 4).text == "a日")
    #expect(TextWidth.truncated("日本語日本語", to: 6) == "日本…")
    #expect(TextWidth.truncated("short", to: 5) == "short")
    #expect(TextWidth.truncated("text", to: 0) == "")
  }

  @Test func `joined people are drawn as the first of them`() {
    var text = ""
    for glyph in GlyphSequence("👩‍👩‍👧!") { glyph.append(to: &text) }
    #expect(text == "👩!")
  }

  @Test func `a fifth mark is dropped`() {
    let glyph = Glyph("e\u{301}\u{302}\u{303}\u{304}\u{305}")
    var text = ""
    glyph.append(to: &text)
    #expect(Array(text.unicodeScalars).count == 5)
  }

  @Test func `a cell stays small`() {
    #expect(MemoryLayout<Cell>.stride <= 24)
  }
}
