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

  /// Looks for a match anywhere in the text, however long it takes.
  package func search(_ text: String) -> Outcome {
    var text = text
    return text.withUTF8 { code.next(in: $0, from: 0).outcome }
  }

  /// How far a search with a budget has come.
  package enum Progress: Sendable, Hashable {
    case ended(Outcome)
    /// The budget is spent; the search goes on from this byte with another one.
    case unfinished(at: Int)
  }

  /// The most places at which a match is begun before the clock is looked at.
  private static let firstStretch = 256

  /// Looks for a match that begins at the byte `start` or later, for as long as the budget lasts; at least one stretch of
  /// the text is looked at.
  package func search(_ text: String, from start: Int = 0, within budget: MatchBudget) -> Progress {
    var text = text
    return text.withUTF8 { find(in: $0, from: start, within: budget).progress }
  }

  /// Every match in the text, as ranges of UTF-8 bytes, at most `limit`; empty matches are left out. Once the budget is
  /// spent, those that were found.
  package func ranges(
    in text: String, limit: Int = 1_000, within budget: MatchBudget = .unlimited
  ) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { bytes in
      var found: [Range<Int>] = []
      var start = 0
      while start <= bytes.count, found.count < limit, !budget.isSpent {
        guard let range = find(in: bytes, from: start, within: budget).range else { break }
        if !range.isEmpty { found.append(range) }
        start = Self.boundary(max(range.upperBound, start + 1), in: bytes)
      }
      return found
    }
  }

  /// Goes through a text in stretches, between which the clock is looked at.
  private func find(
    in bytes: UnsafeBufferPointer<UInt8>, from first: Int, within budget: MatchBudget
  ) -> (progress: Progress, range: Range<Int>?) {
    var start = min(first, bytes.count)
    var stretch = Self.firstStretch
    while true {
      let end = start + stretch
      let isLast = end >= bytes.count
      let began = ContinuousClock.now
      let result = code.next(in: bytes, from: start, to: isLast ? nil : end)
      if isLast || result.outcome != .absent { return (.ended(result.outcome), result.range) }
      start = Self.boundary(end + 1, in: bytes)
      if budget.isSpent { return (.unfinished(at: start), nil) }
      // A pattern that is quick to fail is tried in long stretches.
      stretch = .now - began < .microseconds(100) ? stretch * 8 : max(32, stretch / 2)
    }
  }

  /// The place itself, or the next one at which a character begins.
  private static func boundary(_ place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var place = place
    while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
    return place
  }

  /// Whether two patterns were typed alike.
  package static func == (left: TextPattern, right: TextPattern) -> Bool { left.source == right.source }
}
