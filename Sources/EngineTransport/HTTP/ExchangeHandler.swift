import NIOCore
import NIOHTTP1

/// The end of a connection's pipeline: writes a request, takes the answer apart, and reads from the socket only while
/// somebody waits for what comes (that is the back-pressure of streams).
final class ExchangeHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias OutboundOut = HTTPClientRequestPart

  private let authority: String
  private var state = ExchangeState.idle
  private var context: ChannelHandlerContext?
  private let timer: ExchangeTimer
  /// Whether the engine keeps the connection open after the answer.
  private(set) var isReusable = false

  /// The request whose body is still being sent piece by piece; nil where none is.
  private var uploading: TransportRequest?

  private let loop: any EventLoop
  private let heartbeat: Heartbeat

  init(authority: String, loop: any EventLoop, heartbeat: Heartbeat) {
    self.heartbeat = heartbeat
    self.authority = authority
    self.loop = loop
    timer = ExchangeTimer(loop: loop)
  }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) {
    fail(.closedEarly(afterHead: hasHead))
    self.context = nil
  }

  // MARK: Asking

  /// A promise on this connection's event loop.
  func promise<Value>(of type: Value.Type) -> EventLoopPromise<Value> { loop.makePromise(of: type) }

  /// Sends a request whose answer is taken as a whole.
  func ask(_ request: TransportRequest, limit: Int, _ promise: EventLoopPromise<Answer>) {
    guard let context, case .idle = state else {
      return promise.fail(TransportError.closedEarly(afterHead: false))
    }
    state = .whole(promise, head: nil, body: [], limit: limit)
    write(request, context)
  }

  /// Ends the exchange where the body that is being pulled has not ended in time.
  func endBody(within seconds: Double) {
    timer.limitBody(to: seconds) { [weak self] in self?.abandon($0) }
  }

  /// Sends a request whose answer's body is taken by `pull`. Of one with an upload only the head is sent; `send` and
  /// `endUpload` follow.
  func open(
    _ request: TransportRequest, _ upload: RequestUpload? = nil, _ promise: EventLoopPromise<AnswerHead>
  ) {
    guard let context, case .idle = state else {
      return promise.fail(TransportError.closedEarly(afterHead: false))
    }
    state = .awaitingHead(promise)
    guard let upload else { return write(request, context) }
    uploading = request
    context.writeAndFlush(wrapOutboundOut(.head(head(of: request, upload))), promise: nil)
    context.read()
  }

  /// Sends a piece of the upload; done when the operating system has taken it, failed where nobody wants it any more.
  func send(_ bytes: [UInt8]) -> EventLoopFuture<Void> {
    guard let context, uploading != nil else {
      return loop.makeFailedFuture(TransportError.closedEarly(afterHead: hasHead))
    }
    let promise = loop.makePromise(of: Void.self)
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes)))), promise: promise)
    return promise.futureResult
  }

  /// The upload is complete: from now on the engine has its time to answer.
  func endUpload() {
    guard let context, let request = uploading else { return }
    uploading = nil
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    if case .awaitingHead = state { startTimer(request) }
  }

  /// Takes what has come of the body, waits where nothing has; nil at its end. One reader at a time.
  func pull(_ promise: EventLoopPromise<[UInt8]?>) {
    switch state {
    case .streaming(nil, let ready) where ready.isEmpty:
      state = .streaming(waiting: promise, ready: [])
      context?.read()
    case .streaming(nil, let ready):
      state = .streaming(waiting: nil, ready: [])
      promise.succeed(ready)
    case .streamed(let ready):
      state = .streamed(ready: [])
      promise.succeed(ready.isEmpty ? nil : ready)
    case .failed(let error, let ready) where ready.isEmpty: promise.fail(error)
    case .failed(let error, let ready):
      state = .failed(error, ready: [])
      promise.succeed(ready)
    case .idle, .whole, .awaitingHead, .streaming: promise.fail(TransportError.closedEarly(afterHead: true))
    }
  }

  private func write(_ request: TransportRequest, _ context: ChannelHandlerContext) {
    isReusable = false
    context.write(wrapOutboundOut(.head(head(of: request))), promise: nil)
    if let body = request.body {
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    startTimer(request)
    context.read()
  }

  private func startTimer(_ request: TransportRequest) {
    timer.start(
      request, isInBody: { [weak self] in self?.hasHead ?? false }, end: { [weak self] in self?.abandon($0) })
  }

  private func head(of request: TransportRequest, _ upload: RequestUpload? = nil) -> HTTPRequestHead {
    var fields = HTTPHeaders([("Host", authority), ("User-Agent", "davit"), ("Accept", "*/*")])
    for field in request.fields { fields.add(name: field.name, value: field.value) }
    if let upload {
      fields.add(name: "Content-Type", value: upload.contentType)
    } else if request.body != nil {
      fields.add(name: "Content-Type", value: "application/json")
    }
    if let upload, upload.length == nil {
      fields.add(name: "Transfer-Encoding", value: "chunked")
    } else if upload != nil || request.body != nil || !request.method.isSafe {
      let length = upload.map { $0.length ?? 0 } ?? request.body?.count ?? 0
      fields.add(name: "Content-Length", value: String(length))
    }
    return HTTPRequestHead(
      version: .http1_1, method: HTTPMethod(rawValue: request.method.rawValue), uri: request.target,
      headers: fields)
  }

  // MARK: Answers

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    timer.bytesCame()
    heartbeat.beat()
    switch unwrapInboundIn(data) {
    case .head(let head): take(head, context)
    case .body(let bytes): take(bytes)
    case .end: finish()
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    switch state {
    case .whole, .awaitingHead: context.read()
    case .streaming(let promise?, let ready):
      if ready.isEmpty { return context.read() }
      state = .streaming(waiting: nil, ready: [])
      promise.succeed(ready)
    // An idle connection is read so that its end is noticed.
    case .idle: context.read()
    case .streaming(nil, _), .streamed, .failed: break
    }
  }

  private func take(_ head: HTTPResponseHead, _ context: ChannelHandlerContext) {
    isReusable = head.isKeepAlive
    var fields: [String: String] = [:]
    for (name, value) in head.headers where fields[name.lowercased()] == nil {
      fields[name.lowercased()] = value
    }
    let taken = AnswerHead(status: Int(head.status.code), fields: fields)
    // What is refused need not be sent to its end.
    if !taken.isSuccess { uploading = nil }
    switch state {
    case .whole(let promise, _, let body, let limit):
      // The timer runs on: it is the whole request that has to be done in time.
      let limit = taken.isSuccess ? limit : min(limit, AnswerHead.maximumErrorBody)
      state = .whole(promise, head: taken, body: body, limit: limit)
    case .awaitingHead(let promise):
      timer.cancel()
      state = .streaming(waiting: nil, ready: [])
      promise.succeed(taken)
    // An answer that nobody asked for.
    case .idle: abandon(.notHTTP("an answer without a request"))
    case .streaming, .streamed, .failed: break
    }
  }

  private func take(_ bytes: ByteBuffer) {
    switch state {
    case .whole(let promise, let head?, let body, let limit)
    where !head.isSuccess && body.count + bytes.readableBytes > limit:
      let kept = body + bytes.readableBytesView.prefix(limit - body.count)
      finish(early: Answer(head: head, body: kept), promise)
    case .whole(let promise, let head, var body, let limit):
      if body.count + bytes.readableBytes > limit { return abandon(.tooLarge(limit: limit)) }
      // The state's own reference to the body is given up first, so that appending does not copy it.
      state = .idle
      body.append(contentsOf: bytes.readableBytesView)
      state = .whole(promise, head: head, body: body, limit: limit)
    case .streaming(let waiting, var ready):
      state = .idle
      ready.append(contentsOf: bytes.readableBytesView)
      state = .streaming(waiting: waiting, ready: ready)
    case .idle, .awaitingHead, .streamed, .failed: break
    }
  }

  private func finish() {
    timer.cancel()
    switch state {
    case .whole(let promise, let head?, let body, _):
      state = .idle
      promise.succeed(Answer(head: head, body: body))
    case .streaming(let waiting, let ready):
      state = .streamed(ready: waiting == nil ? ready : [])
      waiting?.succeed(ready.isEmpty ? nil : ready)
    case .whole, .idle, .awaitingHead, .streamed, .failed: break
    }
  }

  /// Hands over the beginning of an answer that is an error: nobody reads the rest of such a text.
  private func finish(early answer: Answer, _ promise: EventLoopPromise<Answer>) {
    timer.cancel()
    isReusable = false
    state = .streamed(ready: [])
    promise.succeed(answer)
  }

  // MARK: Ends

  func channelInactive(context: ChannelHandlerContext) { fail(.closedEarly(afterHead: hasHead)) }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    abandon(TransportError(onConnection: error, afterHead: hasHead))
  }

  /// Ends the exchange with `error` and closes the connection.
  func abandon(_ error: TransportError) {
    fail(error)
    context?.close(promise: nil)
  }

  private var hasHead: Bool {
    switch state {
    case .whole(_, let head, _, _): head != nil
    case .streaming, .streamed: true
    case .idle, .awaitingHead, .failed: false
    }
  }

  private func fail(_ error: TransportError) {
    timer.cancel()
    uploading = nil
    isReusable = false
    let before = state
    switch before {
    case .streaming(nil, let ready): state = .failed(error, ready: ready)
    case .streamed, .failed: break
    case .idle, .whole, .awaitingHead, .streaming: state = .failed(error, ready: [])
    }
    switch before {
    case .whole(let promise, _, _, _): promise.fail(error)
    case .awaitingHead(let promise): promise.fail(error)
    case .streaming(let promise?, let ready): hand(ready, error, to: promise)
    case .idle, .streaming, .streamed, .failed: break
    }
  }

  /// Hands over what has come before an error; the error itself comes with the next pull.
  private func hand(_ ready: [UInt8], _ error: TransportError, to promise: EventLoopPromise<[UInt8]?>) {
    if ready.isEmpty { promise.fail(error) } else { promise.succeed(ready) }
  }
}
