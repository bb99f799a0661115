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

  @Test(
    "A search that stops for its budget goes on where it was, and comes to the same",
    arguments: [
      ("needle", true), ("needles", false), ("(?<=é)x", true), ("^é", true), ("x$", false),
      ("n.{0,9}e", true),
    ])
  func resumed(pattern: String, found: Bool) throws {
    let text = String(repeating: "é - ", count: 3_000) + "éx needle " + String(repeating: "日", count: 3_000)
    let pattern = try TextPattern(pattern)
    var start = 0
    var pieces = 1
    while case .unfinished(let place) = pattern.search(text, from: start, within: MatchBudget(.zero)) {
      #expect(place > start)
      start = place
      pieces += 1
    }
    #expect(pattern.search(text, from: start, within: .unlimited) == .ended(found ? .found : .absent))
    #expect(pieces > 3 || pattern.source == "^é")
  }

  @Test("Matches behind long stretches have their places")
  func rangesFarAway() throws {
    let text = String(repeating: "日", count: 2_000) + "x" + String(repeating: "é", count: 2_000) + "x"
    #expect(try TextPattern("x").ranges(in: text) == [6_000..<6_001, 10_001..<10_002])
    #expect(try TextPattern("x").ranges(in: text, within: MatchBudget(.zero)) == [])
  }

  @Test("A pattern that tries much at every place gives the clock its turn")
  func manyPlaces() throws {
    let text = String(repeating: "abcdefghij", count: 50_000)
    let pattern = try TextPattern("[a-z]{0,30}[a-z]{0,30}[0-9]")
    guard case .unfinished(let place) = pattern.search(text, within: MatchBudget(.milliseconds(1))) else {
      Issue.record("500,000 places cannot have been tried in a millisecond")
      return
    }
    #expect(place < text.utf8.count)
  }

  @Test("An empty text and an empty pattern are harmless")
  func empty() throws {
    #expect(try TextPattern("").matches(""))
    #expect(try !TextPattern("a").matches(""))
    #expect(try TextPattern("^$").search("") == .found)
  }
}
