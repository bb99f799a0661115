import Synchronization

/// Lets what somebody waits for go before what only the clock asks for: on a thin line the two would share it.
///
/// Requests of the clock begin while none of a user is under way, and on a slow line only a few of them at a time, so
/// that little stands in the way of the next key. A user's request that takes long (a stop, a prune) holds them up for a
/// moment only.
final class RequestOrder: Sendable {
  private struct State {
    /// When each request of a user has begun, by its number.
    var urgent: [Int: ContinuousClock.Instant] = [:]
    /// The requests of the clock that are under way.
    var running = 0
    var waiting: [(number: Int, begin: CheckedContinuation<Void, Never>)] = []
    var next = 0
    var isTimed = false
    /// How quick answers are at best, lately; nil before the first.
    var quickest: Duration?
  }

  private let state = Mutex(State())

  /// How long a user's request holds up those of the clock.
  private let precedence: Duration
  /// A line is slow where even the quickest answers take longer.
  private static let slowLine = Duration.milliseconds(150)
  /// The most requests of the clock at a time: on a slow line, and elsewhere.
  private static let limits = (slow: 4, quick: 32)

  init(precedence: Duration = .seconds(3)) { self.precedence = precedence }

  /// How many requests wait for their turn.
  var waitingCount: Int { state.withLock { $0.waiting.count } }

  /// A request that has its turn; `leave` ends it.
  struct Turn: Sendable {
    fileprivate let number: Int
    fileprivate let urgency: Urgency
    fileprivate let begin: ContinuousClock.Instant
  }

  /// Waits until it is a request's turn.
  func enter(_ urgency: Urgency) async throws(TransportError) -> Turn {
    let number = state.withLock { state in
      state.next += 1
      return state.next
    }
    if urgency == .user {
      let now = ContinuousClock.now
      state.withLock { $0.urgent[number] = now }
      return Turn(number: number, urgency: urgency, begin: now)
    }
    await wait(number)
    if Task.isCancelled {
      leave(Turn(number: number, urgency: urgency, begin: .now))
      throw .cancelled
    }
    return Turn(number: number, urgency: urgency, begin: .now)
  }

  /// A request is over; `isAnswered` where it tells how quick the line is.
  func leave(_ turn: Turn, isAnswered: Bool = false) {
    let time = ContinuousClock.now - turn.begin
    state.withLock { state in
      if turn.urgency == .user { state.urgent[turn.number] = nil } else { state.running -= 1 }
      guard isAnswered else { return }
      let before = state.quickest ?? time
      state.quickest = min(time, before + (time - before) / 16)
    }
    admit()
  }

  private func wait(_ number: Int) async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        state.withLock { $0.waiting.append((number, continuation)) }
        admit()
        if Task.isCancelled { giveUp(number) }
      }
    } onCancel: {
      giveUp(number)
    }
  }

  /// One that waits need not wait any longer; it counts as under way until it leaves.
  private func giveUp(_ number: Int) {
    let begin = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard let index = state.waiting.firstIndex(where: { $0.number == number }) else { return nil }
      state.running += 1
      return state.waiting.remove(at: index).begin
    }
    begin?.resume()
  }

  /// Lets those begin whose turn it is.
  private func admit() {
    let (ready, alarm) = state.withLock { state -> ([CheckedContinuation<Void, Never>], Duration?) in
      let held = state.urgent.values.map { $0 + precedence - .now }.max() ?? .zero
      guard held <= .zero else {
        let needsAlarm = !state.waiting.isEmpty && !state.isTimed
        state.isTimed = state.isTimed || needsAlarm
        return ([], needsAlarm ? held : nil)
      }
      let isSlow = state.quickest.map { $0 > Self.slowLine } ?? false
      let limit = isSlow ? Self.limits.slow : Self.limits.quick
      let count = min(max(0, limit - state.running), state.waiting.count)
      state.running += count
      defer { state.waiting.removeFirst(count) }
      return (state.waiting.prefix(count).map(\.begin), nil)
    }
    for begin in ready { begin.resume() }
    if let alarm { later(alarm) }
  }

  private func later(_ time: Duration) {
    Task.detached { [weak self] in
      try? await Task.sleep(for: time)
      self?.state.withLock { $0.isTimed = false }
      self?.admit()
    }
  }
}
