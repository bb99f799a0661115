extension Route {
  /// `/networks`.
  static let networks: [Route] = [
    Route(.GET, "/networks", listNetworks), Route(.GET, "/networks/{}", inspectNetwork),
    Route(.POST, "/networks/{}/connect", connectNetwork),
    Route(.POST, "/networks/{}/disconnect", disconnectNetwork),
    Route(.POST, "/networks/create", createNetwork), Route(.DELETE, "/networks/{}", removeNetwork),
    Route(.POST, "/networks/prune", pruneNetworks),
  ]

  @Sendable private static func listNetworks(
    _ call: Call, _ state: inout SimulatedState
  ) throws(Refusal) -> Reply {
    let filters = try Filters(call.query["filters"])
    try filters.check(known: ["dangling", "driver", "id", "label", "name", "scope", "type"])
    let used = state.usedNetworks
    let chosen = state.networks.filter { network in
      filters.allows("name") { network.name.contains($0) }
        && filters.allows("id") { network.id.hasPrefix($0) }
        && filters.allows("driver") { network.spec.driver == $0 }
        && filters.allows(labels: network.spec.labels)
        && filters.allows("type") { ($0 == "builtin") == network.isPredefined }
        && filters.allows("dangling") {
          ["true", "1"].contains($0) == (!network.isPredefined && !used.contains(network.id))
        }
    }
    return .json(200, .array(chosen.map { $0.document(members: []) }))
  }

  @Sendable private static func inspectNetwork(
    _ call: Call, _ state: inout SimulatedState
  ) throws(Refusal) -> Reply {
    let network = state.networks[try state.networkIndex(call.subject)]
    return .json(200, network.document(members: state.members(ofNetwork: network.id)))
  }

  @Sendable private static func removeNetwork(
    _ call: Call, _ state: inout SimulatedState
  ) throws(Refusal) -> Reply {
    let index = try state.networkIndex(call.subject)
    let network = state.networks[index]
    if network.isPredefined {
      throw Refusal(403, "\(network.name) is a pre-defined network and cannot be removed")
    }
    let members = state.members(ofNetwork: network.id)
    guard members.isEmpty else {
      let list = members.map { "name:\"\($0.spec.name)\" id:\"\($0.shortID)\"" }.joined(separator: ", ")
      throw Refusal(
        403, "error while removing network: network \(network.name) has active endpoints (\(list))")
    }
    state.forgetNetwork(at: index)
    return .empty(204)
  }

  @Sendable private static func pruneNetworks(
    _ call: Call, _ state: inout SimulatedState
  ) throws(Refusal) -> Reply {
    let filters = try Filters(call.query["filters"])
    let used = state.usedNetworks
    let gone = state.networks.filter { network in
      !network.isPredefined && !used.contains(network.id) && filters.allows(labels: network.spec.labels)
    }
    for network in gone {
      if let index = state.networks.firstIndex(where: { $0.id == network.id }) {
        state.forgetNetwork(at: index)
      }
    }
    state.emit("network", "prune", "", ["reclaimed": "0"])
    return .json(200, ["NetworksDeleted": gone.isEmpty ? nil : .strings(gone.map(\.name))])
  }
}

extension SimulatedState {
  /// The networks that live containers are in.
  var usedNetworks: Set<String> {
    Set(containers.values.lazy.filter(\.isLive).flatMap { $0.endpoints.map(\.networkID) })
  }

  fileprivate mutating func forgetNetwork(at index: Int) {
    let network = networks.remove(at: index)
    emit("network", "destroy", network.id, ["name": network.name, "type": network.spec.driver])
  }
}

extension NetworkRecord {
  /// The document of `GET /networks/{id}`; in the list `Containers` is empty.
  func document(members: [ContainerRecord]) -> JSON {
    let own: [JSON] = subnet.isEmpty ? [] : [["Subnet": .string(subnet), "Gateway": .string(gateway)]]
    let addresses = JSON.array(own + spec.furtherSubnets.map { ["Subnet": .string($0)] })
    let places = members.flatMap { record in
      record.endpoints.filter { $0.networkID == id }.map { endpoint -> (String, JSON) in
        let address = endpoint.address.isEmpty ? "" : "\(endpoint.address)/\(endpoint.prefixLength)"
        return (
          record.id,
          [
            "Name": .string(record.spec.name), "EndpointID": .string(endpoint.endpointID),
            "MacAddress": .string(endpoint.mac), "IPv4Address": .string(address), "IPv6Address": "",
          ]
        )
      }
    }
    return [
      "Name": .string(name), "Id": .string(id), "Created": .string(created.text), "Scope": "local",
      "Driver": .string(spec.driver), "EnableIPv4": true, "EnableIPv6": .bool(spec.hasIPv6),
      "IPAM": ["Driver": "default", "Options": nil, "Config": addresses], "Internal": .bool(spec.isInternal),
      "Attachable": false, "Ingress": false, "ConfigFrom": ["Network": ""], "ConfigOnly": false,
      "Containers": .object(places), "Options": [:], "Labels": .strings(spec.labels),
    ]
  }
}
