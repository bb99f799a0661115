import NIOCore
import NIOHTTP1

extension ServedConnection {
  /// Answers a request with a fault.
  func fail(_ fault: SimulatedEngine.Fault, _ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    switch fault {
    case .hang: break
    case .close: context.close(promise: nil)
    case .status(let code, let message): send(.refusal(Refusal(code, message)), for: head, context)
    case .html(let code):
      let page =
        "<html>\r\n<head><title>\(code)</title></head>\r\n<body><center><h1>\(code)</h1></center>"
        + "<hr><center>nginx/1.27.3</center></body>\r\n</html>\r\n"
      send(.bytes(code, contentType: "text/html", [UInt8](page.utf8)), for: head, context)
    case .brokenJSON:
      guard let (status, type, bytes) = body(of: answer(head)) else {
        return send(.empty(204), for: head, context)
      }
      send(.bytes(status, contentType: type, Array(bytes.prefix(bytes.count / 2))), for: head, context)
    case .cut: cut(head, context)
    case .garbage:
      let noise = context.channel.allocator.buffer(
        bytes: (0..<256).map { UInt8(truncatingIfNeeded: $0 &* 37) })
      guard let raw = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
      else {
        return context.close(promise: nil)
      }
      raw.writeAndFlush(NIOAny(noise), promise: nil)
      context.close(promise: nil)
    }
  }

  /// Promises a whole body, sends half of it and hangs up.
  private func cut(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let answer = answer(head)
    guard let (status, type, bytes) = body(of: answer) else {
      breaksOff = true
      return send(answer, for: head, context)
    }
    write(responseHead(status, type, length: bytes.count, for: head), context)
    let half = context.channel.allocator.buffer(bytes: bytes.prefix(bytes.count / 2))
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(half))), promise: nil)
    context.close(promise: nil)
  }

  private func body(of answer: Reply) -> (Int, String, [UInt8])? {
    switch answer {
    case .json(let status, let document): (status, "application/json", document.bytes)
    case .bytes(let status, let type, let bytes): (status, type, bytes)
    case .empty, .field, .stream, .later: nil
    }
  }
}
