import NIOCore

/// The body of `GET /containers/{id}/logs`: frames, or raw lines where the container has a terminal.
struct LogStream: BodyStream {
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

  var topic: EngineState.Topic { .container(container) }

  /// Leaves out what is older than `instant`.
  mutating func skip(until instant: EngineInstant, _ record: ContainerRecord) {
    next = record.log.index(since: instant, at: opened)
  }

  /// Leaves out all but the last `count` lines of the past.
  mutating func keep(last count: Int) { next = max(next, end - count) }

  mutating func fill(_ output: inout ByteBuffer, from state: EngineState) -> StreamProgress {
    guard let record = state.containers[container] else { return .finished }
    let total = follows ? record.log.total(at: state.now) : end
    while next < total {
      if output.readableBytes > 65_536 { return .more }
      guard let line = record.log.line(next, at: state.now) else { break }
      next += 1
      if let until, line.instant > until { return .finished }
      write(line, to: &output)
    }
    next = max(next, total)
    guard follows, record.isLive, record.run == run else { return .finished }
    if let until, state.now >= until { return .finished }
    let wakes = [record.log.next(after: state.now), state.agenda.next, until].compactMap(\.self)
    return .waiting(until: wakes.min())
  }

  private func write(_ line: LogLine, to output: inout ByteBuffer) {
    let isError = line.isError && !isRaw
    guard isError ? takesErrors : takesOutput else { return }
    let stamp = stamps ? line.instant.text + " " : ""
    let ending = isRaw ? "\r\n" : "\n"
    if !isRaw {
      output.writeInteger(UInt32(isError ? 2 : 1) << 24)
      output.writeInteger(UInt32(stamp.utf8.count + line.text.utf8.count + ending.utf8.count))
    }
    output.writeString(stamp)
    output.writeString(line.text)
    output.writeString(ending)
  }
}
