import Testing
import YAMLDocument

/// How a text is laid out, and what replacing parts of it leaves.
@Suite struct LayoutTests {
  private func layout(_ text: String) throws -> YAMLLayout { YAMLLayout(try YAMLTree(parsing: text)) }

  @Test(arguments: [("a: b\n", "\n"), ("a: b\r\nc: d\n", "\r\n"), ("a: b\rc: d", "\r"), ("a: b", "\n")])
  func newLinesEndAsTheFirstOne(text: String, ending: String) throws {
    #expect(try layout(text).lineEnding == ending)
  }

  @Test(arguments: [
    ("a:\n    b:\n        - c\n", 4, 4), ("a:\n  b:\n  - c\n", 2, 0), ("a: {b: [c]}\n", 2, 2),
    ("a:\n- b: c\nd:\n   e: f\n", 3, 0),
  ])
  func stepsAreThoseOfTheText(text: String, mappingStep: Int, listStep: Int) throws {
    let layout = try layout(text)
    #expect((layout.mappingStep, layout.listStep) == (mappingStep, listStep))
  }

  @Test func linesAreFoundByBytes() throws {
    let layout = try layout("é: b\r\nc: d")
    #expect(layout.lineStart(of: 9) == 7)
    #expect(layout.lineEnd(of: 1) == 5)
    #expect(layout.nextLine(after: 1) == 7)
    #expect(layout.column(of: 4) == 3)
    #expect(layout.nextLine(after: 8) == 11)
  }

  @Test func aValueStartsBehindItsAnchorAndTag() throws {
    let text = "a: &n !t b\n"
    let node = try #require(try YAMLTree(parsing: text).root?["a"])
    let layout = try layout(text)
    #expect(layout.contentStart(of: node) == 9)
    #expect(layout.propertiesEnd(of: node) == 8)
  }

  @Test func aBlockEndsBeforeItsLineBreaks() throws {
    let text = "a: |\n  b\n\nc: d\n"
    let node = try #require(try YAMLTree(parsing: text).root?["a"])
    #expect(try layout(text).contentEnd(of: node) == 8)
  }

  @Test func replacementsLeaveEverythingElse() {
    let replacements = [
      YAMLReplacement(at: 4, text: "!"), YAMLReplacement(range: 0..<1, text: ""),
      YAMLReplacement(range: 2..<3, text: "long"),
    ]
    #expect(YAMLReplacement.apply(replacements, to: "abcdé") == "blongd!é")
  }

  @Test func severalDocumentsAreReadWhereTheyAreExpected() throws {
    let tree = try YAMLTree(parsing: "a: &x 1\n---\nb: 2\n", documents: .any)
    #expect(tree.roots.map { $0.entries?.first?.key.scalar?.text } == ["a", "b"])
    #expect(throws: YAMLProblem.self) { try YAMLTree(parsing: "a: &x 1\n---\nb: *x\n", documents: .any) }
  }

  @Test func manyKeysAreComparedToo() throws {
    let text = (0..<40).map { "k\($0): v\n" }.joined()
    #expect(try YAMLTree(parsing: text).problems.isEmpty)
    #expect(try YAMLTree(parsing: text + "k7: w\n").problems.count == 1)
    #expect(try YAMLTree(parsing: text + "k39: w\n").problems.map(\.position.line) == [41])
  }
}
