/// A container as GET /containers/json lists it.
public struct ContainerSummary: Hashable, Sendable, Identifiable {
  /// The container's id.
  public var id: ContainerID
  /// Its names without the leading "/"; those with a further "/" are links of other containers to it.
  public var names: [String] {
    didSet { name = Self.ownName(names, id) }
  }
  /// The container's own name (links carry a "/"); the short id where it has none. Kept with `names`, since every list
  /// is sorted by it.
  public private(set) var name: String
  /// The image as it was named at creation, or an id where that name is gone.
  public var image: String
  /// The image's id.
  public var imageID: ImageID
  /// The command line, as one text.
  public var command: String
  /// When it was made.
  public var created: Timestamp
  /// What it does.
  public var state: ContainerState
  /// The engine's own words: "Up 2 hours (healthy)", "Exited (137) 3 minutes ago".
  public var status: String
  /// What its health check says.
  public var health: HealthState
  /// The code that it ended with, read from `status`; nil while it runs or was never started.
  public var exitCode: Int?
  /// Whether the kernel has ended it for want of memory. The list does not tell: only its own document does
  /// (`State.OOMKilled`).
  public var oomKilled = false
  /// Its ports, published or not.
  public var ports: [PortBinding]
  /// Its labels.
  public var labels: [String: String]
  /// What is mounted into it.
  public var mounts: [MountPoint]
  /// The networks it is in, in the engine's order.
  public var networks: [NetworkAttachment]
  /// `HostConfig.NetworkMode`: "bridge", "host", "none", "container:ID" or a network's name.
  public var networkMode: String

  /// A container as given; what is left out is empty.
  public init(
    id: ContainerID, names: [String], image: String = "", imageID: ImageID = "", command: String = "",
    created: Timestamp = Timestamp(nanoseconds: 0), state: ContainerState = .running, status: String = "",
    health: HealthState = .none, exitCode: Int? = nil, ports: [PortBinding] = [],
    labels: [String: String] = [:], mounts: [MountPoint] = [], networks: [NetworkAttachment] = [],
    networkMode: String = ""
  ) {
    self.id = id
    self.names = names
    name = Self.ownName(names, id)
    self.image = image
    self.imageID = imageID
    self.command = command
    self.created = created
    self.state = state
    self.status = status
    self.health = health
    self.exitCode = exitCode
    self.ports = ports
    self.labels = labels
    self.mounts = mounts
    self.networks = networks
    self.networkMode = networkMode
  }
}

extension ContainerSummary {
  private static func ownName(_ names: [String], _ id: ContainerID) -> String {
    names.first { !$0.utf8.contains(0x2F) } ?? names.first ?? id.short
  }

  /// What Compose wrote into the labels.
  public var compose: ComposeLabels { ComposeLabels(labels) }

  /// The task of a Swarm that it runs; nil where no swarm made it.
  public var swarm: SwarmLabels? { SwarmLabels(labels) }

  /// The Compose project that it belongs to.
  public var project: ProjectName? { compose.project }

  /// The Compose service that it runs.
  public var service: ServiceName? { compose.service }

  /// The replica's number within its service.
  public var containerNumber: Int? { compose.containerNumber }

  /// Whether `compose run` made it.
  public var isOneOff: Bool { compose.isOneOff }

  /// The folder of its project, on the machine where Compose ran.
  public var projectWorkingDirectory: String? { compose.workingDirectory }

  /// The files of its project, in merge order.
  public var projectConfigFiles: [String] { compose.configFiles }

  /// The code in the engine's words "Exited (137) 3 minutes ago", "Restarting (3) 2 seconds ago"; nil for others.
  public static func exitCode(inStatus status: String) -> Int? {
    guard status.hasPrefix("Exited (") || status.hasPrefix("Restarting ("),
      let open = status.firstIndex(of: "("), let close = status.firstIndex(of: ")"), open < close
    else { return nil }
    return Int(status[status.index(after: open)..<close])
  }
}
