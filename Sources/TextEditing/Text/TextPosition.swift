/// A place in a text: a line, and how many characters of it come before; both from zero.
public struct TextPosition: Hashable, Sendable, Comparable {
  /// The line.
  public var line: Int
  /// The characters (grapheme clusters) before the place.
  public var column: Int

  /// The place before the character at `column` of `line`.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether `left` stands before.
  public static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
