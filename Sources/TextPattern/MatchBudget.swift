import CPCRE2

/// How long patterns may be matched before keys get their turn, in time of the processor: on a busy machine a simple
/// pattern is not given up for what others do. Beside a limit on backtracking it takes a clock: what one step of a pattern
/// costs cannot be known. It counts the work of the thread that it is made on, and is used there alone.
package struct MatchBudget: Sendable, Hashable {
  /// Before this nothing can be spent. The clock on the wall is cheap to look at, that of a thread is not.
  private let earliest: ContinuousClock.Instant
  /// When it is spent, in nanoseconds that the thread has worked.
  private let end: UInt64

  /// A budget that begins now.
  package init(_ duration: Duration) {
    earliest = .now + duration
    end = cp_thread_nanoseconds() &+ UInt64(max(0, duration / .nanoseconds(1)))
  }

  private init(earliest: ContinuousClock.Instant) {
    self.earliest = earliest
    end = .max
  }

  /// A budget that is never spent.
  package static let unlimited = MatchBudget(earliest: .now + .seconds(1_000_000_000))

  /// Whether there is nothing left.
  package var isSpent: Bool { ContinuousClock.now >= earliest && cp_thread_nanoseconds() >= end }
}
