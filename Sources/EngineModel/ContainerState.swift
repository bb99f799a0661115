/// What a container is doing, as the engine says in one word (`State` of GET /containers/json).
public enum ContainerState: Hashable, Sendable {
  /// Made, never started.
  case created
  /// Its main process runs.
  case running
  /// Its processes are frozen.
  case paused
  /// It ended, and its restart policy will start it again.
  case restarting
  /// It is being removed.
  case removing
  /// Its main process ended.
  case exited
  /// It could not be removed as a whole.
  case dead
  /// Podman's word for a container whose processes ended but which is not cleaned up yet.
  case stopped
  /// A word that is not known here.
  case other(String)

  /// The state for the engine's word.
  public init(_ word: String) {
    switch word {
    case "created": self = .created
    case "running": self = .running
    case "paused": self = .paused
    case "restarting": self = .restarting
    case "removing": self = .removing
    case "exited": self = .exited
    case "dead": self = .dead
    case "stopped": self = .stopped
    default: self = .other(word)
    }
  }

  /// The engine's word.
  public var word: String {
    switch self {
    case .created: "created"
    case .running: "running"
    case .paused: "paused"
    case .restarting: "restarting"
    case .removing: "removing"
    case .exited: "exited"
    case .dead: "dead"
    case .stopped: "stopped"
    case .other(let word): word
    }
  }

  /// Whether the container has processes: running, or frozen.
  public var isAlive: Bool { self == .running || self == .paused }
}
