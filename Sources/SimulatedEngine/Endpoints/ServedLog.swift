import NIOCore

/// The body of `GET /containers/{id}/logs`: frames, or raw lines where the container has a terminal.
struct ServedLog: BodyStream {
  var takesOutput = true
  var takesErrors = true
  var stamps = false
  var follows = false
  var until: EngineInstant?
  private let container: String
  private let run: Int
  private let isRaw: Bool
  private var next: Int
  private let end: Int
  private let opened: EngineInstant

  init(_ record: ContainerRecord, now: EngineInstant) {
    container = record.id
    run = record.run
    isRaw = record.spec.isTTY
    next = record.log.first(at: now)
    end = record.log.total(at: now)
    opened = now
  }

  /// How long after the next run has begun Podman ends the log of the one before.
  private static let delayOfPodman = Duration.milliseconds(400)

  var topic: SimulatedState.Topic { .container(container) }

  /// Leaves out what is older than `instant`.
  mutating func skip(until instant: EngineInstant, _ record: ContainerRecord) {
    next = record.log.index(since: instant, at: opened)
  }

  /// Leaves out all but the last `count` lines of the past.
  mutating func keep(last count: Int) { next = max(next, end - count) }

  mutating func fill(_ output: inout ByteBuffer, from state: SimulatedState) -> StreamProgress {
    guard let record = state.containers[container] else { return .finished }
    let total = follows ? record.log.total(at: state.now) : end
    var bytes: [UInt8] = []
    defer { output.writeBytes(bytes) }
    while next < total, let stretch = record.log.stretch(from: next, at: state.now) {
      for index in stretch.indices.prefix(total - next) {
        if bytes.count > 65_536 { return .more }
        let line = stretch.segment.line(index)
        next += 1
        if let until, line.instant > until { return .finished }
        write(line, to: &bytes)
      }
    }
    next = max(next, total)
    if state.options.isPodman, follows, record.run != run, let begun = record.startedAt,
      state.now < begun + Self.delayOfPodman
    {
      return .waiting(until: begun + Self.delayOfPodman)
    }
    guard follows, record.isLive, record.run == run else { return .finished }
    if let until, state.now >= until { return .finished }
    let wakes = [record.log.next(after: state.now), state.agenda.next, until].compactMap(\.self)
    return .waiting(until: wakes.min())
  }

  private func write(_ line: SimulatedLogLine, to bytes: inout [UInt8]) {
    let isError = line.isError && !isRaw
    guard isError ? takesErrors : takesOutput else { return }
    let stamp = stamps ? line.instant.text + " " : ""
    let ending = isRaw ? "\r\n" : "\n"
    if !isRaw {
      let length = UInt32(stamp.utf8.count + line.text.utf8.count + ending.utf8.count)
      bytes.append(contentsOf: [isError ? 2 : 1, 0, 0, 0])
      for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: length >> shift)) }
    }
    bytes.append(contentsOf: stamp.utf8)
    bytes.append(contentsOf: line.text.utf8)
    bytes.append(contentsOf: ending.utf8)
  }
}
