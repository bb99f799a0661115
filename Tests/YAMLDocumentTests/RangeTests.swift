import Testing
import YAMLDocument

@Suite struct RangeTests {
  @Test func aScalarsRangeHoldsItsQuotes() throws {
    let text = "name: 'web'  # a comment\n"
    #expect(source(try YAMLTree(parsing: text).root?["name"], in: text) == "'web'")
  }

  @Test func rangesCountBytesWhateverTheScript() throws {
    let text = "größe: 日本 # é\n👩‍👩‍👧: \"straße\"\n" + String(repeating: "# ünïcode\n", count: 30) + "ende: fin\n"
    let root = try YAMLTree(parsing: text).root
    #expect(source(root?["größe"], in: text) == "日本")
    #expect(source(root?["👩‍👩‍👧"], in: text) == "\"straße\"")
    #expect(source(root?["ende"], in: text) == "fin")
  }

  @Test func aByteOrderMarkShiftsRangesAndNotColumns() throws {
    let text = "\u{FEFF}a: bé\n"
    let root = try YAMLTree(parsing: text).root
    #expect(source(root?["a"], in: text) == "bé")
    #expect(root?["a"]?.position == YAMLPosition(line: 1, column: 4))
  }

  @Test func carriageReturnsCountAsBytesAndEndLines() throws {
    let text = "a: 1\r\nb:\r\n  - x\r\n"
    let root = try YAMLTree(parsing: text).root
    #expect(source(root?["b"]?.elements?.first, in: text) == "x")
    #expect(root?["b"]?.elements?.first?.position == YAMLPosition(line: 3, column: 5))
  }

  @Test func aBlockCollectionEndsWithItsLastScalar() throws {
    let text = "a:\n  b: 1\n  c: [2, 3] # last\n\n  # comment\n\nd: 4\n"
    #expect(source(try YAMLTree(parsing: text).root?["a"], in: text) == "b: 1\n  c: [2, 3]")
  }

  @Test func aBlockCollectionEndsWithAnAlias() throws {
    let text = "x: &x 1\na:\n  b: *x\n\n\nd: 4\n"
    #expect(source(try YAMLTree(parsing: text).root?["a"], in: text) == "b: *x")
  }

  @Test func aLiteralEndsWhereTheNextLineStarts() throws {
    let text = "a: |\n  one\n  two\nb: 1\n"
    #expect(source(try YAMLTree(parsing: text).root?["a"], in: text) == "|\n  one\n  two\n")
  }

  @Test func aMissingValueIsAnEmptyRangeBehindTheColon() throws {
    let text = "a:\nb: 1\n"
    let value = try #require(try YAMLTree(parsing: text).root?["a"])
    #expect(value.range == 2..<2)
    #expect(value.scalar?.isNull == true)
  }

  @Test func aRangeHoldsAnchorAndTag() throws {
    let text = "a: &n !t [1]\n"
    #expect(source(try YAMLTree(parsing: text).root?["a"], in: text) == "&n !t [1]")
  }

  @Test func flowCollectionsOverSeveralLinesAreExact() throws {
    let text = "a: {x: 1,\n  y: [2,\n 3]}   \nb: 2\n"
    let root = try YAMLTree(parsing: text).root
    #expect(source(root?["a"], in: text) == "{x: 1,\n  y: [2,\n 3]}")
    #expect(root?["a"]?.isFlow == true)
  }
}
