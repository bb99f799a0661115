import NIOCore

/// The body of `GET /containers/{id}/stats`: a sample at once, then one each second of the engine's clock.
struct ServedStats: BodyStream {
  /// A slow client gets no more than this many samples of the past.
  private static let backlog = 8
  private let container: String
  private var due: EngineInstant
  private var previous: EngineInstant?

  init(_ record: ContainerRecord, now: EngineInstant) {
    container = record.id
    due = now
  }

  var topic: SimulatedState.Topic { .container(container) }

  mutating func fill(_ output: inout ByteBuffer, from state: SimulatedState) -> StreamProgress {
    guard let record = state.containers[container] else { return .finished }
    if state.now.since(due) > .seconds(Self.backlog), previous != nil { due = state.now }
    while due <= state.now {
      output.writeBytes(state.sample(of: record, at: due, previous: previous).bytes)
      output.writeInteger(UInt8(ascii: "\n"))
      previous = due
      due = due + .seconds(1)
    }
    return .waiting(until: due)
  }
}
