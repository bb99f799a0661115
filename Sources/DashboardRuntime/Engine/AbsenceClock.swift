import Dashboard
import EngineClient
import Synchronization

/// Tells each second for how long a lost engine has said nothing.
final class AbsenceClock: Sendable {
  private let client: EngineClient
  private let inbox: EngineInbox
  private let ticking = Mutex<Task<Void, Never>?>(nil)

  init(client: EngineClient, inbox: EngineInbox) {
    self.client = client
    self.inbox = inbox
  }

  /// Begins, or goes on with another reason; an engine that has never said anything has no age.
  func start(isSilent: Bool) {
    let (client, inbox) = (client, inbox)
    let task = Task {
      while !Task.isCancelled, let silence = client.silence {
        inbox.post(EngineUpdate.absent(Absence(seconds: Int(silence.components.seconds), isSilent: isSilent)))
        try? await Task.sleep(for: .seconds(1) - .nanoseconds(silence.components.attoseconds / 1_000_000_000))
      }
    }
    replace(by: task)
  }

  /// Ends.
  func stop() { replace(by: nil) }

  private func replace(by task: Task<Void, Never>?) {
    ticking.withLock { old in
      old?.cancel()
      old = task
    }
  }
}
