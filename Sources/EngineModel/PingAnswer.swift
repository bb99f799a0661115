/// What an engine says of itself in the headers of /_ping.
public struct PingAnswer: Hashable, Sendable {
  /// The newest API that it speaks; nil where it does not say.
  public var apiVersion: APIVersion?
  /// "linux" or "windows"; nil where it does not say.
  public var osType: String?
  /// The builder that it recommends: "1" classic, "2" BuildKit; nil where it does not say.
  public var builder: String?
  /// "inactive", "active/worker", "active/manager", …; nil where it does not say.
  public var swarm: String?
  /// The version of Podman's own API; nil for other engines.
  public var podman: String?

  /// An answer as given.
  public init(
    apiVersion: APIVersion? = nil, osType: String? = nil, builder: String? = nil, swarm: String? = nil,
    podman: String? = nil
  ) {
    self.apiVersion = apiVersion
    self.osType = osType
    self.builder = builder
    self.swarm = swarm
    self.podman = podman
  }

  /// Whether the engine is a Swarm's manager.
  public var isSwarmManager: Bool { swarm == "active/manager" }
}
