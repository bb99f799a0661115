import Glibc
import Synchronization

/// Where the engine's time comes from.
package enum EngineTime: Sendable {
  /// The computer's time; `speed` 10 lets everything happen ten times as fast.
  case running(speed: Double = 1)
  /// Time stands still until `SimulatedEngine.advance(by:)`.
  case manual(from: EngineInstant = .fixture)
}

/// The clock of one engine.
final class EngineClock: Sendable {
  /// How fast the clock runs by itself; nil when it only moves by hand.
  let speed: Double?
  private let epoch: EngineInstant
  private let started = ContinuousClock.now
  private let shift: Mutex<Duration> = Mutex(.zero)

  init(_ time: EngineTime) {
    switch time {
    case .running(let speed):
      self.speed = max(speed, 0.001)
      epoch = Self.wallTime()
    case .manual(let from):
      speed = nil
      epoch = from
    }
  }

  /// The engine's present.
  var now: EngineInstant {
    let shifted = epoch + shift.withLock { $0 }
    guard let speed else { return shifted }
    return shifted + started.duration(to: .now) * speed
  }

  /// Moves the clock forward.
  func advance(by duration: Duration) { shift.withLock { $0 += duration } }

  /// How long to sleep in the real world until `instant`; nil where only a hand moves the clock.
  func realDelay(until instant: EngineInstant) -> Duration? {
    guard let speed else { return nil }
    return max(.zero, instant.since(now) / speed)
  }

  private static func wallTime() -> EngineInstant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return EngineInstant(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }
}
