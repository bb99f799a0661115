import EngineModel

extension DashboardState {
  /// Takes in what the engine said.
  mutating func take(_ news: EngineNews) -> [Effect] {
    switch news {
    case .connected(let version, let info):
      facts.version = version
      facts.info = info ?? facts.info
    case .live:
      return becomeLive()
    case .lost(let trouble):
      return lose(trouble)
    case .containers(let list):
      facts.containers = Dictionary(list.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
      containersChanged()
      return keepEnds()
    case .someContainers(let asked, let found):
      for id in asked { facts.containers[id] = nil }
      for container in found { facts.containers[container.id] = container }
      containersChanged()
      return keepEnds()
    case .images(let list):
      facts.images = Dictionary(list.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
      markStale(.images)
    case .volumes(let list):
      facts.volumes = Dictionary(list.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
      markStale(.volumes)
    case .networks(let list):
      facts.networks = Dictionary(list.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
      markStale(.networks)
    case .volumeSizes(let sizes):
      facts.volumeSizes = sizes
      markStale(.volumes)
      refreshPruneQuestion()
    case .event(let event):
      return react(to: event)
    case .document(let subject, let result):
      documents[subject] = LoadedDocument(result, previous: documents[subject])
    case .processes(let id, let result):
      processes.take(id, result)
    }
    return []
  }

  private mutating func becomeLive() -> [Effect] {
    let wasLost = connection != .live && connection != .connecting
    connection = .live
    for subject in documents.keys { documentRevisions[subject, default: 0] += 1 }
    logs.resume()
    return wasLost ? notify(Notice(.success, "the engine is back")) : []
  }

  private mutating func lose(_ trouble: EngineTrouble) -> [Effect] {
    connection = .lost(trouble)
    facts.ended = [:]
    for index in jobs.indices where jobs[index].outcome == nil {
      jobs[index].outcome = .failed("the engine went away before it answered")
    }
    return []
  }

  /// Says that containers have changed, and with them all that is made of them.
  mutating func containersChanged() {
    facts.containersChanged()
    markStale(.stacks, .containers, .images, .volumes, .networks)
  }
}
