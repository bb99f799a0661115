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

  /// How many seconds an engine may take to tell what it has in memory.
  private static let patience = 10

  /// The events, as far as they come in time.
  private func pastEnds(of id: ContainerID, since created: Timestamp) async -> [EngineEvent] {
    let client = client
    return await Patience.seconds(Self.patience, otherwise: []) {
      (try? await client.pastEvents(of: id, "die", since: created, until: HostClock.now)) ?? []
    }
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
        let events = await pastEnds(of: details.id, since: created)
        guard !events.isEmpty else { return }
        inbox.post(EngineUpdate.pastEnds(details.id, events.map(RunEnd.init(death:))))
      }
    }
  }
}
