/// A place in a text as people count it.
public struct YAMLPosition: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The line, from 1; lines end with LF, CR LF or a lone CR.
  public var line: Int
  /// The column, from 1, in Unicode scalars.
  public var column: Int

  /// A place from its line and column, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// `line:column`.
  public var description: String { "\(line):\(column)" }

  /// Whether `left` comes before `right` in the text.
  public static func < (left: YAMLPosition, right: YAMLPosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
