import Testing
import YAMLDocument

/// The part of `text` that a node was read from.
func source(_ node: YAMLNode?, in text: String) -> String? {
  node.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
}

@Suite struct TreeTests {
  @Test func nestedMappingsAndSequencesAreReadInOrder() throws {
    let root = try #require(YAMLTree(parsing: "b: 1\na:\n  - x\n  - y\n").root)
    #expect(root.entries?.map { $0.key.scalar?.text } == ["b", "a"])
    #expect(root["a"]?.elements?.map { $0.scalar?.text } == ["x", "y"])
  }

  @Test(arguments: ["", "\n\n", "# nothing\n", "---\n# still nothing but a document\n"])
  func aTextWithoutContentHasNoValue(text: String) throws {
    #expect(try YAMLTree(parsing: text).root?.scalar?.isNull ?? true)
  }

  @Test func aScalarKnowsItsStyle() throws {
    let text = "[a, 'b', \"c\\n\"]"
    let scalars = try YAMLTree(parsing: text).root?.elements?.compactMap(\.scalar)
    #expect(scalars?.map(\.style) == [.plain, .singleQuoted, .doubleQuoted])
    #expect(scalars?.map(\.text) == ["a", "b", "c\n"])
  }

  @Test func blockScalarsAreFoldedOrKept() throws {
    let root = try YAMLTree(parsing: "l: |\n  a\n  b\nf: >\n  a\n  b\n").root
    #expect(root?["l"]?.scalar?.text == "a\nb\n")
    #expect(root?["f"]?.scalar?.text == "a b\n")
  }

  @Test func anAliasIsItsOwnNodeAndShowsTheAnchoredOne() throws {
    let text = "base: &b {x: 1}\nother: *b\n"
    let root = try YAMLTree(parsing: text).root
    #expect(root?["other"]?.kind == .alias)
    #expect(root?["other"]?["x"]?.scalar?.text == "1")
    #expect(root?["base"]?.anchor == "b")
    #expect(source(root?["other"], in: text) == "*b")
  }

  @Test func manyAliasesOfAliasesCostNothing() throws {
    var text = "a0: &a0 [x]\n"
    for level in 1...60 {
      text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n"
    }
    #expect(try YAMLTree(parsing: text).root?.entries?.count == 61)
  }

  @Test func tagsAreKept() throws {
    let root = try YAMLTree(parsing: "a: !reset null\nb: !override [1]\n").root
    #expect(root?["a"]?.tag == "!reset")
    #expect(root?["b"]?.tag == "!override")
  }

  @Test func theLastOfTwoEqualKeysCountsAndTheSecondIsReported() throws {
    let tree = try YAMLTree(parsing: "a: 1\nb: 2\na: 3\n")
    #expect(tree.root?["a"]?.scalar?.text == "3")
    #expect(tree.problems.map(\.position) == [YAMLPosition(line: 3, column: 1)])
  }

  @Test func equalKeysOfDifferentMappingsAreNoDuplicates() throws {
    #expect(try YAMLTree(parsing: "a: {x: 1}\nb: {x: 1, y: x}\n").problems.isEmpty)
  }
}
