extension SimulatedState {
  /// Puts a population on the host: as if it had been there before the engine came up.
  mutating func populate(_ population: Population) {
    for spec in [SimulatedNetwork("bridge")] + population.networks { addNetwork(spec) }
    addNetwork(SimulatedNetwork("host", driver: "host"))
    addNetwork(SimulatedNetwork("none", driver: "null"))
    for spec in population.images { addImage(spec) }
    for spec in population.volumes where !volumes.contains(where: { $0.name == spec.name }) {
      addVolume(spec)
    }
    var seen = Names(state: self)
    for spec in population.containers { _ = add(spec, seen: &seen) }
    sortContainers()
  }

  /// Adds one container in the state that it describes; returns its id. Nothing is emitted.
  @discardableResult
  mutating func add(_ spec: SimulatedContainer) -> String {
    var seen = Names(state: self)
    defer { sortContainers() }
    return add(spec, seen: &seen)
  }

  private mutating func add(_ spec: SimulatedContainer, seen: inout Names) -> String {
    supply(spec, seen: &seen)
    let id = hexadecimal("container \(spec.name) \(containers.count)")
    let image = seen.images[Self.withTag(spec.image)] ?? ""
    var spec = spec
    // As the engine does: the image's labels lie under the container's own.
    spec.labels.merge(images.first { $0.id == image }?.spec.labels ?? [:]) { own, _ in own }
    var record = ContainerRecord(spec: spec, id: id, imageID: image, created: now - spec.age)
    record.endpoints = spec.networks.compactMap { name in
      seen.networks[name].map { place(of: id, in: networks[$0]) }
    }
    record.settle(at: now)
    containers[id] = record
    idsByName[spec.name] = id
    order.append(id)
    planTemper(of: record)
    if record.phase == .running, let health = spec.health { planChecks(of: record, health) }
    return id
  }

  private mutating func sortContainers() {
    let dates = containers.mapValues(\.created)
    order.sort { first, second in
      let left = dates[first] ?? now
      let right = dates[second] ?? now
      return left == right ? first < second : left > right
    }
  }

  /// Makes up what a container names and the host lacks.
  private mutating func supply(_ spec: SimulatedContainer, seen: inout Names) {
    let tag = Self.withTag(spec.image)
    if seen.images[tag] == nil {
      addImage(SimulatedImage(tag))
      seen.images[tag] = images.last?.id
    }
    for mount in spec.mounts where !mount.isBind && !seen.volumes.contains(mount.source) {
      addVolume(SimulatedVolume(mount.source))
      seen.volumes.insert(mount.source)
    }
    for name in spec.networks where seen.networks[name] == nil {
      seen.networks[name] = networks.count
      addNetwork(SimulatedNetwork(name))
    }
  }

  private mutating func addImage(_ spec: SimulatedImage) {
    let id = "sha256:" + hexadecimal("image \(spec.tags.joined(separator: " ")) \(spec.salt)")
    let tags = spec.tags.map(Self.withTag)
    images.append(ImageRecord(id: id, tags: tags, spec: spec, created: now - spec.age))
  }

  mutating func addVolume(_ spec: SimulatedVolume) {
    volumes.append(VolumeRecord(spec: spec, created: now - spec.age))
  }

  @discardableResult
  mutating func addNetwork(_ spec: SimulatedNetwork, age: Duration = .seconds(86_400 * 40)) -> String {
    let hasSubnet = !["host", "null"].contains(spec.driver)
    let id = hexadecimal("network \(spec.name) \(networks.count)")
    // A place is never given twice, also where networks have gone.
    let place = (networks.compactMap(\.place).max() ?? -1) + 1
    networks.append(
      NetworkRecord(id: id, spec: spec, created: now - age, place: hasSubnet ? place : nil))
    return id
  }

  mutating func place(of id: String, in network: NetworkRecord) -> ContainerRecord.Endpoint {
    let host = 2 + hosts[network.id, default: 0]
    hosts[network.id, default: 0] += 1
    let address = network.place == nil ? "" : network.address(host: host)
    let suffix = hexadecimal("mac \(id) \(network.id)", digits: 8)
    let pairs = stride(from: 0, to: 8, by: 2).map { suffix.dropFirst($0).prefix(2) }.joined(separator: ":")
    return ContainerRecord.Endpoint(
      network: network.name, networkID: network.id, endpointID: hexadecimal("endpoint \(id) \(network.id)"),
      address: address, gateway: network.gateway,
      prefixLength: network.place == nil ? 0 : network.prefixLength,
      mac: address.isEmpty ? "" : "02:42:" + pairs)
  }
}

/// What is already there, by name, so that thousands of containers are added in one pass.
private struct Names {
  var images: [String: String] = [:]
  var volumes: Set<String>
  var networks: [String: Int]

  init(state: SimulatedState) {
    for image in state.images { for tag in image.tags { images[tag] = image.id } }
    volumes = Set(state.volumes.map(\.name))
    networks = Dictionary(
      state.networks.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
