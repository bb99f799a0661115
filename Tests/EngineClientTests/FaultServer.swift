import EngineTransport
import Glibc
import NIOCore
import NIOPosix
import Synchronization
import TestSupport

/// A server that answers with the bytes it is told to, good or bad.
final class FaultServer: Sendable {
  /// What the server does after a request.
  enum Step: Sendable {
    case send([UInt8])
    /// One byte a write.
    case trickle([UInt8])
    /// Something after a while, in seconds from the request on.
    case later(Double, [UInt8])
    case close

    static func send(_ text: String) -> Step { .send(Array(text.utf8)) }
    static func trickle(_ text: String) -> Step { .trickle(Array(text.utf8)) }

    /// A whole good answer.
    static func answer(_ body: String, status: String = "200 OK", fields: String = "") -> Step {
      .send("HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(fields)\r\n\(body)")
    }

    /// The head of a good answer in chunks.
    static let chunkedHead = Step.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")

    static func chunk(_ bytes: [UInt8]) -> Step {
      .send(Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8))
    }
    static func chunk(_ text: String) -> Step { chunk(Array(text.utf8)) }
    static let lastChunk = Step.send("0\r\n\r\n")
  }

  /// A request's line and the connection that it came over, from 0.
  struct Request: Sendable {
    var line: String
    var connection: Int

    var method: String { String(line.prefix { $0 != " " }) }
    var target: String { String(line.split(separator: " ").dropFirst().first ?? "") }
  }

  struct Log: Sendable {
    var requests: [Request] = []
    var opened = 0
    var closed = 0
  }

  private let folder: TestFolder
  private var path: String { folder.file("engine.sock") }
  private let log = Mutex(Log())
  private let channel: Mutex<(any Channel)?>

  /// Where it listens.
  var address: EngineAddress {
    if let port = channel.withLock({ $0 })?.localAddress?.port { return .tcp(host: "127.0.0.1", port: port) }
    return .unix(path: path)
  }
  var seen: Log { log.withLock { $0 } }
  var targets: [String] { seen.requests.map(\.target) }

  /// Starts to listen on a Unix socket or, `overTCP`, on a free port. `reply` says what to do with each request; a good
  /// answer to /_ping is given beforehand where `apiVersion` is not nil.
  init(
    overTCP: Bool = false, apiVersion: String? = "1.41", reply: @escaping @Sendable (Request) -> [Step]
  ) async throws {
    folder = try TestFolder()
    channel = Mutex(nil)
    let answer: @Sendable (Request) -> [Step] = { request in
      guard let apiVersion, request.target == "/_ping" else { return reply(request) }
      return [.send("HTTP/1.1 200 OK\r\nApi-Version: \(apiVersion)\r\nContent-Length: 0\r\n\r\n")]
    }
    let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 512)
      .childChannelInitializer { [weak self] child in
        child.eventLoop.makeCompletedFuture {
          guard let self else { return }
          let number = self.log.withLock { log in
            log.opened += 1
            return log.opened - 1
          }
          try child.pipeline.syncOperations.addHandler(Scripted(self, number, answer))
        }
      }
    let listening =
      overTCP
      ? try await bootstrap.bind(host: "127.0.0.1", port: 0).get()
      : try await bootstrap.bind(unixDomainSocketPath: folder.file("engine.sock")).get()
    channel.withLock { $0 = listening }
  }

  deinit { channel.withLock { $0 }?.close(promise: nil) }

  fileprivate func note(_ change: @Sendable (inout Log) -> Void) { log.withLock { change(&$0) } }

  /// Waits until the log is as wanted; false where it is not within ten seconds.
  func until(_ condition: (Log) -> Bool) async -> Bool {
    for _ in 0..<2000 {
      if condition(seen) { return true }
      try? await Task.sleep(for: .milliseconds(5))
    }
    return false
  }

  private final class Scripted: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let server: FaultServer
    private let number: Int
    private let reply: @Sendable (Request) -> [Step]
    private var received = ""

    init(_ server: FaultServer, _ number: Int, _ reply: @escaping @Sendable (Request) -> [Step]) {
      self.server = server
      self.number = number
      self.reply = reply
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      received += String(buffer: unwrapInboundIn(data))
      while let end = received.firstRange(of: "\r\n\r\n") {
        let head = received[..<end.lowerBound]
        received = String(received[end.upperBound...])
        let request = Request(
          line: head.split(separator: "\r\n").first.map(String.init) ?? "", connection: number)
        server.note { $0.requests.append(request) }
        for step in reply(request) { perform(step, context) }
      }
    }

    private func perform(_ step: Step, _ context: ChannelHandlerContext) {
      switch step {
      case .send(let bytes): write(bytes[...], context)
      case .later(let seconds, let bytes):
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: .milliseconds(Int64(seconds * 1000))) {
          let (script, context) = bound.value
          script.write(bytes[...], context)
        }
      case .trickle(let bytes): for index in bytes.indices { write(bytes[index...index], context) }
      case .close: context.close(promise: nil)
      }
    }

    private func write(_ bytes: ArraySlice<UInt8>, _ context: ChannelHandlerContext) {
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) { server.note { $0.closed += 1 } }
  }
}

extension StringProtocol {
  /// The first place where `needle` stands.
  func firstRange(of needle: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(needle) { return start..<index(start, offsetBy: needle.count) }
      start = index(after: start)
    }
    return nil
  }
}
