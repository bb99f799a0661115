/// A moment on the engine's clock: nanoseconds since 1970-01-01 UTC.
public struct EngineInstant: Sendable, Hashable, Comparable {
  /// Nanoseconds since 1970-01-01 UTC.
  public var nanoseconds: Int64

  /// A moment so many nanoseconds after 1970-01-01 UTC.
  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// 2026-01-15 12:00:00 UTC: where a manual clock begins unless told otherwise.
  public static let fixture = EngineInstant(nanoseconds: 1_768_478_400_000_000_000)

  public static func < (left: EngineInstant, right: EngineInstant) -> Bool {
    left.nanoseconds < right.nanoseconds
  }

  /// The moment `duration` later.
  public static func + (instant: EngineInstant, duration: Duration) -> EngineInstant {
    EngineInstant(nanoseconds: instant.nanoseconds + duration.nanoseconds)
  }

  /// The moment `duration` earlier.
  public static func - (instant: EngineInstant, duration: Duration) -> EngineInstant {
    EngineInstant(nanoseconds: instant.nanoseconds - duration.nanoseconds)
  }

  /// The time from `earlier` to this moment.
  public func since(_ earlier: EngineInstant) -> Duration {
    .nanoseconds(nanoseconds - earlier.nanoseconds)
  }

  /// Whole seconds since 1970.
  var seconds: Int64 { nanoseconds / 1_000_000_000 }
}

extension Duration {
  /// The duration in nanoseconds.
  var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }

  /// The duration in seconds.
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
