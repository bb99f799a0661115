import Synchronization
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// Many actions are one wake-up, and those who bring too many wait.
@Suite struct InboxTests {
  private func notice(_ number: Int) -> DashboardAction { .notice(Notice(.information, "\(number)")) }

  private func texts(_ actions: [DashboardAction]) -> [String] {
    actions.compactMap { if case .notice(let notice) = $0 { notice.text } else { nil } }
  }

  @Test func theFirstActionWakesTheLoopAndTheOthersDoNot() {
    let wakes = Counter()
    let inbox = Inbox { wakes.count() }
    for number in 1...1_000 { inbox.post(notice(number)) }
    #expect(wakes.value == 1)
  }

  @Test func afterItWasEmptiedItWakesAgain() {
    let wakes = Counter()
    let inbox = Inbox { wakes.count() }
    inbox.post(notice(1))
    _ = inbox.drain()
    inbox.post(notice(2))
    #expect(wakes.value == 2)
  }

  @Test func actionsComeInTheirOrder() {
    let inbox = Inbox {}
    for number in 1...5 { inbox.post(notice(number)) }
    #expect(texts(inbox.drain()) == ["1", "2", "3", "4", "5"])
    #expect(inbox.drain().isEmpty)
  }

  @Test func thoseWhoBringALotWaitForTheLoop() async {
    let inbox = Inbox {}
    let delivered = Counter()
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        for number in 1...500 {
          await inbox.deliver(.notice(Notice(.information, "\(number)")))
          delivered.count()
        }
      }
      var taken = 0
      while taken < 500 {
        await Task.yield()
        let actions = inbox.drain()
        #expect(actions.count <= 66)
        taken += actions.count
      }
    }
    #expect(delivered.value == 500)
  }
}

/// Counts from any thread.
private final class Counter: Sendable {
  private let number = Mutex(0)

  var value: Int { number.withLock { $0 } }

  func count() { number.withLock { $0 += 1 } }
}
