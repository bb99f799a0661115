/// A container of a simulated engine, as the test or the demo describes it.
///
/// Images, volumes and networks that it names and the population lacks are made up when the engine starts.
public struct SimulatedContainer: Sendable {
  /// The name, without a slash; `[a-zA-Z0-9][a-zA-Z0-9_.-]*`.
  public var name: String
  /// The image's reference, such as `nginx:1.27-alpine`.
  public var image: String
  /// What the container does when the engine starts.
  public var state: State
  /// The container's labels.
  public var labels: [String: String]
  /// Program and arguments.
  public var command: [String]
  /// `NAME=value`, in order.
  public var environment: [String]
  /// Published and exposed ports.
  public var ports: [Port]
  /// Volumes and binds.
  public var mounts: [Mount]
  /// Names of networks; the first is the network mode. `host` and `none` stand alone.
  public var networks: [String]
  /// The health check, nil where there is none.
  public var health: HealthCheck?
  /// Whether it has a terminal: its logs are then raw, without frames.
  public var isTTY = false
  /// `no`, `always`, `unless-stopped` or `on-failure`.
  public var restartPolicy = "no"
  /// How long before the engine's start it was created.
  public var age: Duration = .seconds(7200)
  /// How long before the engine's start it was started, or ended.
  public var uptime: Duration = .seconds(3600)
  /// How CPU, memory and traffic move.
  public var usage: UsagePattern
  /// What it writes and how often.
  public var log: LogPattern
  /// Memory limit in bytes, 0 for none.
  public var memoryLimit: Int64 = 0
  /// CPU limit in billionths of a core, 0 for none.
  public var cpuLimit: Int64 = 0
  /// How long it takes to end after SIGTERM. Longer than the request's `t`: it is killed then, exit code 137.
  public var stopTime: Duration = .zero
  /// What happens to it by itself.
  public var temper: Temper = .steady

  /// A running container, quiet and steady unless told otherwise.
  public init(
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
