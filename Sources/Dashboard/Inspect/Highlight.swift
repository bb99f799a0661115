import TerminalUI
import TextPattern

/// Marks what a pattern has found.
enum Highlight {
  /// The text with every match on the backdrop of matches, underlined since few terminals have colours enough to tell it
  /// from the others; once the budget is spent, as it is.
  static func matches(
    of pattern: TextPattern, in text: StyledText, isCurrent: Bool, within budget: MatchBudget
  ) -> StyledText {
    guard !budget.isSpent else { return text }
    let plain = text.plain
    let ranges = pattern.ranges(in: plain, limit: 100, within: budget)
    guard !ranges.isEmpty else { return text }
    let backdrop = isCurrent ? Backdrop.matchCurrent : .match
    var shown = text
    for range in ranges {
      let start = plain.utf8.index(plain.startIndex, offsetBy: range.lowerBound)
      let end = plain.utf8.index(plain.startIndex, offsetBy: range.upperBound)
      let first = plain.distance(from: plain.startIndex, to: start)
      let last = plain.distance(from: plain.startIndex, to: end)
      shown = shown.restyled(characters: first..<last) {
        $0.on(backdrop).adding(isCurrent ? .bold : .underline)
      }
    }
    return shown
  }
}
