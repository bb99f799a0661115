import EngineModel
import TerminalUI

/// What a group of containers comes to in one word.
enum StackSummary {
  /// The most urgent word, and how it is drawn.
  static func word(_ containers: [ContainerSummary]) -> (String, Role) {
    if containers.contains(where: { $0.state == .restarting }) { return ("restart", .restarting) }
    if containers.contains(where: { $0.state == .running && $0.health == .unhealthy }) {
      return ("sick", .unhealthy)
    }
    if containers.contains(where: StateBadge.hasFailed) { return ("failed", .failed) }
    if containers.contains(where: { $0.state == .paused }) { return ("paused", .paused) }
    if containers.contains(where: { $0.state == .running && $0.health == .starting }) {
      return ("starting", .starting)
    }
    if containers.contains(where: { $0.state == .running }) { return ("run", .running) }
    return ("down", .exited)
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
