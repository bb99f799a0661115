import NIOCore

/// The time that one request may take, on a connection's event loop. Half an answer is no reason to wait longer: when
/// the time for the head is over, a body that has stopped ends the request; one that still comes may go on coming for
/// as long as a body may take.
final class ExchangeTimer {
  private let loop: any EventLoop
  private var scheduled: Scheduled<Void>?
  private var lastBytes = NIODeadline.now()

  /// How long a body that comes slowly may pause, in seconds, once the time for the head is over.
  private static let longestPause = 2.0

  init(loop: any EventLoop) { self.loop = loop }

  /// Something has come.
  func bytesCame() { lastBytes = .now() }

  /// The request is over.
  func cancel() { scheduled?.cancel() }

  /// A request leaves. When its time is over `isInBody` is asked whether there is a head, and `end` has what ran out.
  func start(
    _ request: TransportRequest, isInBody: @escaping () -> Bool,
    end: @escaping (TransportError) -> Void
  ) {
    let begin = NIODeadline.now()
    let last = begin + .seconds(request.headTimeout + request.bodyTimeout)
    let pause = TimeAmount.seconds(min(Self.longestPause, request.headTimeout / 2))
    func timeIsUp() {
      guard isInBody() else { return end(.timedOut(.head, seconds: request.headTimeout)) }
      let next = min(last, lastBytes + pause)
      if next <= .now() { return end(.timedOut(.body, seconds: request.headTimeout)) }
      schedule(next, timeIsUp)
    }
    schedule(begin + .seconds(request.headTimeout), timeIsUp)
  }

  /// A body has so long from now on, however it comes.
  func limitBody(to seconds: Double, end: @escaping (TransportError) -> Void) {
    schedule(.now() + .seconds(seconds)) { end(.timedOut(.body, seconds: seconds)) }
  }

  private func schedule(_ time: NIODeadline, _ body: @escaping () -> Void) {
    scheduled?.cancel()
    let bound = NIOLoopBound(body, eventLoop: loop)
    scheduled = loop.scheduleTask(deadline: time) { bound.value() }
  }
}

extension TimeAmount {
  fileprivate static func seconds(_ seconds: Double) -> TimeAmount { .nanoseconds(Int64(seconds * 1e9)) }
}
