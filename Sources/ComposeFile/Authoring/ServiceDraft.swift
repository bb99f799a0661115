/// A service of a file that is written from nothing; what is nil or empty is left out.
public struct ServiceDraft: Sendable {
  /// The service's name.
  public var name: String
  /// The image.
  public var image: String?
  /// The directory that the image is built from.
  public var build: String?
  /// The words of the command.
  public var command: [String] = []
  /// The user, as a name or number: `1000`, `1000:1000`.
  public var user: String?
  /// Variables in the order in which they are printed.
  public var environment: DraftPairs = [:]
  /// Files with variables.
  public var environmentFiles: [String] = []
  /// Ports in the short syntax: `8080:80`.
  public var ports: [String] = []
  /// Mounts.
  public var mounts: [MountDraft] = []
  /// Directories in memory: `/tmp`.
  public var temporaryDirectories: [String] = []
  /// Networks; empty for the default one.
  public var networks: [String] = []
  /// What the service waits for.
  public var dependencies: [DependencyDraft] = []
  /// How its health is checked.
  public var healthCheck: HealthCheckDraft?
  /// When it is started again: `unless-stopped`.
  public var restart: String?
  /// Whether nothing can be written but to mounts.
  public var hasReadOnlyRoot = false
  /// Whether no process can get more rights than it starts with.
  public var hasNoNewPrivileges = false
  /// Capabilities that are taken away: `ALL`.
  public var droppedCapabilities: [String] = []
  /// Capabilities that are given.
  public var addedCapabilities: [String] = []
  /// How it logs.
  public var logging: LoggingDraft?
  /// How many containers run; nil for one.
  public var replicas: Int?
  /// What it can take at most.
  public var limits: ResourcesDraft?
  /// What is kept for it.
  public var reservations: ResourcesDraft?
  /// Labels in the order in which they are printed.
  public var labels: DraftPairs = [:]

  /// A service of an image, with more set by a closure.
  public init(_ name: String, image: String? = nil, _ setUp: (inout ServiceDraft) -> Void = { _ in }) {
    self.name = name
    self.image = image
    setUp(&self)
  }

  /// The service as a mapping, in the order that people write.
  var map: ComposeMap {
    var map = ComposeMap()
    map["image"] = image.map(ComposeNode.text)
    map["build"] = build.map(ComposeNode.text)
    map["command"] = Self.texts(command)
    map["user"] = user.map(ComposeNode.text)
    map["environment"] = environment.node
    map["env_file"] = Self.texts(environmentFiles)
    map["ports"] = Self.texts(ports)
    map["volumes"] = Self.texts(mounts.map(\.text))
    map["tmpfs"] = Self.texts(temporaryDirectories)
    map["networks"] = Self.texts(networks)
    map["depends_on"] = DependencyDraft.node(dependencies)
    map["healthcheck"] = healthCheck?.node
    map["restart"] = restart.map(ComposeNode.text)
    map["read_only"] = hasReadOnlyRoot ? .bool(true) : nil
    map["security_opt"] = hasNoNewPrivileges ? Self.texts(["no-new-privileges:true"]) : nil
    map["cap_drop"] = Self.texts(droppedCapabilities)
    map["cap_add"] = Self.texts(addedCapabilities)
    map["logging"] = logging?.node
    map["deploy"] = deploy
    map["labels"] = labels.node
    return map
  }

  private var deploy: ComposeNode? {
    var deploy = ComposeMap()
    deploy["replicas"] = replicas.map { ComposeNode(.integer($0)) }
    var resources = ComposeMap()
    resources["limits"] = limits?.node
    resources["reservations"] = reservations?.node
    if !resources.isEmpty { deploy["resources"] = ComposeNode(.map(resources)) }
    return deploy.isEmpty ? nil : ComposeNode(.map(deploy))
  }

  static func texts(_ texts: [String]) -> ComposeNode? {
    texts.isEmpty ? nil : ComposeNode(.list(texts.map(ComposeNode.text)))
  }
}
