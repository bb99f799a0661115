extension ContainerRecord {
  /// The status in the words of `docker ps`: `Up 3 minutes (healthy)`, `Exited (137) 2 hours ago` …
  func status(at now: EngineInstant, withHealth: Bool = true) -> String {
    let age = { (instant: EngineInstant?) in (instant.map { now.since($0) } ?? .zero).humanText }
    switch phase {
    case .created: return "Created"
    case .dead: return "Dead"
    case .restarting: return "Restarting (\(exitCode)) \(age(finishedAt)) ago"
    case .exited: return "Exited (\(exitCode)) \(age(finishedAt)) ago"
    case .paused: return "Up \(age(startedAt)) (Paused)"
    case .running: return "Up \(age(startedAt))" + (withHealth ? healthSuffix : "")
    }
  }

  private var healthSuffix: String {
    switch health {
    case nil: ""
    case .starting: " (health: starting)"
    case .healthy: " (healthy)"
    case .unhealthy: " (unhealthy)"
    }
  }
}
