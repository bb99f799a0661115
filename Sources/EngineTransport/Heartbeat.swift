import Synchronization

/// When an engine was heard last, over whichever connection.
final class Heartbeat: Sendable {
  private let last = Mutex<ContinuousClock.Instant?>(nil)

  /// Bytes have come.
  func beat() { last.withLock { $0 = .now } }

  /// How long nothing has come; nil before anything has.
  var silence: Duration? { last.withLock { $0 }.map { .now - $0 } }
}
