/// How an engine is set up and what it holds (GET /info).
public struct EngineInfo: Hashable, Sendable {
  /// The host's name.
  public var name: String
  /// The engine's id; empty where it has none.
  public var id: String
  /// The engine's own version.
  public var serverVersion: String
  /// The number of cores.
  public var ncpu: Int
  /// The host's memory in bytes.
  public var memTotal: UInt64
  /// All containers.
  public var containers: Int
  /// Those that run.
  public var containersRunning: Int
  /// Those that are paused.
  public var containersPaused: Int
  /// Those that do neither.
  public var containersStopped: Int
  /// All images.
  public var images: Int
  /// The storage driver: "overlay2".
  public var driver: String
  /// "1" or "2"; empty where the engine does not say (before API 1.41).
  public var cgroupVersion: String
  /// "cgroupfs" or "systemd".
  public var cgroupDriver: String
  /// The log driver of containers that name none.
  public var loggingDriver: String
  /// The node's place in a Swarm.
  public var swarm: SwarmState
  /// The operating system's name: "Debian GNU/Linux 12 (bookworm)".
  public var osName: String
  /// Security options as the engine writes them: "name=seccomp,profile=default".
  public var securityOptions: [String]
  /// What the engine itself warns of.
  public var warnings: [String]

  /// Facts as given; what is left out is empty.
  public init(
    name: String, id: String = "", serverVersion: String = "", ncpu: Int = 0, memTotal: UInt64 = 0,
    containers: Int = 0, containersRunning: Int = 0, containersPaused: Int = 0, containersStopped: Int = 0,
    images: Int = 0, driver: String = "", cgroupVersion: String = "", cgroupDriver: String = "",
    loggingDriver: String = "", swarm: SwarmState = .inactive, osName: String = "",
    securityOptions: [String] = [], warnings: [String] = []
  ) {
    self.name = name
    self.id = id
    self.serverVersion = serverVersion
    self.ncpu = ncpu
    self.memTotal = memTotal
    self.containers = containers
    self.containersRunning = containersRunning
    self.containersPaused = containersPaused
    self.containersStopped = containersStopped
    self.images = images
    self.driver = driver
    self.cgroupVersion = cgroupVersion
    self.cgroupDriver = cgroupDriver
    self.loggingDriver = loggingDriver
    self.swarm = swarm
    self.osName = osName
    self.securityOptions = securityOptions
    self.warnings = warnings
  }

  /// Whether the engine runs without root's rights.
  public var isRootless: Bool { securityOptions.contains { $0.hasPrefix("name=rootless") } }
}

/// A node's place in a Swarm (`Swarm` of GET /info).
public struct SwarmState: Hashable, Sendable {
  /// "inactive", "pending", "active", "error" or "locked".
  public var nodeState: String
  /// Whether the node is a manager: Swarm's resources can be asked for here.
  public var isManager: Bool

  /// A state as given.
  public init(nodeState: String, isManager: Bool) {
    self.nodeState = nodeState
    self.isManager = isManager
  }

  /// No Swarm.
  public static let inactive = SwarmState(nodeState: "inactive", isManager: false)
}
