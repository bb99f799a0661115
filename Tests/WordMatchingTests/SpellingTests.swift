import Testing

@testable import WordMatching

@Suite struct SpellingTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "abc", 0), ("", "abc", 3), ("abc", "abd", 1), ("abc", "ab", 1), ("abc", "bac", 1),
    ("kitten", "sitting", 3),
  ])
  func countsTheLettersThatAreDifferent(left: String, right: String, distance: Int) {
    #expect(Spelling.distance(left, right) == distance)
    #expect(Spelling.distance(right, left) == distance)
  }

  @Test func findsTheNearestWordWhateverItsCase() {
    #expect(Spelling.nearest(to: "Imgae", among: ["ports", "image", "images"]) == "image")
    #expect(Spelling.nearest(to: "coma", among: ["comb", "come"]) == "comb")
  }

  @Test func aThirdOfTheLongerWordMayBeDifferent() {
    #expect(Spelling.nearest(to: "ab", among: ["abc"]) == "abc")
    #expect(Spelling.nearest(to: "ab", among: ["ac"]) == nil)
    #expect(Spelling.nearest(to: "ab", among: []) == nil)
  }

  @Test func aLimitTakesThePlaceOfTheThird() {
    #expect(Spelling.nearest(to: "ab", among: ["ac"], within: 1) == "ac")
    #expect(Spelling.nearest(to: "abcdef", among: ["abcxyf"], within: 1) == nil)
  }
}
