import EngineTransport
import NIOCore
import NIOPosix
import Synchronization
import TestSupport

/// A server that takes a request with a body, answers `{}` and knows what it got.
final class BodyServer: Sendable {
  private let folder: TestFolder
  private let channel: any Channel
  private let received = Mutex("")

  var address: EngineAddress { .unix(path: folder.file("engine.sock")) }

  /// The head and the body of the last request.
  var seen: (head: String, body: String) {
    let text = received.withLock { $0 }
    guard let end = text.firstRange(of: "\r\n\r\n") else { return (text, "") }
    return (String(text[..<end.lowerBound]), String(text[end.upperBound...]))
  }

  init() async throws {
    let folder = try TestFolder()
    self.folder = folder
    let box = Box()
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { child in
        child.eventLoop.makeCompletedFuture { try child.pipeline.syncOperations.addHandler(Taker(box)) }
      }
      .bind(unixDomainSocketPath: folder.file("engine.sock")).get()
    box.server = self
  }

  deinit { channel.close(promise: nil) }

  /// Holds the server, which is there before its connections.
  private final class Box: Sendable {
    private let held = Mutex<Weak?>(nil)
    private struct Weak { weak var server: BodyServer? }

    var server: BodyServer? {
      get { held.withLock { $0?.server } }
      set { held.withLock { $0 = Weak(server: newValue) } }
    }
  }

  private final class Taker: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    private let box: Box
    private var text = ""

    init(_ box: Box) { self.box = box }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      text += String(buffer: unwrapInboundIn(data))
      let taken = text
      if text.hasPrefix("HEAD") {
        text = ""
        answer("HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Length: 0\r\n\r\n", context)
      } else if isComplete {
        box.server?.received.withLock { $0 = taken }
        answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", context)
      }
    }

    private var isComplete: Bool {
      guard let end = text.firstRange(of: "\r\n\r\n") else { return false }
      let body = text[end.upperBound...]
      guard let length = text.firstRange(of: "Content-Length: ") else { return body.hasSuffix("0\r\n\r\n") }
      return body.utf8.count >= Int(text[length.upperBound...].prefix(while: \.isNumber)) ?? 0
    }

    private func answer(_ text: String, _ context: ChannelHandlerContext) {
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
    }
  }
}
