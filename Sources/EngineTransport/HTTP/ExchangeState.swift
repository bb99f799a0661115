import NIOCore

/// What a connection is in the middle of. One request at a time; all of it happens on the event loop.
enum ExchangeState {
  /// Nothing was asked, or the last answer is complete.
  case idle
  /// A request is out, its answer is taken as a whole. `head` and `body` hold what has come of it.
  case whole(EventLoopPromise<Answer>, head: AnswerHead?, body: [UInt8], limit: Int)
  /// A request is out, its answer will be handed over piece by piece.
  case awaitingHead(EventLoopPromise<AnswerHead>)
  /// The body comes; `waiting` is the reader, if it is waiting.
  case streaming(waiting: EventLoopPromise<[UInt8]?>?, ready: [UInt8])
  /// The body is complete but for `ready`, which the reader has not taken yet.
  case streamed(ready: [UInt8])
  /// The connection is of no use any more.
  case failed(TransportError, ready: [UInt8])
}
