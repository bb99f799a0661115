import NIOCore
import NIOHTTP1

extension ServedConnection {
  /// Sends an answer.
  func send(_ answer: Reply, for head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    switch answer {
    case .json(let status, let document):
      send(status, "application/json", document.bytes + [UInt8(ascii: "\n")], for: head, context)
    case .bytes(let status, let type, let bytes): send(status, type, bytes, for: head, context)
    case .empty(let status): send(status, nil, [], for: head, context)
    case .field(let name, let value):
      guard case .head(var answer) = responseHead(200, "application/json", length: nil, for: head) else {
        return
      }
      answer.headers.add(name: name, value: value)
      write(.head(answer), context)
      finish(keepAlive: head.isKeepAlive, context)
    case .stream(let type, let stream):
      write(responseHead(200, type, length: nil, for: head), context)
      begin(stream, context)
    case .later(let instant, let answer): wait(Pause(until: instant, answer: answer, head: head), context)
    }
  }

  private func send(
    _ status: Int, _ type: String?, _ bytes: [UInt8], for head: HTTPRequestHead,
    _ context: ChannelHandlerContext
  ) {
    let hasBody = status != 204 && status != 304
    write(responseHead(status, type, length: hasBody ? bytes.count : nil, for: head), context)
    if hasBody, !bytes.isEmpty {
      write(.body(.byteBuffer(context.channel.allocator.buffer(bytes: bytes))), context)
    }
    finish(keepAlive: head.isKeepAlive, context)
  }

  func responseHead(
    _ status: Int, _ type: String?, length: Int?, for head: HTTPRequestHead
  ) -> HTTPServerResponsePart {
    var headers: HTTPHeaders = [
      "Api-Version": world.options.apiVersion, "Docker-Experimental": "false", "Ostype": "linux",
      "Server": "Docker/\(world.options.engineVersion) (linux)",
    ]
    if world.options.isPodman { headers.add(name: "Libpod-Api-Version", value: world.options.engineVersion) }
    if head.uri.contains("/_ping") {
      headers.add(name: "Builder-Version", value: "2")
      headers.add(name: "Swarm", value: "inactive")
      headers.add(name: "Cache-Control", value: "no-cache, no-store, must-revalidate")
      headers.add(name: "Pragma", value: "no-cache")
    }
    if let type { headers.add(name: "Content-Type", value: type) }
    if let length { headers.add(name: "Content-Length", value: String(length)) }
    if !head.isKeepAlive { headers.add(name: "Connection", value: "close") }
    let code = HTTPResponseStatus(statusCode: status)
    return .head(HTTPResponseHead(version: .http1_1, status: code, headers: headers))
  }

  func write(_ part: HTTPServerResponsePart, _ context: ChannelHandlerContext) {
    context.write(wrapOutboundOut(part), promise: nil)
  }

  /// Ends the answer; the connection stays where the client wants to go on.
  func finish(keepAlive: Bool, _ context: ChannelHandlerContext) {
    let done = context.eventLoop.makePromise(of: Void.self)
    if !keepAlive {
      done.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: done)
  }
}
