/// One line of a container's log.
struct SimulatedLogLine: Sendable {
  var instant: EngineInstant
  var text: String
  var isError = false
}

/// A stretch of a log: lines that follow from time, lines that were written, or a flood.
struct LogSegment: Sendable {
  enum Content: Sendable {
    /// Lines of a pattern, the first having the number `offset`.
    case generated(LogPattern, seed: UInt64, offset: Int)
    case written([SimulatedLogLine])
    /// So many lines at once, the last one `THE-END`.
    case flood(Int)
  }

  let content: Content
  let start: EngineInstant
  /// When a generated stretch was cut off; nil while its container runs.
  var end: EngineInstant?

  /// How many lines there are by `now`.
  func count(until now: EngineInstant) -> Int {
    switch content {
    case .written(let lines): lines.count
    case .flood(let count): count
    case .generated(let pattern, let seed, _):
      Rhythm(pattern, seed: seed).count(after: min(now, end ?? now).since(start).nanoseconds)
    }
  }

  /// When line `index` was written.
  func instant(of index: Int) -> EngineInstant {
    switch content {
    case .written(let lines): lines[index].instant
    case .flood: start + .microseconds(index)
    case .generated(let pattern, let seed, _):
      EngineInstant(nanoseconds: start.nanoseconds + Rhythm(pattern, seed: seed).time(of: index))
    }
  }

  /// Line `index`.
  func line(_ index: Int) -> SimulatedLogLine {
    switch content {
    case .written(let lines): lines[index]
    case .flood(let count):
      SimulatedLogLine(
        instant: instant(of: index), text: index == count - 1 ? "THE-END" : "line \(index + 1) of \(count)")
    case .generated(let pattern, let seed, let offset):
      pattern.style.line(offset + index, seed: seed, at: instant(of: index))
    }
  }
}

/// When the lines of a pattern fall: in groups of four after a varying pause, so that a log looks alive.
private struct Rhythm {
  private let interval: Int64
  private let seed: UInt64
  private let style: LogPattern.Style

  init(_ pattern: LogPattern, seed: UInt64) {
    interval = pattern.interval.nanoseconds
    style = pattern.style
    self.seed = seed
  }

  /// Nanoseconds from the start to line `index`.
  func time(of index: Int) -> Int64 {
    if style == .counted { return Int64(index + 1) * interval }
    let group = Int64(index / 4)
    let pause = Int64(mixed(seed &+ UInt64(group)) % 600) * interval * 4 / 1000
    return group * 4 * interval + pause + Int64(index % 4) * min(2_000_000, interval / 8)
  }

  /// Lines written in so many nanoseconds.
  func count(after elapsed: Int64) -> Int {
    guard elapsed >= 0, style != .silent else { return 0 }
    if style == .counted { return Int(elapsed / interval) }
    let complete = Int(elapsed / (interval * 4)) * 4
    return complete + (0..<4).count { time(of: complete + $0) <= elapsed }
  }
}
