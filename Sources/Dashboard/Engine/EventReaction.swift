import EngineModel

extension EngineEvent {
  /// Container events that change nothing on the screen: either nothing has changed (`exec_*`, `top`, `attach`), or
  /// another event says what has (`die` after `kill` and `stop`).
  private static let quiet: Set<String> = [
    "exec_create", "exec_start", "exec_die", "exec_detach", "top", "attach", "detach", "resize", "export",
    "archive-path", "extract-to-dir", "copy", "kill", "stop", "oom", "commit",
  ]

  /// Whether the event can mean anything for the screen.
  package var changesScreen: Bool { kind != .container || !Self.quiet.contains(baseAction) }
}

extension DashboardState {
  /// What an event means for the screen: the facts it carries are taken as they are, and only what it leaves open is
  /// asked for. Events that change nothing on the screen cost nothing: a health check alone makes three of them each
  /// time it runs.
  mutating func react(to event: EngineEvent) -> [Effect] {
    switch event.kind {
    case .container: return reactToContainer(event)
    case .image: return [.refresh([.images])]
    case .volume: return reactToVolume(event)
    case .network: return reactToNetwork(event)
    default: return []
    }
  }

  private mutating func reactToContainer(_ event: EngineEvent) -> [Effect] {
    let id = ContainerID(event.actorID)
    guard event.changesScreen else { return [] }
    switch event.baseAction {
    case "health_status":
      return takeHealth(event.actionDetail, of: id)
    case "destroy":
      facts.containers[id] = nil
      facts.ended[id] = nil
      containersChanged()
      return []
    case "die":
      let exitCode = event.attributes["exitCode"].flatMap { Int($0) }
      facts.ended[id] = .some(exitCode)
      setState(.exited, of: id, exitCode: exitCode)
    case "pause": setState(.paused, of: id)
    case "unpause": setState(.running, of: id)
    case "start", "restart": containerStarted(id)
    default: break
    }
    documentChanged(.container(id))
    return [.refresh([.container(id)])]
  }

  /// The event says the health itself, so nothing is asked.
  private mutating func takeHealth(_ word: String?, of id: ContainerID) -> [Effect] {
    guard let word, let health = Optional(HealthState(word)), facts.containers[id] != nil else {
      return [.refresh([.container(id)])]
    }
    if facts.containers[id]?.health != health {
      facts.containers[id]?.health = health
      markStale(.containers, .stacks)
    }
    return []
  }

  private mutating func setState(_ state: ContainerState, of id: ContainerID, exitCode: Int? = nil) {
    guard facts.containers[id] != nil else { return }
    facts.containers[id]?.state = state
    facts.containers[id]?.exitCode = exitCode
    facts.containers[id]?.status = ""
    containersChanged()
  }

  /// Keeps the end of containers that a list, older than the event, has as running; asks for those again.
  mutating func keepEnds() -> [Effect] {
    var again: Set<RefreshTarget> = []
    for (id, exitCode) in facts.ended {
      if facts.containers[id]?.state == .running {
        setState(.exited, of: id, exitCode: exitCode)
        again.insert(.container(id))
      } else {
        facts.ended[id] = nil
      }
    }
    return again.isEmpty ? [] : [.refresh(again)]
  }

  private mutating func containerStarted(_ id: ContainerID) {
    facts.ended[id] = nil
    setState(.running, of: id)
    logs.containerStarted(id)
  }

  private mutating func reactToVolume(_ event: EngineEvent) -> [Effect] {
    switch event.baseAction {
    case "create", "destroy", "prune":
      return [.refresh([.volumes])]
    default:
      // mount and unmount come with a container, whose own events say the rest.
      return []
    }
  }

  private mutating func reactToNetwork(_ event: EngineEvent) -> [Effect] {
    documentChanged(.network(NetworkID(event.actorID)))
    switch event.baseAction {
    case "connect", "disconnect":
      guard let container = event.attributes["container"], !container.isEmpty else { return [] }
      return [.refresh([.container(ContainerID(container))])]
    default:
      return [.refresh([.networks])]
    }
  }

  /// Has a document read again if it is known.
  mutating func documentChanged(_ subject: DocumentSubject) {
    if documents[subject] != nil || documentRevisions[subject] != nil {
      documentRevisions[subject, default: 0] += 1
    }
  }
}
