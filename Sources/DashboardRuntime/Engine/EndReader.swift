import Dashboard
import EngineClient
import EngineModel
import EngineTransport
import Synchronization

/// Reads of containers that SIGKILL has ended whether the kernel did it for want of memory, which the engine's list
/// leaves out (`State.OOMKilled` of GET /containers/{id}/json).
final class EndReader: Sendable {
  private let client: EngineClient
  private let inbox: EngineInbox
  /// What was read of each container since it ended.
  private let known = Mutex<[ContainerID: Bool]>([:])

  /// The code of a process that SIGKILL has ended: 128 and the number of the signal.
  private static let killed = 137
  /// The most containers that are asked about at once: a host full of corpses is no reason to keep an engine busy.
  private static let limit = 40

  init(client: EngineClient, inbox: EngineInbox) {
    self.client = client
    self.inbox = inbox
  }

  /// The list with what is known already, so that a new list takes nothing away.
  func completed(_ list: [ContainerSummary]) -> [ContainerSummary] {
    let known = known.withLock { $0 }
    guard known.values.contains(true) else { return list }
    return list.map { container in
      guard Self.isKilled(container), known[container.id] == true else { return container }
      var container = container
      container.oomKilled = true
      return container
    }
  }

  /// Begins to ask about those of a list that are not known yet, or about all of them where they have just ended, when
  /// nobody waits for something else.
  func read(_ list: [ContainerSummary], anew: Bool = false) {
    let asked = known.withLock { known in
      for container in list where !Self.isKilled(container) || anew { known[container.id] = nil }
      let asked = list.filter { Self.isKilled($0) && known[$0.id] == nil }.prefix(Self.limit)
      for container in asked { known[container.id] = false }
      return asked.map(\.id)
    }
    guard !asked.isEmpty else { return }
    Task {
      await Urgency.$current.withValue(.clock) {
        for id in asked {
          guard let run = try? await client.container(id).run, run.oomKilled else { continue }
          known.withLock { $0[id] = true }
          inbox.post(EngineUpdate.outOfMemory(id))
        }
      }
    }
  }

  /// Forgets containers that are gone.
  func forget(except list: [ContainerSummary]) {
    let ids = Set(list.map(\.id))
    known.withLock { known in known = known.filter { ids.contains($0.key) } }
  }

  private static func isKilled(_ container: ContainerSummary) -> Bool {
    container.exitCode == killed && container.state == .exited
  }
}
