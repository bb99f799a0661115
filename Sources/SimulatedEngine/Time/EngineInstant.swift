/// A moment on the engine's clock: nanoseconds since 1970-01-01 UTC.
package struct EngineInstant: Sendable, Hashable, Comparable {
  /// Nanoseconds since 1970-01-01 UTC.
  package var nanoseconds: Int64

  /// A moment so many nanoseconds after 1970-01-01 UTC.
  package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// 2026-01-15 12:00:00 UTC: where a manual clock begins unless told otherwise.
  package static let fixture = EngineInstant(nanoseconds: 1_768_478_400_000_000_000)

  package static func < (left: EngineInstant, right: EngineInstant) -> Bool {
    left.nanoseconds < right.nanoseconds
  }

  /// The moment `duration` later.
  package static func + (instant: EngineInstant, duration: Duration) -> EngineInstant {
    EngineInstant(nanoseconds: instant.nanoseconds + duration.nanoseconds)
  }

  /// The moment `duration` earlier.
  package static func - (instant: EngineInstant, duration: Duration) -> EngineInstant {
    EngineInstant(nanoseconds: instant.nanoseconds - duration.nanoseconds)
  }

  /// The time from `earlier` to this moment.
  package func since(_ earlier: EngineInstant) -> Duration {
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
