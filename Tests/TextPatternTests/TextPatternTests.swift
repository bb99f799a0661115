import Testing

@testable import TextPattern

@Suite("Patterns of filters and searches")
struct TextPatternTests {
  @Test(
    "Case matters only when the pattern has a capital",
    arguments: [
      ("error", "An ERROR happened", true),
      ("Error", "An ERROR happened", false),
      ("ERROR", "An ERROR happened", true),
      ("café", "CAFÉ", true),
    ])
  func smartCase(pattern: String, text: String, found: Bool) throws {
    #expect(try TextPattern(pattern).matches(text) == found)
  }

  @Test("A broken pattern says what is wrong and where")
  func broken() throws {
    let problem = #expect(throws: PatternProblem.self) { try TextPattern("ab(c") }
    #expect(problem?.message.contains("parenthesis") == true)
    #expect(problem?.offset == 4)
  }

  @Test("Every match is found as a range of bytes, empty ones left out")
  func ranges() throws {
    #expect(try TextPattern("é").ranges(in: "été") == [0..<2, 3..<5])
    #expect(try TextPattern("x*").ranges(in: "axxb") == [1..<3])
    #expect(try TextPattern("a").ranges(in: "aaaa", limit: 2) == [0..<1, 1..<2])
    #expect(try TextPattern("(a)(b)(c)").ranges(in: "zabc") == [1..<4])
  }

  @Test("A pattern that backtracks for ever is cut off")
  func catastrophe() throws {
    let text = String(repeating: "a", count: 60) + "!"
    #expect(try TextPattern("^(a+)+$").search(text) == .cutOff)
  }

  @Test("An empty text and an empty pattern are harmless")
  func empty() throws {
    #expect(try TextPattern("").matches(""))
    #expect(try !TextPattern("a").matches(""))
    #expect(try TextPattern("^$").search("") == .found)
  }
}
