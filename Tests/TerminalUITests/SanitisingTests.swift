import Testing

@testable import TerminalUI

@Suite struct SanitisingTests {
  private func drawn(_ text: String, _ glyphs: GlyphSet = .unicode) -> String {
    var canvas = Canvas(size: Size(columns: 40, rows: 1), glyphs: glyphs)
    canvas.write(text, at: Point(column: 0, row: 0))
    return canvas.frame.plainText
  }

  @Test func `no control character reaches a cell`() {
    for value in UInt32(0)...0x2100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for shown in drawn("a\(scalar)b").unicodeScalars {
        let isControl = shown.value < 0x20 || (0x7F..<0xA0).contains(shown.value)
        #expect(!isControl, "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test func `control characters are shown as their pictures`() {
    #expect(drawn("a\u{1B}[2Jb\n\u{7F}") == "a␛[2Jb␊␡")
  }

  @Test func `a change of writing direction is shown`() {
    #expect(drawn("x\u{202E}gpj.exe\u{2066}") == "x�gpj.exe�")
  }

  @Test func `a flag is drawn as its letters, in as many columns on every terminal`() {
    #expect(drawn("von 🇩🇪 nach 🇫🇷!") == "von DE nach FR!")
  }

  @Test func `what versions of Unicode disagree on is drawn in one column`() {
    #expect(drawn("☰ menu ⚊") == "≡ menu ≡")
  }

  @Test func `in ASCII, other text keeps its width`() {
    #expect(drawn("日本 é → \u{1B}x", .ascii) == "???? ? > ?x")
  }
}
