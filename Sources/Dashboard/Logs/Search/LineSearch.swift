import TextPattern
import Troubles

/// A search through the lines of one log, as `grep` does it: what matches, and what stands around it.
package struct LineSearch: Sendable {
  /// A line that is to be shown.
  package struct Row: Sendable, Equatable {
    /// The line as it is read, without its colours.
    package let text: String
    /// Whether it matches, and not only stands around one that does.
    package let isMatch: Bool
    /// Whether lines between it and the row before were left out.
    package let followsGap: Bool
  }

  private let pattern: TextPattern
  private let context: Int
  private var before: [String] = []
  private var after = 0
  private var hasShown = false
  private var hasGap = false
  private var cutOffs = 0
  /// How many lines have matched.
  package private(set) var count = 0

  /// How many lines may run into the limit on backtracking before the pattern is given up.
  private static let toleratedCutOffs = 20

  /// A search for a regular expression (PCRE2), with so many lines before and after each match. Case does not count where
  /// the pattern has no capital letter, or `ignoresCase` says so.
  ///
  /// - Throws: what is wrong with the pattern, and where.
  package init(_ text: String, ignoresCase: Bool, context: Int) throws(Trouble) {
    do throws(PatternProblem) {
      _ = try TextPattern(text)
      pattern = try TextPattern(ignoresCase ? "(?i)\(text)" : text)
    } catch {
      throw Trouble(
        "cannot search for \(text)", why: "\(error.message) at position \(error.offset + 1)",
        advice: "a backslash takes a character as it is")
    }
    self.context = context
  }

  /// Takes the next line; what is to be shown now.
  ///
  /// - Throws: that the pattern takes too long to match.
  package mutating func take(_ line: String) throws(Trouble) -> [Row] {
    let text = SGRStripping.plain(line)
    switch pattern.search(text) {
    case .found: return show(match: text)
    case .cutOff:
      cutOffs += 1
      guard cutOffs <= Self.toleratedCutOffs else {
        throw Trouble(
          "cannot search for \(pattern.source)", why: "it takes too long to match",
          advice: "repeat less within what is repeated")
      }
    case .absent: break
    }
    return pass(text)
  }

  private mutating func show(match text: String) -> [Row] {
    count += 1
    var rows: [Row] = []
    for (index, line) in before.enumerated() {
      rows.append(Row(text: line, isMatch: false, followsGap: index == 0 && hasShown && hasGap))
    }
    let followsGap = rows.isEmpty && hasShown && hasGap
    rows.append(Row(text: text, isMatch: true, followsGap: followsGap))
    before = []
    after = context
    (hasShown, hasGap) = (true, false)
    return rows
  }

  private mutating func pass(_ text: String) -> [Row] {
    guard after == 0 else {
      after -= 1
      return [Row(text: text, isMatch: false, followsGap: false)]
    }
    guard context > 0 else {
      hasGap = true
      return []
    }
    before.append(text)
    if before.count > context {
      before.removeFirst()
      hasGap = true
    }
    return []
  }
}
