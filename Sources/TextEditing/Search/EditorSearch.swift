import TextPattern

/// What is searched for in a text, and where it is.
package struct EditorSearch: Sendable, Equatable {
  /// A place that was found: characters of a line.
  package struct Match: Sendable, Hashable {
    /// The line.
    package var line: Int
    /// The characters.
    package var columns: Range<Int>

    /// The place as a range of the text.
    package var range: Range<TextPosition> {
      TextPosition(
        line: line, column: columns.lowerBound)..<TextPosition(line: line, column: columns.upperBound)
    }
  }

  /// What was typed.
  package let query: String
  /// Whether it is a regular expression; else it is searched for as it stands. Capital letters count only where
  /// the query has some.
  package let isPattern: Bool
  /// Why the regular expression is none; nil where it is one.
  package private(set) var problem: PatternProblem?
  /// Every place that was found, in order; the first of those that are very many.
  package private(set) var matches: [Match] = []
  /// Which of `matches` the search stands on, from 0; nil for none.
  package internal(set) var current: Int?
  private let pattern: TextPattern?

  /// The most places that are found.
  static let limit = 100_000

  init(query: String, isPattern: Bool, lines: [String]) {
    self.query = query
    self.isPattern = isPattern
    var problem: PatternProblem?
    var pattern: TextPattern?
    if !query.isEmpty {
      do throws(PatternProblem) {
        pattern = try TextPattern(isPattern ? query : Self.quoted(query))
      } catch { problem = error }
    }
    self.problem = problem
    self.pattern = pattern
    let budget = MatchBudget(Self.patience)
    for line in lines.indices where matches.count < Self.limit && !budget.isSpent {
      matches += found(in: lines[line], line, within: budget)
    }
    if pattern != nil, budget.isSpent {
      self.problem = PatternProblem(message: "takes too long: search incomplete", offset: 0)
    }
  }

  /// The pattern that finds `text` as it stands.
  private static func quoted(_ text: String) -> String {
    var pattern = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isSign = scalar.isASCII && !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar)
      if isSign { pattern.append("\\") }
      pattern.append(scalar)
    }
    return String(pattern)
  }

  /// How long a search may hold up the keys; what is not found by then stays unmarked.
  private static let patience = Duration.milliseconds(50)

  private func found(in text: String, _ line: Int, within budget: MatchBudget) -> [Match] {
    guard let pattern else { return [] }
    let ranges = pattern.ranges(in: text, within: budget)
    guard !ranges.isEmpty else { return [] }
    let measure = LineText(text)
    return ranges.compactMap { range in
      let lower = measure.column(utf8: range.lowerBound)
      let upper = max(lower, measure.column(utf8: range.upperBound))
      return lower < upper ? Match(line: line, columns: lower..<upper) : nil
    }
  }

  /// Searches the lines that changed again, and moves the places behind them.
  mutating func update(_ lines: [String], replaced range: Range<Int>, by count: Int) {
    let low = index(from: TextPosition(line: range.lowerBound, column: 0))
    let high = index(from: TextPosition(line: range.upperBound, column: 0))
    let growth = count - range.count
    if growth != 0 {
      for index in high..<matches.count { matches[index].line += growth }
    }
    let budget = MatchBudget(Self.patience)
    let new = (range.lowerBound..<range.lowerBound + count).flatMap {
      found(in: lines[$0], $0, within: budget)
    }
    matches.replaceSubrange(low..<high, with: new)
    current = nil
  }

  /// The index of the first place at or behind `place`; the number of places where there is none.
  func index(from place: TextPosition) -> Int {
    var low = 0
    var high = matches.count
    while low < high {
      let middle = (low + high) / 2
      if matches[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The indices of the places in some lines.
  func indices(in lines: Range<Int>) -> Range<Int> {
    let low = index(from: TextPosition(line: lines.lowerBound, column: 0))
    return low..<max(low, index(from: TextPosition(line: lines.upperBound, column: 0)))
  }

  /// Lets the search stand on no place.
  mutating func leaveCurrent() { current = nil }
}
