/// What will happen by itself.
struct Happening: Sendable {
  enum Kind: Sendable, Equatable {
    /// A health check: it passes, or fails, and what follows is planned.
    case sicken, recover
    /// The first check after a start.
    case firstCheck
    /// A check that changes nothing and only shows in the events.
    case probe
    /// The main process ends by itself.
    case crash(code: Int)
    /// The restart policy starts it again.
    case comeBack
    /// The main process ends because it was told to; then it starts again where `restarts`.
    case obey(code: Int, restarts: Bool)
    /// Its time is up: SIGKILL.
    case killed(restarts: Bool)
  }

  let instant: EngineInstant
  let container: String
  /// The run it was planned for.
  let run: Int
  let kind: Kind
}

/// The happenings to come, soonest first.
struct Agenda: Sendable {
  private var entries: [Happening] = []

  /// When the next one is due.
  var next: EngineInstant? { entries.last?.instant }

  mutating func plan(_ happening: Happening) {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].instant > happening.instant { low = middle + 1 } else { high = middle }
    }
    entries.insert(happening, at: low)
  }

  /// Takes the next one that is due by `now`.
  mutating func take(until now: EngineInstant) -> Happening? {
    guard let last = entries.last, last.instant <= now else { return nil }
    return entries.removeLast()
  }
}
