/// What a container's health check last said (`Health.Status`).
public enum HealthState: Hashable, Sendable {
  /// It has no health check.
  case none
  /// The check has not passed yet, within its start period.
  case starting
  /// The last check passed.
  case healthy
  /// Too many checks in a row did not pass.
  case unhealthy
  /// A word that is not known here.
  case other(String)

  /// The state for the engine's word; "" counts as none.
  public init(_ word: String) {
    switch word {
    case "", "none": self = .none
    case "starting": self = .starting
    case "healthy": self = .healthy
    case "unhealthy": self = .unhealthy
    default: self = .other(word)
    }
  }

  /// Reads the health out of the text that engines before API 1.52 give alone: "Up 2 hours (healthy)".
  public init(statusText: String) {
    if statusText.hasSuffix("(healthy)") {
      self = .healthy
    } else if statusText.hasSuffix("(unhealthy)") {
      self = .unhealthy
    } else if statusText.hasSuffix("(health: starting)") {
      self = .starting
    } else {
      self = .none
    }
  }

  /// The engine's word.
  public var word: String {
    switch self {
    case .none: "none"
    case .starting: "starting"
    case .healthy: "healthy"
    case .unhealthy: "unhealthy"
    case .other(let word): word
    }
  }
}
