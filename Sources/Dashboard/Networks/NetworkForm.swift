import EngineModel

/// The form that makes a network.
enum NetworkForm {
  static func form(on engine: EngineID) -> Form<NetworkAction> {
    var form = Form(
      "New network", NetworkAction.create(on: engine),
      [
        .init("Name", placeholder: "backend", history: "network name"),
        .init(
          "Driver", "bridge", completion: .words(["bridge", "ipvlan", "macvlan", "overlay"])),
        .list("Subnets", placeholder: "the engine chooses, or 10.9.0.0/24", history: "subnet", check: subnet),
        .list("Gateways", placeholder: "the first address of each subnet", history: "gateway"),
        .toggle("IPv6"),
        .toggle("Internal"),
        .toggle("Attachable"),
        .list("Options", placeholder: "com.docker.network.driver.mtu=1450", check: TypedText.pair),
        .list("Labels", placeholder: "team=shop", history: "label", check: TypedText.pair),
      ])
    form.verb = "create"
    form.staysUntilDone = true
    return form
  }

  private static let subnet = FieldCheck(name: "subnet") { text in
    do throws(TypedProblem) {
      for word in TypedText.list(text) { _ = try range(word) }
      return nil
    } catch {
      return error.text
    }
  }

  /// What was typed, checked as far as it can be without asking the engine.
  static func definition(_ texts: [String], on engine: EngineState) throws(TypedProblem) -> NetworkDefinition
  {
    let typed = texts.map(\.trimmed) + Array(repeating: "", count: max(0, 9 - texts.count))
    var network = NetworkDefinition(name: try name(typed[0], on: engine))
    if !typed[1].isEmpty { network.driver = typed[1] }
    network.pools = try pools(typed[2], gateways: typed[3], on: engine)
    let hasRange = network.pools.contains { $0.subnet.contains(":") }
    // Whoever names an IPv6 subnet means IPv6.
    network.hasIPv6 = hasRange || typed[4] == "yes"
    network.isInternal = typed[5] == "yes"
    network.isAttachable = typed[6] == "yes"
    network.options = try TypedText.pairs(typed[7])
    network.labels = try TypedText.pairs(typed[8])
    return network
  }

  private static func name(_ text: String, on engine: EngineState) throws(TypedProblem) -> String {
    guard !text.isEmpty else { throw TypedProblem("a network needs a name") }
    guard !text.contains(where: { $0 == " " || $0 == "/" }) else {
      throw TypedProblem("a name has no blanks and no /")
    }
    guard !engine.facts.networks.values.contains(where: { $0.name == text }) else {
      throw TypedProblem("there is a network \(text) already")
    }
    return text
  }

  private static func pools(
    _ subnets: String, gateways: String, on engine: EngineState
  ) throws(TypedProblem) -> [AddressPool] {
    var ranges: [AddressRange] = []
    for text in TypedText.list(subnets) {
      let range = try range(text)
      if let other = ranges.first(where: range.overlaps) {
        throw TypedProblem("\(range) and \(other) overlap")
      }
      if let other = holder(of: range, on: engine) {
        throw TypedProblem("\(range) overlaps \(other.range) of the network \(other.name)")
      }
      ranges.append(range)
    }
    var pools = ranges.map { AddressPool(subnet: $0.description) }
    for text in TypedText.list(gateways) {
      guard let address = NetworkAddress(text) else {
        throw TypedProblem("\(text) is no address: a gateway is 10.9.0.1")
      }
      guard let index = ranges.firstIndex(where: { $0.contains(address) }) else {
        throw TypedProblem(
          ranges.isEmpty ? "a gateway needs a subnet that it is in" : "the gateway \(address) is in no subnet"
        )
      }
      guard pools[index].gateway == nil else { throw TypedProblem("\(ranges[index]) has a gateway already") }
      guard address != ranges[index].first || ranges[index].count.map({ $0 <= 2 }) ?? false else {
        throw TypedProblem("\(address) names the network: a gateway is another address")
      }
      pools[index].gateway = address.description
    }
    return pools
  }

  private static func range(_ text: String) throws(TypedProblem) -> AddressRange {
    guard let (address, range) = AddressRange.around(text) else {
      throw TypedProblem("\(text) is no subnet: one looks like 10.9.0.0/24")
    }
    guard address == range.first else { throw TypedProblem("\(text) is within \(range): write that") }
    return range
  }

  /// The network that has addresses of a range already. Networks of a Swarm have addresses of their own.
  private static func holder(
    of range: AddressRange, on engine: EngineState
  ) -> (name: String, range: AddressRange)? {
    for network in engine.facts.networks.values.sorted(by: { $0.name < $1.name })
    where network.scope != "swarm" {
      for subnet in network.subnets {
        if let other = AddressRange.around(subnet)?.range, other.overlaps(range) {
          return (network.name, other)
        }
      }
    }
    return nil
  }
}

/// The form that connects a container to a network.
enum ConnectForm {
  static func form(
    _ target: ContainerTarget, _ network: NetworkSummary, _ state: SharedState
  ) -> Form<NetworkAction> {
    let engine = state.engines[target.engine]
    let free = NetworkPools.uses(network, engine).first { !$0.range.isIPv6 }?.next.first
    var fields: [Form<NetworkAction>.Field] = [
      .list("Aliases", placeholder: "names beside its own", history: "alias"),
      .init("Address", placeholder: free.map { "the engine chooses; \($0) is free" } ?? "the engine chooses"),
    ]
    if network.enableIPv6 { fields.append(.init("IPv6 address", placeholder: "the engine chooses")) }
    var form = Form(
      "Connect \(state.name(of: target)) to \(network.name)", NetworkAction.connect(target, network.id),
      fields)
    form.verb = "connect"
    form.staysUntilDone = true
    form.about = [target.row, .network(network.id, on: target.engine)]
    return form
  }

  /// What was typed, checked as far as it can be without asking the engine.
  static func connection(
    _ id: NetworkID, _ texts: [String], on engine: EngineState
  ) throws(TypedProblem) -> NetworkConnection {
    guard let network = engine.facts.networks[id] else { throw TypedProblem("the network is gone") }
    let typed = texts.map(\.trimmed) + ["", "", ""]
    var connection = NetworkConnection(network: id, name: network.name, aliases: TypedText.list(typed[0]))
    if network.name == "bridge", !connection.aliases.isEmpty || !typed[1].isEmpty {
      throw TypedProblem("the engine's own bridge knows no aliases and no chosen addresses")
    }
    connection.ipv4 = try address(typed[1], isIPv6: false, in: network, engine)
    connection.ipv6 = try address(typed[2], isIPv6: true, in: network, engine)
    return connection
  }

  private static func address(
    _ text: String, isIPv6: Bool, in network: NetworkSummary, _ engine: EngineState
  ) throws(TypedProblem) -> String? {
    guard !text.isEmpty else { return nil }
    guard let address = NetworkAddress(text), address.isIPv6 == isIPv6 else {
      throw TypedProblem("\(text) is no address: one looks like \(isIPv6 ? "fd00:9::7" : "10.9.0.7")")
    }
    let uses = NetworkPools.uses(network, engine)
    guard uses.contains(where: { $0.subnet.contains(address) }) else {
      throw TypedProblem("\(address) is not in \(network.subnets.joined(separator: ", "))")
    }
    if let holder = NetworkPools.holder(of: address, in: network, engine) {
      throw TypedProblem("\(address) is taken by \(holder)")
    }
    return address.description
  }
}
