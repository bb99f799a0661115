import Testing

@testable import EngineTransport

/// What somebody waits for goes before what only the clock asks for.
@Suite struct RequestOrderTests {
  /// A user goes first for as long as the test lasts.
  private let order = RequestOrder(precedence: .seconds(3_600))

  private func begin(_ urgency: Urgency) -> Task<RequestOrder.Turn?, Never> {
    let order = order
    return Task { try? await order.enter(urgency) }
  }

  /// Waits until so many requests wait for their turn.
  private func untilWaiting(_ count: Int) async throws {
    while order.waitingCount != count { try await Task.sleep(for: .milliseconds(2)) }
  }

  @Test func theClockWaitsForAUser() async throws {
    let user = try await order.enter(.user)
    let clock = begin(.clock)
    try await untilWaiting(1)
    order.leave(user)
    #expect(await clock.value != nil && order.waitingCount == 0)
  }

  @Test func aUserNeverWaits() async throws {
    _ = try await order.enter(.user)
    let clock = begin(.clock)
    try await untilWaiting(1)
    _ = try await order.enter(.user)
    clock.cancel()
  }

  @Test func whatTakesLongHoldsTheClockUpForAMoment() async throws {
    let order = RequestOrder(precedence: .milliseconds(100))
    _ = try await order.enter(.user)
    _ = try await order.enter(.clock)
    #expect(order.waitingCount == 0)
  }

  @Test func onASlowLineTheClockHasFewRequestsAtATime() async throws {
    let slow = try await order.enter(.user)
    try await Task.sleep(for: .milliseconds(300))
    order.leave(slow, isAnswered: true)
    var turns: [RequestOrder.Turn] = []
    for _ in 0..<4 { turns.append(try await order.enter(.clock)) }
    let fifth = begin(.clock)
    try await untilWaiting(1)
    order.leave(turns[0])
    #expect(await fifth.value != nil)
  }

  @Test func elsewhereTheClockHasMany() async throws {
    for _ in 0..<32 { _ = try await order.enter(.clock) }
    #expect(order.waitingCount == 0)
  }

  @Test func oneThatIsCancelledMakesRoom() async throws {
    let user = try await order.enter(.user)
    let (first, second) = (begin(.clock), begin(.clock))
    try await untilWaiting(2)
    first.cancel()
    #expect(await first.value == nil)
    order.leave(user)
    #expect(await second.value != nil)
  }
}
