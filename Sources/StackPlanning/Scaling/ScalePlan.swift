import EngineModel

/// What it takes to have another number of replicas of a service. No other service is touched.
package struct ScalePlan: Sendable, Hashable {
  /// A replica that is to be made.
  package struct NewReplica: Sendable, Hashable {
    /// The container's name.
    package var name: String
    /// Its number among the replicas.
    package var number: Int
  }

  /// The project's name.
  package var project: String
  /// The service's name.
  package var service: String
  /// How many replicas there are.
  package var current: Int
  /// How many are wanted.
  package var wanted: Int
  /// The replicas that are made, by number.
  package var created: [NewReplica]
  /// The replicas that are stopped and removed, in that order.
  package var removed: [PlannedContainer]
  /// The replicas that stay, but do not run: they are started.
  package var started: [PlannedContainer]
  /// The container whose definition the new ones copy where no Compose makes them; nil where there is none.
  package var original: ContainerDetails?
  /// Why it cannot work, one sentence each; empty where nothing is in the way.
  package var obstacles: [String]
  /// What may keep more replicas from working although they can be made.
  package var doubts: [String]

  /// The plan for a number of replicas, 0 or more. `outdated` are the containers that differ from their definition:
  /// they go first.
  package init(
    project: String, service: String, wanted: Int, running: RunningStack, outdated: Set<ContainerID> = []
  ) {
    let replicas = running.replicas(of: service)
    self.project = project
    self.service = service
    self.wanted = wanted
    current = replicas.count
    let leaving = Self.leaving(replicas, count: max(0, replicas.count - wanted), outdated: outdated)
    removed = leaving.map(PlannedContainer.init)
    let gone = Set(leaving.map(\.id))
    started = replicas.filter { !gone.contains($0.id) }.map(PlannedContainer.init).filter { !$0.isRunning }
    original =
      replicas.last { $0.run.state == .running && !outdated.contains($0.id) } ?? replicas.last {
        !outdated.contains($0.id)
      } ?? replicas.last
    let last = replicas.compactMap(\.compose.containerNumber).max() ?? 0
    let names = original.flatMap(ReplicaName.init)
    created = (0..<max(0, wanted - replicas.count)).map { index in
      let number = last + 1 + index
      return NewReplica(name: names?.name(number) ?? "\(project)-\(service)-\(number)", number: number)
    }
    let hindrances = created.isEmpty ? nil : original.map { ScaleHindrances($0, total: wanted) }
    obstacles = hindrances?.obstacles ?? []
    doubts = hindrances?.doubts ?? []
  }

  /// The new replicas as the engine makes them, without a Compose; empty where there is no container to copy.
  package func definitions(currentImage: ImageID? = nil) -> [ReplicaDefinition] {
    guard let original else { return [] }
    return created.map { ReplicaDefinition(copying: original, number: $0.number, currentImage: currentImage) }
  }

  /// Outdated ones first, then those that do not run, then the highest numbers.
  private static func leaving(
    _ replicas: [ContainerDetails], count: Int, outdated: Set<ContainerID>
  ) -> [ContainerDetails] {
    let order = replicas.sorted { left, right in
      let (isOldLeft, isOldRight) = (outdated.contains(left.id), outdated.contains(right.id))
      if isOldLeft != isOldRight { return isOldLeft }
      let (runsLeft, runsRight) = (
        PlannedContainer(left).isRunning, PlannedContainer(right).isRunning
      )
      if runsLeft != runsRight { return !runsLeft }
      return (left.compose.containerNumber ?? 0) > (right.compose.containerNumber ?? 0)
    }
    return Array(order.prefix(count))
  }
}

/// What stands in the way of more than one container of a definition.
struct ScaleHindrances {
  let container: ContainerDetails
  /// How many containers there would be.
  let total: Int

  init(_ container: ContainerDetails, total: Int) {
    self.container = container
    self.total = total
  }

  private var host: JSONValue { container.document["HostConfig"] }
  private var service: String { container.compose.service?.rawValue ?? container.name }

  var obstacles: [String] {
    guard total > 1 else { return [] }
    return name + ports + addresses
  }

  private var name: [String] {
    guard ReplicaName(container) == nil else { return [] }
    return [
      "the container has a name of its own, \(container.name): remove container_name from the definition"
    ]
  }

  /// A host port can be given out once; of a range there is one for each.
  private var ports: [String] {
    host["PortBindings"].members.flatMap(PublishedPort.all(of:)).compactMap { port in
      let ends = port.published.split(separator: "-").compactMap { Int($0) }
      guard let low = ends.first, let high = ends.last, high - low + 1 < total else { return nil }
      let what =
        low == high
        ? "the host port \(low) is taken" : "there are only \(high - low + 1) host ports, \(port.published)"
      return "\(what): publish \(port.target) without a host port, or on a range"
    }
  }

  private var addresses: [String] {
    container.document["NetworkSettings"]["Networks"].members.flatMap { member in
      ["IPv4Address", "IPv6Address"].compactMap { key in
        guard let address = member.value["IPAMConfig"][key].string, !address.isEmpty else { return nil }
        return "the address \(address) in \(member.key) is taken: remove it from the definition"
      }
    }
  }

  var doubts: [String] {
    guard total > 1 else { return [] }
    let mode = host["NetworkMode"].string ?? ""
    if mode == "host" { return ["all replicas share the host's network: only one can use a port"] }
    if mode.hasPrefix("container:") {
      return ["all replicas share the network of another container: only one can use a port"]
    }
    guard let address = container.document["Config"]["MacAddress"].string, !address.isEmpty else { return [] }
    return ["\(service) has the fixed MAC address \(address), which only one can use"]
  }
}
