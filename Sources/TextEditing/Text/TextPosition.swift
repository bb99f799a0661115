/// A place in a text: a line, and how many characters of it come before; both from zero.
package struct TextPosition: Hashable, Sendable, Comparable {
  /// The line.
  package var line: Int
  /// The characters (grapheme clusters) before the place.
  package var column: Int

  /// The place before the character at `column` of `line`.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether `left` stands before.
  package static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
