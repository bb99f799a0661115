import PrintableText
import Testing

@Suite struct PrintableTextTests {
  @Test(arguments: [
    ("plain ü 日本 →", "plain ü 日本 →"), ("a\u{1B}[31mb", "a\\u001b[31mb"), ("a\u{9B}31m", "a\\u009b31m"),
    ("a\u{202E}gpj.exe", "a\\u202egpj.exe"), ("pass\u{200B}word", "pass\\u200bword"), ("a\u{7F}", "a\\u007f"),
    ("a\u{2066}b\u{2069}", "a\\u2066b\\u2069"), ("\u{FEFF}x", "\\ufeffx"), ("x\u{E0041}", "x\\udb40\\udc41"),
    ("two\nlines\t.", "two\\u000alines\\u0009."), ("a\r", "a\\u000d"),
  ])
  func whatIsHiddenIsShown(text: String, shown: String) {
    #expect(PrintableText.shown(text) == shown)
  }

  @Test func linesAndTabsAreKeptWhereTheyAreMeant() {
    #expect(PrintableText.shown("a\n\tb\r\u{1B}", keepingLines: true) == "a\n\tb\\u000d\\u001b")
  }

  @Test func noControlCharacterIsLeft() {
    for value in UInt32(0)...0x3200 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let category = scalar.properties.generalCategory
      let mustNotBeSent = [.control, .lineSeparator, .paragraphSeparator].contains(category)
      if mustNotBeSent { #expect(PrintableText.isHidden(scalar), "U+\(String(value, radix: 16))") }
    }
  }

  @Test func aTextInQuotesIsAStringOfJSON() {
    #expect(PrintableText.quoted("a\"\\\n\u{1B}\u{202E}ü") == #""a\"\\\n\u001b\u202eü""#)
  }

  @Test func aDocumentStaysADocument() {
    #expect(PrintableText.json("{\n  \"a\": \"x\u{202E}\u{9B}\"\n}") == "{\n  \"a\": \"x\\u202e\\u009b\"\n}")
  }
}
