/// A container of a simulated engine, as the test or the demo describes it.
///
/// Images, volumes and networks that it names and the population lacks are made up when the engine starts.
package struct SimulatedContainer: Sendable {
  /// The name, without a slash; `[a-zA-Z0-9][a-zA-Z0-9_.-]*`.
  package var name: String
  /// The image's reference, such as `nginx:1.27-alpine`.
  package var image: String
  /// What the container does when the engine starts.
  package var state: State
  /// The container's labels.
  package var labels: [String: String]
  /// Program and arguments.
  package var command: [String]
  /// `NAME=value`, in order.
  package var environment: [String]
  /// Published and exposed ports.
  package var ports: [Port]
  /// Volumes and binds.
  package var mounts: [Mount]
  /// Names of networks; the first is the network mode. `host` and `none` stand alone.
  package var networks: [String]
  /// The health check, nil where there is none.
  package var health: HealthCheck?
  /// Whether it has a terminal: its logs are then raw, without frames.
  package var isTTY = false
  /// `no`, `always`, `unless-stopped` or `on-failure`.
  package var restartPolicy = "no"
  /// How long before the engine's start it was created.
  package var age: Duration = .seconds(7200)
  /// How long before the engine's start it was started, or ended.
  package var uptime: Duration = .seconds(3600)
  /// How CPU, memory and traffic move.
  package var usage: UsagePattern
  /// What it writes and how often.
  package var log: LogPattern
  /// Memory limit in bytes, 0 for none.
  package var memoryLimit: Int64 = 0
  /// CPU limit in billionths of a core, 0 for none.
  package var cpuLimit: Int64 = 0
  /// How long it takes to end after SIGTERM. Longer than the request's `t`: it is killed then, exit code 137.
  package var stopTime: Duration = .zero
  /// The seconds that it asks for between SIGTERM and SIGKILL; nil for the engine's own.
  package var stopTimeout: Int?
  /// What happens to it by itself.
  package var temper: Temper = .steady

  /// A running container, quiet and steady unless told otherwise.
  package init(
    name: String, image: String = "busybox:1.36", state: State = .running, labels: [String: String] = [:],
    command: [String] = ["sleep", "infinity"], environment: [String] = [], ports: [Port] = [],
    mounts: [Mount] = [], networks: [String] = ["bridge"], health: HealthCheck? = nil,
    usage: UsagePattern = .idle, log: LogPattern = .silent
  ) {
    self.name = name
    self.image = image
    self.state = state
    self.labels = labels
    self.command = command
    self.environment = environment
    self.ports = ports
    self.mounts = mounts
    self.networks = networks
    self.health = health
    self.usage = usage
    self.log = log
  }
}
