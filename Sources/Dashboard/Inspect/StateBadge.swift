import EngineModel
import TerminalUI

/// A container's state as a glyph and as a word: never as a colour alone.
enum StateBadge {
  static func bullet(of container: ContainerSummary, _ glyphs: GlyphSet) -> StyledText {
    let glyph: Character =
      switch container.state {
      case .running: glyphs.full
      case .paused: glyphs.half
      case .created: glyphs.dotted
      case .restarting, .removing: glyphs.dotted
      case .exited, .stopped, .dead: hasFailed(container) ? glyphs.cross : glyphs.hollow
      case .other: glyphs.dotted
      }
    return StyledText(String(glyph), Style(role(of: container)))
  }

  /// The one word that says most: what davit is doing with it, its health while it runs, how it ended, its state.
  static func word(of container: ContainerSummary, _ engine: EngineState) -> StyledText {
    if let job = engine.jobs.active(on: container.id) {
      return StyledText(job.work.verb.progress, Style(.starting))
    }
    let text: String =
      switch container.state {
      case .running: container.health == .none ? "running" : container.health.word
      case .exited where container.oomKilled: "oom"
      case .exited: container.exitCode.map { $0 == 0 ? "exited" : "exit \($0)" } ?? "exited"
      default: container.state.word
      }
    return StyledText(text, Style(role(of: container)))
  }

  static func role(of container: ContainerSummary) -> Role {
    switch container.state {
    case .running:
      switch container.health {
      case .healthy: .healthy
      case .unhealthy: .unhealthy
      case .starting: .starting
      default: .running
      }
    case .paused: .paused
    case .created: .created
    case .restarting: .restarting
    case .removing: .removing
    case .exited, .stopped: hasFailed(container) ? .failed : .exited
    case .dead: .dead
    case .other: .unknown
    }
  }

  /// Whether the container ended by itself in a way that somebody should look at.
  static func hasFailed(_ container: ContainerSummary) -> Bool {
    guard container.state == .exited || container.state == .dead else { return false }
    return (container.exitCode ?? 0) != 0
  }

  /// The order of states in a sort: what needs eyes first.
  static func rank(_ state: ContainerState) -> Double {
    switch state {
    case .restarting: 0
    case .dead: 1
    case .running: 2
    case .paused: 3
    case .created: 4
    case .exited, .stopped: 5
    case .removing: 6
    case .other: 7
    }
  }
}

extension StateBadge {
  /// The order of containers by how much they need eyes.
  static func urgency(_ container: ContainerSummary) -> Int {
    if container.state == .restarting || container.state == .dead || hasFailed(container) { return 0 }
    if container.health == .unhealthy { return 1 }
    if container.state != .running { return 2 }
    return container.health == .starting ? 3 : 4
  }
}
