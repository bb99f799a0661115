import NIOCore
import NIOHTTP1

/// An answer that comes when the engine's clock reaches its time.
struct Pause {
  let until: EngineInstant
  let answer: Reply
  let head: HTTPRequestHead
}

extension ServedConnection {
  /// Begins a body that goes on; it is made as fast as the client reads, and ends with the connection.
  func begin(_ stream: any BodyStream, _ context: ChannelHandlerContext) {
    self.stream = stream
    sleeper = register(stream.topic, context) { $0.pump($1) }
    context.flush()
    pump(context)
  }

  /// Sends what the stream has, until the client does not keep up or there is no more.
  func pump(_ context: ChannelHandlerContext) {
    guard !isPumping, context.channel.isActive else { return }
    isPumping = true
    defer { isPumping = false }
    timer?.cancel()
    for _ in 0..<16 {
      guard var stream, context.channel.isWritable else { return }
      var buffer = context.channel.allocator.buffer(capacity: 4096)
      let progress = world.withState { stream.fill(&buffer, from: $0) }
      self.stream = stream
      if buffer.readableBytes > 0 {
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
        if breaksOff { return context.close(promise: nil) }
      }
      switch progress {
      case .more: continue
      case .finished:
        let ended = stream
        world.withState { ended.complete(&$0) }
        return finishStream(context)
      case .waiting(let instant): return sleep(until: instant, context) { $0.pump($1) }
      }
    }
    later(.zero, context) { $0.pump($1) }
  }

  /// Lets go of the stream and whatever would wake it.
  func endStream() {
    timer?.cancel()
    timer = nil
    stream = nil
    pause = nil
    if let sleeper { world.unregister(sleeper) }
    sleeper = nil
  }

  /// Sends an answer when its time has come.
  func wait(_ pause: Pause, _ context: ChannelHandlerContext) {
    self.pause = pause
    sleeper = register(.clock, context) { $0.endPause($1) }
    sleep(until: pause.until, context) { $0.endPause($1) }
  }

  private func endPause(_ context: ChannelHandlerContext) {
    guard let pause else { return }
    guard world.clock.now >= pause.until else {
      return sleep(until: pause.until, context) { $0.endPause($1) }
    }
    world.withState { _ in }
    endStream()
    send(pause.answer, for: pause.head, context)
  }

  private func finishStream(_ context: ChannelHandlerContext) {
    endStream()
    finish(keepAlive: true, context)
  }

  /// Wakes at a time of the engine's clock; with a manual clock only `advance` wakes.
  private func sleep(
    until instant: EngineInstant?, _ context: ChannelHandlerContext,
    _ body: @escaping (ServedConnection, ChannelHandlerContext) -> Void
  ) {
    guard let instant, let delay = world.clock.realDelay(until: instant) else { return }
    later(max(delay, .milliseconds(1)), context, body)
  }

  private func register(
    _ topic: SimulatedState.Topic, _ context: ChannelHandlerContext,
    _ body: @escaping @Sendable (ServedConnection, ChannelHandlerContext) -> Void
  ) -> Int {
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    return world.register(topic, on: context.eventLoop) { body(bound.value.0, bound.value.1) }
  }
}
