import Testing

@testable import EngineModel

@Suite struct JSONScannerTests {
  private func value(_ text: String) throws -> JSONValue { try JSONValue(json: Array(text.utf8)) }

  @Test func keepsOrderAndNumbersAsWritten() throws {
    let document = try value(#"{"b": 1.50, "a": [true, null, "x"], "b": -0e+2}"#)
    #expect(document.members.map(\.key) == ["b", "a", "b"])
    #expect(document["b"] == .number("1.50"))
    #expect(document["a"] == .array([.bool(true), .null, .string("x")]))
  }

  @Test(arguments: [
    (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\u65E5""#, "é日"),
    (#""\uD83D\uDE00!""#, "😀!"),
    (#""\uD83D""#, "\u{FFFD}"), (#""\uD83Dx""#, "\u{FFFD}x"), (#""\uD83D\u0041""#, "\u{FFFD}A"),
    (#""日本""#, "日本"),
  ])
  func resolvesEscapes(text: String, expected: String) throws {
    #expect(try value(text) == .string(expected))
  }

  @Test func repairsWhatIsNotUTF8() throws {
    #expect(try JSONValue(json: [0x22, 0x61, 0xFF, 0x62, 0x22]) == .string("a\u{FFFD}b"))
  }

  @Test(arguments: [
    "", " ", "{", "[", "[1", "[1,", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "01", "-", "1.",
    ".5",
    "1e", "+1", "tru", "nul", "\"", "\"\\", "\"\\u12\"", "\"\\x\"", "\"\u{1}\"", "1 2", "[1 2]", "{\"a\" 1}",
    "]",
    "[1}", "{\"a\":1]", "NaN", "'a'", "\"\\uD83D\\u12\"",
  ])
  func refusesWhatIsNoJSON(text: String) {
    #expect(throws: JSONError.self) { try value(text) }
    #expect(throws: JSONError.self) {
      var scanner = JSONScanner(Array(text.utf8))
      try scanner.skip()
      try scanner.finish()
    }
  }

  @Test(arguments: ["[", "{\"a\":"])
  func refusesDeepNestingWithoutRecursing(open: String) {
    let text = Array(String(repeating: open, count: 1_000_000).utf8)
    #expect(throws: JSONError.self) { try JSONValue(json: text) }
    #expect(throws: JSONError.self) {
      var scanner = JSONScanner(text)
      try scanner.skip()
    }
  }

  @Test(arguments: [
    ("0", Int64(0)), ("-1", -1), ("9223372036854775807", .max), ("-9223372036854775808", .min),
    ("9223372036854775808", nil), ("1e3", 1000), ("1.5", nil), ("\"1\"", nil), ("null", nil),
    ("99999999999999999999", nil),
  ])
  func readsWholeNumbersThatFit(text: String, expected: Int64?) throws {
    var scanner = JSONScanner(Array(text.utf8))
    #expect(try scanner.integer() == expected)
    try scanner.finish()
  }

  @Test(arguments: [("18446744073709551615", UInt64.max), ("18446744073709551616", nil), ("-1", nil)])
  func readsUnsignedNumbersThatFit(text: String, expected: UInt64?) throws {
    var scanner = JSONScanner(Array(text.utf8))
    #expect(try scanner.unsigned() == expected)
    try scanner.finish()
  }

  @Test func skipsWhatIsOfAnotherKind() throws {
    var scanner = JSONScanner(Array(#"[{"a":[1]}, 5]"#.utf8))
    var texts: [String?] = []
    try scanner.elements { scanner throws(JSONError) in texts.append(try scanner.string()) }
    #expect(texts == [nil, nil])
  }

  @Test func readsOnlyItsRange() throws {
    var scanner = JSONScanner(Array("xx[1]yy".utf8), in: 2..<5)
    try scanner.skip()
    try scanner.finish()
  }

  @Test func writesItBackForPeople() throws {
    let text = """
      {
        "a": [
          1.0,
          "q\\"\\u001b"
        ],
        "b": {},
        "c": null
      }
      """
    #expect(try value(text).prettyText == text)
  }
}
