import Dashboard
import EngineClient
import EngineModel
import Synchronization

/// Hands on events that change nothing, a second's worth at once: health checks alone make three each time they run, and
/// the loop is not woken for each.
final class QuietEvents: Sendable {
  private struct State {
    var events: [EngineEvent] = []
    var unread = 0
    var isWaiting = false
  }

  private let inbox: EngineInbox
  private let state = Mutex(State())

  /// The most of a second that are handed on; of the rest only the number is.
  private static let limit = 200

  init(inbox: EngineInbox) { self.inbox = inbox }

  func add(_ event: EngineEvent) {
    let isFirst = state.withLock { state in
      if state.events.count < Self.limit { state.events.append(event) } else { state.unread += 1 }
      defer { state.isWaiting = true }
      return !state.isWaiting
    }
    guard isFirst else { return }
    Task {
      try? await Task.sleep(for: .seconds(1))
      let (events, unread) = state.withLock { state in
        defer { state = State() }
        return (state.events, state.unread)
      }
      inbox.post(EngineUpdate.quietEvents(events, unread: unread))
    }
  }
}
