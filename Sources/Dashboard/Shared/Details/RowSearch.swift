import TextPattern

/// A search through the rows of a text: what was asked, and where the search stands.
struct RowSearch: Sendable, Equatable {
  private(set) var text = ""
  private(set) var pattern: TextPattern?
  /// What is wrong with the pattern; nil when it is fine.
  private(set) var problem: String?
  /// The row that the search stands on; nil before the first step.
  var current: Int?

  var isActive: Bool { pattern != nil }

  /// Takes a pattern as typed; an invalid one keeps nothing and says why.
  mutating func set(_ text: String) {
    self.text = text
    current = nil
    (pattern, problem) = Self.compiled(text)
  }

  /// Compiles what a user has typed: nothing, a pattern, or a problem in one line.
  static func compiled(_ text: String) -> (TextPattern?, problem: String?) {
    guard !text.isEmpty else { return (nil, nil) }
    do throws(PatternProblem) {
      return (try TextPattern(text), nil)
    } catch {
      return (nil, "\(error.message) at position \(error.offset + 1)")
    }
  }
}

extension RowSearch {
  /// How long a log is searched before keys get their turn; then the search goes on.
  static let slice = Duration.milliseconds(5)
  /// How long a pattern may be matched, all in all, where it has to be done before the next frame.
  static let patience = Duration.milliseconds(8)
  /// How long it may hold up one frame where it marks what it finds.
  static let patienceOfFrame = Duration.milliseconds(4)
  /// What is said of a pattern that takes longer.
  static let tooSlow = "pattern takes too long to match: gave up"

  /// Ends a search whose pattern cannot be used, saying why.
  mutating func giveUp(_ reason: String) {
    pattern = nil
    problem = reason
  }
}
