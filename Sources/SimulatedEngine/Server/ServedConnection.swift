import NIOCore
import NIOHTTP1

/// One client's connection: reads requests, sends answers, keeps one stream going no faster than it is read.
final class ServedConnection: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  let world: EngineWorld
  let journal: RequestJournal
  let troubles: Troubles
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []
  var stream: (any BodyStream)?
  var sleeper: Int?
  var timer: Scheduled<Void>?
  /// The answer that waits for its time.
  var pause: Pause?
  var isPumping = false
  /// The stream breaks off after its first part.
  var breaksOff = false

  init(world: EngineWorld, journal: RequestJournal, troubles: Troubles) {
    self.world = world
    self.journal = journal
    self.troubles = troubles
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      body = []
    case .body(let part):
      // A definition is small: of a longer body only so much is read.
      if body.count < Self.bodyLimit { body += part.readableBytesView }
    case .end:
      guard let head else { return }
      self.head = nil
      receive(head, context)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    endStream()
    context.fireChannelInactive()
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable, stream != nil { pump(context) }
    context.fireChannelWritabilityChanged()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private static let bodyLimit = 1 << 20

  private func receive(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let request = RecordedRequest(method: head.method.rawValue, target: head.uri)
    journal.record(request)
    let delay = troubles.latency(of: request)
    guard delay > .zero else { return respond(head, request, context) }
    later(delay, context) { $0.respond(head, request, $1) }
  }

  private func respond(_ head: HTTPRequestHead, _ request: RecordedRequest, _ context: ChannelHandlerContext)
  {
    if let fault = troubles.take(for: request) { return fail(fault, head, context) }
    send(answer(head), for: head, context)
  }

  func answer(_ head: HTTPRequestHead) -> Reply {
    do throws(Refusal) {
      var call = try Call(method: head.method, target: head.uri, options: world.options)
      call.body = body
      return world.withState { Route.answer(call, &$0) }
    } catch {
      return .refusal(error)
    }
  }

  /// Runs `body` on the connection's loop after a delay, unless it is closed by then.
  func later(
    _ delay: Duration, _ context: ChannelHandlerContext,
    _ body: @escaping (ServedConnection, ChannelHandlerContext) -> Void
  ) {
    timer?.cancel()
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: .nanoseconds(delay.nanoseconds)) {
      [weak self] in
      guard let self, context.channel.isActive else { return }
      body(self, context)
    }
  }
}
