import Testing
import TextEditing

@Suite struct TextPositionTests {
  @Test func placesAreOrderedByLineThenColumn() {
    #expect(TextPosition(line: 1, column: 9) < TextPosition(line: 2, column: 0))
    #expect(TextPosition(line: 2, column: 0) < TextPosition(line: 2, column: 1))
  }
}
