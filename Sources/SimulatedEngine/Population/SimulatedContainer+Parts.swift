extension SimulatedContainer {
  /// What a container does.
  package enum State: Sendable, Hashable {
    /// Created and never started.
    case created
    /// Running.
    case running
    /// Running, but frozen.
    case paused
    /// Between two starts by its restart policy; the code is that of the last end.
    case restarting(code: Int)
    /// Ended with an exit code.
    case exited(code: Int)
    /// Could not be removed.
    case dead
  }

  /// What happens to a container by itself while the clock runs.
  package enum Temper: Sendable, Hashable {
    /// Nothing.
    case steady
    /// Its health fails after each `every`, for `duration`.
    case sickens(every: Duration, duration: Duration)
    /// It ends after each `every`, and its restart policy brings it back after `pause`.
    case crashes(every: Duration, code: Int, pause: Duration)
  }

  /// A port of a container.
  package struct Port: Sendable, Hashable {
    /// The port inside.
    package var inside: Int
    /// The port on the host; nil when only exposed.
    package var published: Int?
    /// `tcp`, `udp` or `sctp`.
    package var transport: String

    /// A port, exposed only where `published` is nil.
    package init(_ inside: Int, published: Int? = nil, transport: String = "tcp") {
      self.inside = inside
      self.published = published
      self.transport = transport
    }
  }

  /// A mount of a container.
  package struct Mount: Sendable, Hashable {
    /// The volume's name, or the host's absolute path.
    package var source: String
    /// Where it appears inside.
    package var destination: String
    /// Whether it cannot be written.
    package var isReadOnly: Bool

    /// A bind where `source` begins with a slash, else a named volume.
    package init(_ source: String, at destination: String, isReadOnly: Bool = false) {
      self.source = source
      self.destination = destination
      self.isReadOnly = isReadOnly
    }

    /// Whether the source is a folder of the host.
    package var isBind: Bool { source.hasPrefix("/") }
  }

  /// A health check and its present result.
  package struct HealthCheck: Sendable, Hashable {
    /// The command, for `CMD-SHELL`.
    package var test: String
    /// The time between two checks.
    package var interval: Duration
    /// The present result.
    package var status: HealthStatus

    /// A check that passes every 30 seconds unless told otherwise.
    package init(
      _ test: String = "curl -fs http://localhost/healthz", every interval: Duration = .seconds(30),
      status: HealthStatus = .healthy
    ) {
      self.test = test
      self.interval = interval
      self.status = status
    }
  }

  /// The result of a health check.
  package enum HealthStatus: String, Sendable, Hashable {
    /// Not checked often enough yet.
    case starting
    /// The last check passed.
    case healthy
    /// The last checks failed.
    case unhealthy
  }
}
