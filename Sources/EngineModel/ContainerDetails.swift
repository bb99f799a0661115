/// A container as GET /containers/{id}/json describes it.
public struct ContainerDetails: Hashable, Sendable, Identifiable {
  /// The container's id.
  public var id: ContainerID
  /// Its name without the leading "/".
  public var name: String
  /// The image as it was named at creation (`Config.Image`).
  public var image: String
  /// The image's id.
  public var imageID: ImageID
  /// When it was made.
  public var created: Timestamp?
  /// How it is now.
  public var run: ContainerRun
  /// Its health check's last answers; nil where it has none.
  public var health: HealthRecord?
  /// How often its restart policy has started it again.
  public var restartCount: Int
  /// What runs in it.
  public var process: ContainerProcess
  /// Its labels.
  public var labels: [String: String]
  /// What it may use and do.
  public var host: HostSettings
  /// What is mounted into it.
  public var mounts: [MountPoint]
  /// The networks it is in.
  public var networks: [NetworkAttachment]
  /// Its ports, published or not.
  public var ports: [PortBinding]
  /// The engine's whole answer.
  public var document: JSONValue

  /// What Compose wrote into the labels.
  public var compose: ComposeLabels { ComposeLabels(labels) }

  /// The task of a Swarm that it runs; nil where no swarm made it.
  public var swarm: SwarmLabels? { SwarmLabels(labels) }
}

/// How a container is doing (`State` of GET /containers/{id}/json).
public struct ContainerRun: Hashable, Sendable {
  /// What it does.
  public var state: ContainerState
  /// When its process last started; nil if it never did.
  public var startedAt: Timestamp?
  /// When its process last ended; nil if it never did.
  public var finishedAt: Timestamp?
  /// The code that it last ended with; 0 while it was never started.
  public var exitCode: Int
  /// Whether the kernel ended it for want of memory.
  public var oomKilled: Bool
  /// Why it could not be started, in the engine's words; empty if it could.
  public var error: String
  /// Its main process' id on the host; 0 while it does not run.
  public var pid: Int
}

/// What runs in a container (`Config` of GET /containers/{id}/json).
public struct ContainerProcess: Hashable, Sendable {
  /// Whether it has a terminal: its log is then raw bytes instead of frames.
  public var tty: Bool
  /// Whether its standard input stays open.
  public var openStdin: Bool
  /// Its environment as "NAME=value".
  public var env: [String]
  /// The entry point; empty where there is none.
  public var entrypoint: [String]
  /// The command, or the arguments of the entry point.
  public var cmd: [String]
  /// The user that it runs as; empty for the image's own.
  public var user: String
  /// The folder that it starts in; empty for "/".
  public var workingDir: String
  /// Its host name.
  public var hostname: String
  /// How long it may take to end before it is killed, in seconds, -1 for as long as it likes; nil where none is set and
  /// the engine's 10 count.
  public var stopTimeout: Int?
}

/// What a container may use and do (`HostConfig` of GET /containers/{id}/json).
public struct HostSettings: Hashable, Sendable {
  /// "no", "always", "unless-stopped", "on-failure"; empty counts as "no".
  public var restartPolicy: String
  /// How often "on-failure" tries; 0 for without end.
  public var restartLimit: Int
  /// The log driver: "json-file", "local", "none", …
  public var logDriver: String
  /// Memory in bytes; nil for as much as there is.
  public var memoryLimit: UInt64?
  /// CPU time in billionths of a core; nil for as much as there is.
  public var nanoCPUs: UInt64?
  /// The number of processes; nil for as many as there may be.
  public var pidsLimit: Int?
  /// Whether its root file system cannot be written.
  public var readOnlyRoot: Bool
  /// Whether it has every right on the host.
  public var privileged: Bool
  /// Capabilities beyond the default set.
  public var capAdd: [String]
  /// Capabilities taken from the default set.
  public var capDrop: [String]
  /// Security options: "no-new-privileges", "seccomp=…".
  public var securityOpt: [String]
  /// "bridge", "host", "none", "container:ID" or a network's name.
  public var networkMode: String
}

/// A health check's last answers (`State.Health` of GET /containers/{id}/json).
public struct HealthRecord: Hashable, Sendable {
  /// What the check says.
  public var status: HealthState
  /// How many checks in a row did not pass.
  public var failingStreak: Int
  /// The last runs of the check, oldest first; the engine keeps five.
  public var log: [HealthCheckRun]

  /// One run of a health check.
  public struct HealthCheckRun: Hashable, Sendable {
    /// When it started.
    public var start: Timestamp?
    /// When it ended.
    public var end: Timestamp?
    /// The command's code: 0 passed, 1 did not.
    public var exitCode: Int
    /// What the command wrote, cut by the engine at 4 KiB.
    public var output: String
  }
}
