/// A network as GET /networks lists it and GET /networks/{id} describes it.
public struct NetworkSummary: Hashable, Sendable, Identifiable {
  /// The network's id.
  public var id: NetworkID
  /// Its name; several networks may have the same.
  public var name: String
  /// Its driver: "bridge", "host", "null", "overlay", …
  public var driver: String
  /// "local", "swarm" or "global".
  public var scope: String
  /// Whether it has no way out.
  public var isInternal: Bool
  /// Whether containers beside services may join a Swarm network.
  public var isAttachable: Bool
  /// Whether it is Swarm's routing mesh.
  public var isIngress: Bool
  /// Whether it has IPv6 addresses.
  public var enableIPv6: Bool
  /// The ranges that it gives addresses from.
  public var pools: [AddressPool]
  /// Its labels.
  public var labels: [String: String]
  /// When it was made; nil where the engine does not say.
  public var created: Timestamp?
  /// The running containers in it; nil in a list, where the engine leaves them out.
  public var containers: [ContainerID]?

  /// A network as given; what is left out is empty. Its ranges are `pools`, or `subnets` each with its gateway.
  public init(
    id: NetworkID, name: String, driver: String = "bridge", scope: String = "local", isInternal: Bool = false,
    isAttachable: Bool = false, isIngress: Bool = false, enableIPv6: Bool = false, subnets: [String] = [],
    gateways: [String] = [], pools: [AddressPool] = [], labels: [String: String] = [:],
    created: Timestamp? = nil,
    containers: [ContainerID]? = nil
  ) {
    self.id = id
    self.name = name
    self.driver = driver
    self.scope = scope
    self.isInternal = isInternal
    self.isAttachable = isAttachable
    self.isIngress = isIngress
    self.enableIPv6 = enableIPv6
    self.pools =
      pools.isEmpty
      ? subnets.enumerated().map { index, subnet in
        AddressPool(subnet: subnet, gateway: gateways.indices.contains(index) ? gateways[index] : nil)
      } : pools
    self.labels = labels
    self.created = created
    self.containers = containers
  }

  /// Its address ranges: "172.17.0.0/16".
  public var subnets: [String] { pools.map(\.subnet) }

  /// Its gateways' addresses.
  public var gateways: [String] { pools.compactMap(\.gateway) }

  /// Whether the engine made it and will not remove it: bridge, host, none.
  public var isPredefined: Bool { ["bridge", "host", "none", "podman"].contains(name) }

  /// The Compose project that it belongs to.
  public var project: ProjectName? { ComposeLabels(labels).project }
}
