import Testing

@testable import SimulatedEngine

@Suite struct TextTests {
  @Test(arguments: [
    (0, "Less than a second"), (1, "1 second"), (59, "59 seconds"), (60, "About a minute"),
    (179, "2 minutes"),
    (3600, "About an hour"), (3600 * 47, "47 hours"), (86_400 * 3, "3 days"), (86_400 * 20, "2 weeks"),
    (86_400 * 70, "2 months"), (86_400 * 800, "2 years"),
  ])
  func durationsAreInTheEnginesWords(seconds: Int, words: String) {
    #expect(Duration.seconds(seconds).humanText == words)
  }

  @Test(arguments: [
    (Int64(0), "1970-01-01T00:00:00.000000000Z"),
    (1_768_478_400_000_000_001, "2026-01-15T12:00:00.000000001Z"),
    (1_709_164_799_500_000_000, "2024-02-28T23:59:59.500000000Z"),
    (1_709_251_199_000_000_000, "2024-02-29T23:59:59.000000000Z"),
  ])
  func instantsAreRFC3339(nanoseconds: Int64, text: String) {
    #expect(EngineInstant(nanoseconds: nanoseconds).text == text)
  }

  @Test func stringsAreEscaped() {
    let text = String(decoding: JSON.string("a\"b\\c\n\u{1B}é🐳").bytes, as: UTF8.self)
    #expect(text == #""a\"b\\c\n\u001bé🐳""#)
  }

  @Test(arguments: ["{", "[]", #"{"a":"b"}"#, #"{"a":["b"}"#, "nonsense"])
  func brokenFiltersAreRefused(text: String) {
    #expect(throws: Refusal.self) { try Filters(text) }
  }

  @Test func seededNumbersDoNotChange() {
    #expect(hexadecimal("a", digits: 16) == hexadecimal("a", digits: 16))
    #expect(hexadecimal("a").utf8.count == 64)
    #expect(hexadecimal("a") != hexadecimal("b"))
  }
}
