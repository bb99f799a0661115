import Dashboard
import EngineClient
import EngineModel
import EngineTransport
import Synchronization

/// Asks how earlier runs of a container have ended: the engine keeps its last 256 events (GET /events with `since` and
/// `until`). Once for each container in a run of davit; what happens from then on comes by itself.
final class RunHistory: Sendable {
  private let client: EngineClient
  private let inbox: EngineInbox
  private let asked = Mutex<Set<ContainerID>>([])

  /// The most containers that are remembered as asked.
  private static let limit = 1_000

  init(client: EngineClient, inbox: EngineInbox) {
    self.client = client
    self.inbox = inbox
  }

  /// Begins to ask about a container that has run before, when nobody waits for something else.
  func read(_ details: ContainerDetails) {
    guard let created = details.created, details.run.finishedAt != nil else { return }
    let isNew = asked.withLock { asked in
      if asked.count > Self.limit { asked = [] }
      return asked.insert(details.id).inserted
    }
    guard isNew else { return }
    Task {
      await Urgency.$current.withValue(.clock) {
        let events = await client.rememberedEvents(of: details.id, "die", since: created)
        guard !events.isEmpty else { return }
        inbox.post(EngineUpdate.pastEnds(details.id, events.map(RunEnd.init(death:))))
      }
    }
  }
}
