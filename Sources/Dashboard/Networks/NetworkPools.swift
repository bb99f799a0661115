import EngineModel

/// Which addresses of a network are taken, as far as lists and its document tell.
enum NetworkPools {
  /// How full each of a network's ranges is.
  static func uses(_ network: NetworkSummary, _ engine: EngineState) -> [PoolUse] {
    let taken = addresses(network, engine).map(\.address)
    return network.pools.compactMap { PoolUse($0, members: taken) }
  }

  /// Who has an address; nil for a free one.
  static func holder(of address: NetworkAddress, in network: NetworkSummary, _ engine: EngineState) -> String?
  {
    if let holder = addresses(network, engine).first(where: { $0.address == address }) { return holder.name }
    return network.gateways.contains { NetworkAddress($0.prefix { $0 != "/" }) == address }
      ? "the gateway" : nil
  }

  /// The containers that were read with the network's document; empty while it was not.
  static func members(of id: NetworkID, _ engine: EngineState) -> [NetworkMember] {
    guard case .members(let read)? = engine.documents[.members(id)]?.document else { return [] }
    return read.members
  }

  private static func addresses(
    _ network: NetworkSummary, _ engine: EngineState
  ) -> [(address: NetworkAddress, name: String)] {
    let read = members(of: network.id, engine)
    let known = Set(read.map(\.container))
    let listed = NetworkRow.users(.network(network.id, on: engine.id), engine).filter {
      !known.contains($0.id)
    }
    return read.flatMap { member in member.addresses.map { ($0, member.name) } }
      + listed.compactMap { container in
        container.place(in: network).flatMap { NetworkAddress($0.ipAddress) }.map { ($0, container.name) }
      }
  }
}

extension ContainerSummary {
  /// Its place in a network; nil where it has none. A list entry may name the network by name alone.
  func place(in network: NetworkSummary) -> NetworkAttachment? {
    networks.first { $0.networkID == network.id }
      ?? networks.first { $0.networkID.rawValue.isEmpty && $0.name == network.name }
  }
}
