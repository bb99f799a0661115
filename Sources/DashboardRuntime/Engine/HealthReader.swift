import Dashboard
import EngineClient
import EngineModel
import EngineTransport
import Synchronization

/// Reads the health of containers where the engine's list leaves it out, as Podman's does.
final class HealthReader: Sendable {
  private let client: EngineClient
  private let inbox: EngineInbox
  /// What was read of each container last; `.none` for those that have no check, which are not asked again.
  private let known = Mutex<[ContainerID: HealthState]>([:])

  init(client: EngineClient, inbox: EngineInbox) {
    self.client = client
    self.inbox = inbox
  }

  /// The list with what is known already, so that a new list takes no health away.
  func completed(_ list: [ContainerSummary]) -> [ContainerSummary] {
    guard client.isPodman else { return list }
    let known = known.withLock { $0 }
    return list.map { container in
      guard container.health == .none, container.state == .running, let health = known[container.id] else {
        return container
      }
      var container = container
      container.health = health
      return container
    }
  }

  /// Begins to ask for the health of a list's containers, when nobody waits for something else.
  func read(_ list: [ContainerSummary]) {
    guard client.isPodman else { return }
    let known = known.withLock { $0 }
    let asked = list.filter { $0.health == .none && known[$0.id] != HealthState.none }
    guard !asked.isEmpty else { return }
    Task {
      await Urgency.$current.withValue(.clock) {
        let found = await client.health(of: asked)
        self.known.withLock { $0.merge(found) { $1 } }
        inbox.post(EngineUpdate.health(found))
      }
    }
  }

  /// Forgets containers that are gone.
  func forget(except list: [ContainerSummary]) {
    let ids = Set(list.map(\.id))
    known.withLock { known in known = known.filter { ids.contains($0.key) } }
  }
}
