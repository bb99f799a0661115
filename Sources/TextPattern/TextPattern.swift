import CPCRE2

/// A regular expression as filters and searches use it: PCRE2's syntax, without regard to case unless the pattern
/// holds a capital letter (as in vim's `smartcase`), and with a limit on backtracking, so that no pattern can hold
/// up the screen.
package struct TextPattern: Sendable, Equatable {
  /// The pattern as typed.
  package let source: String
  private let code: CompiledCode

  /// Compiles a pattern.
  ///
  /// - Throws: what is wrong with it, and where.
  package init(_ source: String) throws(PatternProblem) {
    self.source = source
    code = try CompiledCode(source, ignoresCase: !source.contains(where: \.isUppercase))
  }

  /// Whether the text holds a match; a match that was cut off counts as none.
  package func matches(_ text: String) -> Bool { search(text) == .found }

  /// What a search for one match came to.
  package enum Outcome: Sendable, Hashable {
    case found
    case absent
    /// The pattern ran into the limit on backtracking.
    case cutOff
  }

  /// Looks for a match anywhere in the text.
  package func search(_ text: String) -> Outcome {
    var text = text
    return text.withUTF8 { code.next(in: $0, from: 0).outcome }
  }

  /// Every match in the text, as ranges of UTF-8 bytes, at most `limit`; empty matches are left out.
  package func ranges(in text: String, limit: Int = 1_000) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { bytes in
      var found: [Range<Int>] = []
      var start = 0
      while start <= bytes.count, found.count < limit {
        guard let range = code.next(in: bytes, from: start).range else { break }
        if !range.isEmpty { found.append(range) }
        start = max(range.upperBound, start + 1)
      }
      return found
    }
  }

  /// Whether two patterns were typed alike.
  package static func == (left: TextPattern, right: TextPattern) -> Bool { left.source == right.source }
}
