/// A running container in a network, as the network's own document has it (`Containers` of GET /networks/{id}), with its
/// names there.
public struct NetworkMember: Hashable, Sendable {
  /// The container.
  public var container: ContainerID
  /// The container's name.
  public var name: String
  /// Its addresses there, IPv4 first.
  public var addresses: [NetworkAddress]
  /// Its hardware address there; empty where it has none.
  public var mac: String
  /// The names that it answers to there beside its own; nil while nobody has asked.
  public var aliases: [String]?

  /// A member as given.
  public init(
    container: ContainerID, name: String = "", addresses: [NetworkAddress] = [], mac: String = "",
    aliases: [String]? = nil
  ) {
    self.container = container
    self.name = name
    self.addresses = addresses
    self.mac = mac
    self.aliases = aliases
  }

  /// Reads the members of the answer of GET /networks/{id}, by name.
  public static func list(_ document: JSONValue) -> [NetworkMember] {
    document["Containers"].members.map { member in
      let addresses = ["IPv4Address", "IPv6Address"].compactMap { key in
        member.value[key].string.flatMap { NetworkAddress($0.prefix { $0 != "/" }) }
      }
      return NetworkMember(
        container: ContainerID(member.key), name: member.value["Name"].string ?? "", addresses: addresses,
        mac: member.value["MacAddress"].string ?? "")
    }.sorted { ($0.name, $0.container) < ($1.name, $1.container) }
  }
}

extension ContainerDetails {
  /// The names that the container answers to in a network, as they were given; engines before 25.0 add its short id, which
  /// is left out (`NetworkSettings.Networks.*.Aliases` of GET /containers/{id}/json).
  public func aliases(in network: NetworkID, named name: String) -> [String] {
    let places = document["NetworkSettings"]["Networks"].members
    let place =
      places.first { $0.value["NetworkID"].string == network.rawValue } ?? places.first { $0.key == name }
    return (place?.value["Aliases"].strings ?? []).filter { $0 != id.short }
  }
}
