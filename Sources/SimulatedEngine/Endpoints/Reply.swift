import NIOCore

/// What an endpoint answers.
indirect enum Reply: Sendable {
  /// A document.
  case json(Int, JSON)
  /// Text that is ready to be sent.
  case bytes(Int, contentType: String, [UInt8])
  /// A status without a body: 204, 304.
  case empty(Int)
  /// Success that is told in a header field alone.
  case field(name: String, value: String)
  /// A body that goes on for as long as there is something to tell.
  case stream(contentType: String, any BodyStream)
  /// The answer comes at a later time of the engine's clock.
  case later(EngineInstant, Reply)

  static func refusal(_ refusal: Refusal) -> Reply {
    .json(refusal.status, ["message": .string(refusal.message)])
  }
}

/// A body that is made while it is sent, no faster than the client reads.
protocol BodyStream: Sendable {
  /// What wakes it.
  var topic: SimulatedState.Topic { get }

  /// Appends what there is to send, some 64 KiB at most.
  mutating func fill(_ output: inout ByteBuffer, from state: SimulatedState) -> StreamProgress

  /// What comes of it once all of it has been sent.
  func complete(_ state: inout SimulatedState)
}

extension BodyStream {
  func complete(_ state: inout SimulatedState) {}
}

/// How a stream goes on.
enum StreamProgress: Sendable, Equatable {
  /// There is more to send at once.
  case more
  /// Nothing until its topic wakes it, or until this time.
  case waiting(until: EngineInstant?)
  /// It is complete.
  case finished
}
