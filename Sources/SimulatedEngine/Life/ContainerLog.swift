/// The log of a container: stretches in the order of time, each line with a number that never changes.
struct ContainerLog: Sendable {
  /// How many lines the engine keeps; older ones are rotated away.
  private(set) var limit = 5000
  private var segments: [LogSegment] = []
  /// Lines of stretches that are no longer held.
  private var dropped = 0
  private var generated = 0

  /// How many lines were ever written.
  func total(at now: EngineInstant) -> Int { segments.reduce(dropped) { $0 + $1.count(until: now) } }

  /// The number of the oldest line that can be read.
  func first(at now: EngineInstant) -> Int { max(dropped, total(at: now) - limit) }

  /// The stretch that holds line number `index`, and the places in it from that line on; nil where there is none.
  func stretch(from index: Int, at now: EngineInstant) -> (segment: LogSegment, indices: Range<Int>)? {
    var rest = index - dropped
    guard rest >= 0 else { return nil }
    for segment in segments {
      let count = segment.count(until: now)
      if rest < count { return (segment, rest..<count) }
      rest -= count
    }
    return nil
  }

  /// The number of the first line not older than `instant`.
  func index(since instant: EngineInstant, at now: EngineInstant) -> Int {
    var low = first(at: now)
    var high = total(at: now)
    while low < high {
      let middle = (low + high) / 2
      guard let place = stretch(from: middle, at: now) else { return high }
      if place.segment.instant(of: place.indices.lowerBound) < instant {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// When the next line will be written, if nothing happens; nil while nothing writes.
  func next(after now: EngineInstant) -> EngineInstant? {
    guard let last = segments.last, last.end == nil, case .generated(let pattern, _, _) = last.content,
      pattern.style != .silent
    else { return nil }
    return last.instant(of: last.count(until: now))
  }

  /// Begins writing by a pattern.
  mutating func open(_ pattern: LogPattern, seed: UInt64, at instant: EngineInstant) {
    guard pattern.style != .silent else { return }
    close(at: instant)
    append(
      LogSegment(content: .generated(pattern, seed: seed, offset: generated), start: instant), at: instant)
  }

  /// Stops writing by a pattern.
  mutating func close(at instant: EngineInstant) {
    guard let last = segments.last, last.end == nil, case .generated = last.content else { return }
    segments[segments.count - 1].end = instant
    generated += last.count(until: instant)
  }

  /// Adds lines, whatever else is being written.
  mutating func write(_ lines: [SimulatedLogLine], at instant: EngineInstant) {
    insert(LogSegment(content: .written(lines), start: instant, end: instant), at: instant)
  }

  /// Adds so many lines at once and keeps them all.
  mutating func flood(_ count: Int, at instant: EngineInstant) {
    guard count > 0 else { return }
    limit += count
    insert(LogSegment(content: .flood(count), start: instant, end: instant), at: instant)
  }

  private mutating func insert(_ segment: LogSegment, at instant: EngineInstant) {
    let open = segments.last.flatMap { $0.end == nil ? $0 : nil }
    close(at: instant)
    append(segment, at: instant)
    if case .generated(let pattern, let seed, _)? = open?.content {
      append(
        LogSegment(content: .generated(pattern, seed: seed, offset: generated), start: instant), at: instant)
    }
  }

  private mutating func append(_ segment: LogSegment, at instant: EngineInstant) {
    segments.append(segment)
    while segments.count > 64 {
      dropped += segments.removeFirst().count(until: instant)
    }
  }
}
