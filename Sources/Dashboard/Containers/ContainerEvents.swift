import EngineModel

extension ContainersPane {
  /// Events that change nothing on the screen cost nothing: a health check alone makes three of them each time it runs.
  static func react(to event: EngineEvent, _ engine: inout EngineState) -> [EngineOutcome] {
    let id = ContainerID(event.actorID)
    guard event.changesScreen else { return [] }
    var outcomes: [EngineOutcome] = []
    switch event.baseAction {
    case "health_status": return takeHealth(event.actionDetail, of: id, &engine)
    case "destroy":
      engine.facts.remove(id)
      engine.runs.forget(id)
      engine.restarts.forget(id)
      return []
    case "die":
      let end = RunEnd(death: event)
      engine.facts.end(id, exitCode: end.exitCode)
      engine.runs.add(end, of: id)
    case "pause": engine.facts.setState(.paused, of: id)
    case "unpause": engine.facts.setState(.running, of: id)
    case "start", "restart":
      engine.facts.start(id)
      outcomes.append(.started(id))
    default: break
    }
    engine.documents.readAgain(.container(id))
    engine.documents.readAgain(.events(id))
    engine.restarts.readAgain(id)
    return outcomes + [.refresh([.container(id)])]
  }

  /// The event says the health itself, so nothing is asked.
  private static func takeHealth(
    _ word: String?, of id: ContainerID, _ engine: inout EngineState
  ) -> [EngineOutcome] {
    guard let word, engine.facts.containers[id] != nil else { return [.refresh([.container(id)])] }
    engine.facts.setHealth(HealthState(word), of: id)
    return []
  }
}
