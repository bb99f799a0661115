import EngineModel
import TerminalUI

/// What a group of containers comes to in one word.
enum StackSummary {
  /// The most urgent word, how it is drawn, and how many it is true of; nil where it is told how many run of how many.
  static func word(_ containers: [ContainerSummary]) -> (count: Int?, word: String, role: Role) {
    let troubles: [(String, Role, (ContainerSummary) -> Bool)] = [
      ("restarting", .restarting, { $0.state == .restarting }),
      ("unhealthy", .unhealthy, { $0.state == .running && $0.health == .unhealthy }),
      ("failed", .failed, StateBadge.hasFailed),
      ("paused", .paused, { $0.state == .paused }),
    ]
    for (word, role, isTrue) in troubles {
      let count = containers.count(where: isTrue)
      if count > 0 { return (count, word, role) }
    }
    if containers.contains(where: { $0.state == .running && $0.health == .starting }) {
      return (nil, "starting", .starting)
    }
    let isRunning = containers.contains { $0.state == .running }
    return isRunning ? (nil, "running", .running) : (nil, "down", .exited)
  }

  /// `3 healthy`, or what is not.
  static func health(_ containers: [ContainerSummary]) -> StyledText {
    let checked = containers.filter { $0.state == .running && $0.health != .none }
    guard !checked.isEmpty else { return "" }
    for (health, role) in [(HealthState.unhealthy, Role.unhealthy), (.starting, .starting)] {
      let count = checked.count { $0.health == health }
      if count > 0 { return StyledText("\(count) \(health.word)", Style(role)) }
    }
    return StyledText("\(checked.count) healthy", Style(.healthy))
  }
}
