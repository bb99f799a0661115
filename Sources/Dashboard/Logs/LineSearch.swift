import TextPattern
import Troubles

/// A search through the lines of one log, as `grep` does it: what matches, and what stands around it.
package struct LineSearch: Sendable {
  private let pattern: TextPattern
  private let context: Int
  private var before: [FoundLine] = []
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
  package mutating func take(_ line: LogLine) throws(Trouble) -> [FoundLine] {
    let text = line.plainText
    switch pattern.search(text) {
    case .found: return show(match: line, text)
    case .cutOff:
      cutOffs += 1
      guard cutOffs <= Self.toleratedCutOffs else {
        throw Trouble(
          "cannot search for \(pattern.source)", why: "it takes too long to match",
          advice: "repeat less within what is repeated")
      }
    case .absent: break
    }
    return pass(line, text)
  }

  private mutating func show(match line: LogLine, _ text: String) -> [FoundLine] {
    count += 1
    var rows: [FoundLine] = []
    let followsGap = hasShown && hasGap
    for (index, line) in before.enumerated() {
      rows.append(
        FoundLine(
          line.text, time: line.time, isError: line.isError, isMatch: false,
          followsGap: index == 0 && followsGap))
    }
    rows.append(Self.found(line, text, isMatch: true, followsGap: rows.isEmpty && followsGap))
    before = []
    after = context
    (hasShown, hasGap) = (true, false)
    return rows
  }

  private mutating func pass(_ line: LogLine, _ text: String) -> [FoundLine] {
    guard after == 0 else {
      after -= 1
      return [Self.found(line, text, isMatch: false, followsGap: false)]
    }
    guard context > 0 else {
      hasGap = true
      return []
    }
    before.append(Self.found(line, text, isMatch: false, followsGap: false))
    if before.count > context {
      before.removeFirst()
      hasGap = true
    }
    return []
  }

  private static func found(_ line: LogLine, _ text: String, isMatch: Bool, followsGap: Bool) -> FoundLine {
    FoundLine(text, time: line.time, isError: line.isError, isMatch: isMatch, followsGap: followsGap)
  }
}
