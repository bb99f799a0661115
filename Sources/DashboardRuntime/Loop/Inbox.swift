import Dashboard
import Synchronization

/// Where everything that happens outside of the main actor is put down. The loop takes all of it at once and then
/// draws one frame, however much has come: 20,000 actions are a handful of frames.
package final class Inbox: Sendable {
  private struct Contents {
    var actions: [DashboardAction] = []
    var waiters: [CheckedContinuation<Void, Never>] = []
    var isAwake = false
  }

  private let contents = Mutex(Contents())
  private let wake: @Sendable () -> Void

  /// Above this many actions those who bring more have to wait for the loop.
  private static let backlogLimit = 24

  /// An inbox that calls `wake` when something lies in it for the first time since it was emptied.
  package init(wake: @escaping @Sendable () -> Void) { self.wake = wake }

  /// Puts an action down.
  package func post(_ action: DashboardAction) {
    let isFirst = contents.withLock { contents in
      contents.actions.append(action)
      defer { contents.isAwake = true }
      return !contents.isAwake
    }
    if isFirst { wake() }
  }

  /// Puts an action down, and waits while the loop is behind.
  func deliver(_ action: DashboardAction) async {
    post(action)
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      let mustWait = contents.withLock { contents in
        guard contents.actions.count > Self.backlogLimit else { return false }
        contents.waiters.append(continuation)
        return true
      }
      if !mustWait { continuation.resume() }
    }
  }

  /// Takes everything out.
  func drain() -> [DashboardAction] {
    let (actions, waiters) = contents.withLock { contents in
      defer {
        contents.actions = []
        contents.waiters = []
        contents.isAwake = false
      }
      return (contents.actions, contents.waiters)
    }
    for waiter in waiters { waiter.resume() }
    return actions
  }
}
