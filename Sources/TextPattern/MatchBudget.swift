/// Until when patterns may be matched before keys get their turn. Beside a limit on backtracking it takes a clock: what
/// one step of a pattern costs cannot be known.
package struct MatchBudget: Sendable, Hashable {
  /// When it is spent.
  package let end: ContinuousClock.Instant

  /// A budget that begins now.
  package init(_ duration: Duration) { end = .now + duration }

  private init(end: ContinuousClock.Instant) { self.end = end }

  /// A budget that is never spent.
  package static let unlimited = MatchBudget(end: .now + .seconds(1_000_000_000))

  /// Whether there is nothing left.
  package var isSpent: Bool { ContinuousClock.now >= end }
}
