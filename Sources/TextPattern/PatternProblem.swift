/// Why a text is no regular expression.
public struct PatternProblem: Error, Sendable, Hashable {
  /// What is wrong, in PCRE2's words.
  public var message: String
  /// Where in the pattern, counted in UTF-8 bytes from 0.
  public var offset: Int

  /// A problem at `offset`.
  public init(message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }
}
