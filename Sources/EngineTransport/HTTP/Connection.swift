import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix

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

  /// Sends a request and takes the head of the answer.
  func open(_ request: TransportRequest) async throws(TransportError) -> AnswerHead {
    let exchange = exchange
    return try await result(
      of: channel.eventLoop.flatSubmit {
        let promise = exchange.value.promise(of: AnswerHead.self)
        exchange.value.open(request, promise)
        return promise.futureResult
      })
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
  /// Connects. A Unix socket whose listener's queue is full is tried again within the time for connecting.
  static func connect(
    to address: EngineAddress, within seconds: Double, on loop: any EventLoop
  ) async throws(TransportError) -> Connection {
    let end = ContinuousClock.now + .seconds(seconds)
    while true {
      do throws(TransportError) {
        return try await attempt(address, within: seconds, on: loop)
      } catch .cannotConnect(_, .other(EAGAIN)) where ContinuousClock.now < end {
        try? await Task.sleep(for: .milliseconds(10))
      }
    }
  }

  private static func attempt(
    _ address: EngineAddress, within seconds: Double, on loop: any EventLoop
  ) async throws(TransportError) -> Connection {
    let buffers = AdaptiveRecvByteBufferAllocator(minimum: 2048, initial: 8192, maximum: 262_144)
    let bootstrap = ClientBootstrap(group: loop)
      .connectTimeout(.nanoseconds(Int64(seconds * 1e9)))
      .channelOption(.autoRead, value: false)
      .channelOption(.recvAllocator, value: buffers)
    do {
      switch address {
      case .unix(let path):
        return try await bootstrap.connect(unixDomainSocketPath: path) { set(up: $0, address) }
      case .tcp(let host, let port):
        return try await bootstrap.connect(host: host, port: port) { set(up: $0, address) }
      case .ssh: throw TransportError.cannotConnect(address, .unsupported)
      }
    } catch {
      if Task.isCancelled { throw .cancelled }
      throw TransportError(connectingTo: address, error)
    }
  }

  private static func set(up channel: any Channel, _ address: EngineAddress) -> EventLoopFuture<Connection> {
    channel.eventLoop.makeCompletedFuture {
      let handler = ExchangeHandler(authority: address.authority, loop: channel.eventLoop)
      try channel.pipeline.syncOperations.addHandlers(
        HTTPRequestEncoder(), ByteToMessageHandler(HTTPResponseDecoder()), handler)
      return Connection(channel: channel, exchange: NIOLoopBound(handler, eventLoop: channel.eventLoop))
    }
  }
}
