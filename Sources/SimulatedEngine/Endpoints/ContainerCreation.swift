import enum EngineModel.JSONValue

extension Route {
  /// What makes containers and connects them.
  static let containerCreation: [Route] = [Route(.POST, "/containers/create", create)]

  @Sendable private static func create(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let body = try document(of: call)
    let asked = call.query["name"] ?? ""
    let name = asked.isEmpty ? "made_\(state.containers.count + 1)" : asked
    guard isValidName(name) else {
      throw Refusal(
        400, "Invalid container name (\(name)), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed")
    }
    if let holder = state.idsByName[name] {
      throw Refusal(
        409,
        "Conflict. The container name \"/\(name)\" is already in use by container \"\(holder)\". You have to remove "
          + "(or rename) that container to be able to reuse that name.")
    }
    guard let reference = body["Image"].string, !reference.isEmpty else {
      throw Refusal(400, "config cannot be empty in order to create a container")
    }
    let image = state.images[try state.imageIndex(reference)]
    var spec = SimulatedContainer(name: name, definition: body, image: image.tags.first ?? reference)
    for network in spec.networks { _ = try state.networkIndex(network) }
    spec.resemble(state.allContainers.map(\.spec))
    let id = state.add(spec)
    if let record = state.containers[id] { state.emit(record, "create") }
    return .json(201, ["Id": .string(id), "Warnings": []])
  }

  @Sendable static func connectNetwork(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let body = try document(of: call)
    let network = state.networks[try state.networkIndex(call.subject)]
    let record = try state.container(body["Container"].string ?? "")
    if record.endpoints.contains(where: { $0.networkID == network.id }) {
      throw Refusal(
        403, "endpoint with name \(record.spec.name) already exists in network \(network.name)")
    }
    var endpoint = state.place(of: record.id, in: network)
    let settings = body["EndpointConfig"]
    endpoint.aliases = settings["Aliases"].strings
    if let address = settings["IPAMConfig"]["IPv4Address"].string {
      let holder = state.containers.values.contains { other in
        other.isLive && other.endpoints.contains { $0.networkID == network.id && $0.address == address }
      }
      if holder { throw Refusal(403, "Address already in use") }
      endpoint.address = address
    }
    state.change(record.id) { record in
      record.endpoints.append(endpoint)
      record.spec.networks.append(network.name)
    }
    state.emit(
      "network", "connect", network.id,
      ["container": record.id, "name": network.name, "type": network.spec.driver])
    return .empty(200)
  }

  @Sendable static func disconnectNetwork(
    _ call: Call, _ state: inout SimulatedState
  ) throws(Refusal) -> Reply {
    let body = try document(of: call)
    let network = state.networks[try state.networkIndex(call.subject)]
    let record = try state.container(body["Container"].string ?? "")
    guard record.endpoints.contains(where: { $0.networkID == network.id }) else {
      throw Refusal(403, "container \(record.id) is not connected to network \(network.name)")
    }
    state.change(record.id) { record in
      record.endpoints.removeAll { $0.networkID == network.id }
      record.spec.networks.removeAll { $0 == network.name }
    }
    state.emit(
      "network", "disconnect", network.id,
      ["container": record.id, "name": network.name, "type": network.spec.driver])
    return .empty(200)
  }

  @Sendable static func createNetwork(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let body = try document(of: call)
    let name = body["Name"].string ?? ""
    guard !name.isEmpty else { throw Refusal(400, "invalid network name: name is empty") }
    guard !state.networks.contains(where: { $0.name == name }) else {
      throw Refusal(409, "network with name \(name) already exists")
    }
    let driver = body["Driver"].string ?? "bridge"
    guard ["bridge", "macvlan", "ipvlan"].contains(driver) else {
      throw Refusal(404, "could not find plugin \(driver) in v1 plugin registry: plugin not found")
    }
    let pools = body["IPAM"]["Config"].elements
    var spec = SimulatedNetwork(
      name, driver: driver, labels: body["Labels"].dictionary, isInternal: body["Internal"].bool ?? false)
    spec.hasIPv6 = body["EnableIPv6"].bool ?? false
    spec.subnet = pools.first?["Subnet"].string
    spec.gateway = pools.first?["Gateway"].string
    spec.furtherSubnets = pools.dropFirst().compactMap { $0["Subnet"].string }
    if let subnet = spec.subnet, state.networks.contains(where: { $0.subnet == subnet }) {
      throw Refusal(403, "Pool overlaps with other one on this address space")
    }
    let id = state.addNetwork(spec, age: .zero)
    state.emit("network", "create", id, ["name": name, "type": driver])
    return .json(201, ["Id": .string(id), "Warning": ""])
  }

