/// Why a text is no regular expression.
package struct PatternProblem: Error, Sendable, Hashable {
  /// What is wrong, in PCRE2's words.
  package var message: String
  /// Where in the pattern, counted in UTF-8 bytes from 0.
  package var offset: Int

  /// A problem at `offset`.
  package init(message: String, offset: Int) {
    self.message = message
    self.offset = offset
  }
}
