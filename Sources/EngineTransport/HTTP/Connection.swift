import NIOCore
import NIOHTTP1

/// One open connection to an engine. Calls go over to the event loop; a cancelled task closes the connection.
struct Connection: Sendable {
  let channel: any Channel
  private let exchange: NIOLoopBound<ExchangeHandler>

  var isActive: Bool { channel.isActive }

  func close() { channel.close(promise: nil) }

  /// Sends a request and takes the whole answer. True where the connection can be used again.
  func ask(_ request: TransportRequest, limit: Int) async throws(TransportError) -> (Answer, reusable: Bool) {
    let exchange = exchange
    let future = channel.eventLoop.flatSubmit {
      let promise = exchange.value.promise(of: Answer.self)
      exchange.value.ask(request, limit: limit, promise)
      return promise.futureResult.map { ($0, reusable: exchange.value.isReusable) }
    }
    return try await result(of: future)
  }

  /// Sends a request and takes the head of the answer. An upload goes on behind that where the engine answers before it
  /// has all of it; it ends with the connection.
  func open(
    _ request: TransportRequest, sending upload: RequestUpload? = nil
  ) async throws(TransportError) -> AnswerHead {
    let exchange = exchange
    let head = channel.eventLoop.flatSubmit {
      let promise = exchange.value.promise(of: AnswerHead.self)
      exchange.value.open(request, upload, promise)
      return promise.futureResult
    }
    if let upload { Task.detached { await send(upload) } }
    return try await result(of: head)
  }

  /// Sends an upload piece by piece, each when the one before has left. What goes wrong with the connection is told to
  /// who waits for the answer.
  private func send(_ upload: RequestUpload) async {
    let exchange = exchange
    let loop = channel.eventLoop
    do throws(UploadFailure) {
      while let bytes = try await upload.next() {
        if bytes.isEmpty { continue }
        let sent = loop.flatSubmit { exchange.value.send(bytes).map { true } }
        guard (try? await sent.get()) == true else { return }
      }
      loop.execute { exchange.value.endUpload() }
    } catch {
      loop.execute { exchange.value.abandon(.uploadFailed(error.reason)) }
    }
  }

  /// Takes the next bytes of the body; nil at its end.
  func pull() async throws(TransportError) -> [UInt8]? {
    let exchange = exchange
    return try await result(
      of: channel.eventLoop.flatSubmit {
        let promise = exchange.value.promise(of: [UInt8]?.self)
        exchange.value.pull(promise)
        return promise.futureResult
      })
  }

  /// Gives what is left of the body so many seconds.
  func limitBody(to seconds: Double) {
    let exchange = exchange
    channel.eventLoop.execute { exchange.value.endBody(within: seconds) }
  }

  private func result<Value: Sendable>(of future: EventLoopFuture<Value>) async throws(TransportError)
    -> Value
  {
    do {
      return try await withTaskCancellationHandler {
        try await future.get()
      } onCancel: {
        close()
      }
    } catch {
      if Task.isCancelled { throw .cancelled }
      throw TransportError(onConnection: error, afterHead: false)
    }
  }
}

extension Connection {
  /// Connects to `address` by its dialer.
  static func connect(
    to address: EngineAddress, by dialer: any Dialer, within seconds: Double, on loop: any EventLoop,
    _ heartbeat: Heartbeat
  ) async throws(TransportError) -> Connection {
    let authority = dialer.authority
    do {
      return try await dialer.dial(on: loop, within: seconds) { set(up: $0, authority, heartbeat) }
    } catch {
      if Task.isCancelled { throw .cancelled }
      throw TransportError(connectingTo: address, error)
    }
  }

  /// Gives a new channel its handlers. It reads nothing until it is asked to: see `ExchangeHandler`.
  private static func set(
    up channel: any Channel, _ authority: String, _ heartbeat: Heartbeat
  ) -> EventLoopFuture<Connection> {
    let buffers = AdaptiveRecvByteBufferAllocator(minimum: 2048, initial: 8192, maximum: 262_144)
    let reading = channel.setOption(.autoRead, value: false)
      .and(channel.setOption(.recvAllocator, value: buffers))
    return reading.flatMapThrowing { _ in
      let handler = ExchangeHandler(
        authority: authority, loop: channel.eventLoop, heartbeat: heartbeat)
      try channel.pipeline.syncOperations.addHandlers(
        HTTPRequestEncoder(), ByteToMessageHandler(HTTPResponseDecoder()), handler)
      return Connection(channel: channel, exchange: NIOLoopBound(handler, eventLoop: channel.eventLoop))
    }
  }
}