  @Sendable static func createVolume(_ call: Call, _ state: inout SimulatedState) throws(Refusal) -> Reply {
    let body = try document(of: call)
    let name = body["Name"].string ?? ""
    guard isValidName(name) else {
      throw Refusal(400, "\(name) includes invalid characters for a local volume name")
    }
    if let driver = body["Driver"].string, driver != "local" {
      throw Refusal(404, "create \(name): error looking up volume plugin \(driver): plugin not found")
    }
    if !state.volumes.contains(where: { $0.name == name }) {
      state.addVolume(SimulatedVolume(name, labels: body["Labels"].dictionary, size: 0, age: .zero))
      state.placed[name] = []
      state.emit("volume", "create", name, ["driver": "local"])
    }
    guard let volume = state.volumes.last(where: { $0.name == name }) else {
      throw Refusal(500, "no volume \(name)")
    }
    return .json(201, volume.document)
  }

  /// The document in a request's body.
  static func document(of call: Call) throws(Refusal) -> JSONValue {
    do {
      return try JSONValue(json: call.body)
    } catch {
      throw Refusal(400, "invalid JSON: \(error)")
    }
  }
}

extension SimulatedContainer {
  /// A container as POST /containers/create defines it (API 1.41), as far as the simulation knows it.
  fileprivate init(name: String, definition: JSONValue, image: String) {
    let host = definition["HostConfig"]
    self.init(name: name, image: image, state: .created, labels: definition["Labels"].dictionary)
    command = definition["Cmd"].strings
    environment = definition["Env"].strings
    isTTY = definition["Tty"].bool ?? false
    restartPolicy = host["RestartPolicy"]["Name"].string ?? "no"
    memoryLimit = Int64(host["Memory"].int ?? 0)
    cpuLimit = Int64(host["NanoCpus"].int ?? 0)
    mounts = host["Binds"].strings.compactMap { bind in
      let parts = bind.split(separator: ":").map(String.init)
      return parts.count < 2
        ? nil : Mount(parts[0], at: parts[1], isReadOnly: parts.count > 2 && parts[2].hasPrefix("ro"))
    }
    mounts += host["Mounts"].elements.compactMap { mount in
      guard let source = mount["Source"].string, let target = mount["Target"].string else { return nil }
      return Mount(source, at: target, isReadOnly: mount["ReadOnly"].bool ?? false)
    }
    ports = definition["ExposedPorts"].members.compactMap { member in
      let parts = member.key.split(separator: "/").map(String.init)
      guard let inside = parts.first.flatMap({ Int($0) }) else { return nil }
      let published = host["PortBindings"][member.key].elements.first?["HostPort"].string.flatMap { Int($0) }
      return Port(inside, published: published, transport: parts.count > 1 ? parts[1] : "tcp")
    }
    let named = definition["NetworkingConfig"]["EndpointsConfig"].members.map(\.key)
    let mode = host["NetworkMode"].string ?? "default"
    networks = named.isEmpty ? [mode.isEmpty || mode == "default" ? "bridge" : mode] : named
    if let test = definition["Healthcheck"]["Test"].strings.last {
      health = HealthCheck(
        test, every: .nanoseconds(definition["Healthcheck"]["Interval"].int ?? 30_000_000_000))
    }
    age = .zero
    uptime = .zero
  }

  /// Behaves as another container of the same service does, else as one of the same image.
  fileprivate mutating func resemble(_ others: [SimulatedContainer]) {
    let keys = ["com.docker.compose.project", "com.docker.compose.service"]
    let twin =
      others.first { other in
        keys.allSatisfy { labels[$0] != nil && labels[$0] == other.labels[$0] }
      } ?? others.first { $0.image == image }
    guard let twin else { return }
    usage = twin.usage
    log = twin.log
    stopTime = twin.stopTime
  }
}
