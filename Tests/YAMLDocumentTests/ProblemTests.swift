import Testing
import YAMLDocument

@Suite struct ProblemTests {
  private func problem(_ text: String, limits: YAMLLimits = .standard) -> YAMLProblem? {
    do {
      _ = try YAMLTree(parsing: text, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("a: [1, 2\nb: 3\n", 2),
    ("a: 1\n\tb: 2\n", 2),
    ("a: *nowhere\n", 1),
    ("a: &a [*a]\n", 1),
    ("a: 1\n---\nb: 2\n", 2),
    ("a: \"never closed\n", 2),
    ("a: b: c\n", 1),
    ("ok: 1\nbell: \u{7}\n", 2),
  ])
  func aBrokenTextIsRefusedAtItsLine(text: String, line: Int) {
    #expect(problem(text)?.position.line == line)
  }

  @Test func theExcerptIsTheOffendingLineWithoutControlCharacters() {
    #expect(problem("fine: 1\nbell: \u{7}x\n")?.excerpt == "bell:  x")
  }

  @Test func theExcerptOfALongLineIsCut() {
    let excerpt = problem("a: " + String(repeating: "é", count: 10_000) + ": b: c\n")?.excerpt
    #expect(excerpt.map { $0.count < 140 && $0.hasSuffix("…") } == true)
  }

  @Test(arguments: ["[", "{a: ", "- "])
  func deepNestingIsRefused(opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect(problem(text)?.message.contains("stand inside each other") == true)
  }

  @Test func aHundredLevelsAreFine() {
    #expect(problem(String(repeating: "[", count: 100) + String(repeating: "]", count: 100)) == nil)
  }

  @Test func tooManyNodesAreRefused() {
    let limits = YAMLLimits(bytes: 1_000, depth: 10, nodes: 10)
    #expect(problem("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", limits: limits)?.message.contains("nodes") == true)
  }

  @Test func aHugeTextIsRefused() {
    let limits = YAMLLimits(bytes: 10, depth: 10, nodes: 10)
    #expect(problem("a: 12345678", limits: limits)?.message.contains("larger") == true)
  }

  @Test func mappingsAsKeysDoNotHurt() {
    #expect(problem("? [a]\n: 1\n? {b: c}\n: 2\n") == nil)
  }
}
