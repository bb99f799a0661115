import EngineClient
import EngineModel

extension StatusReport {
  /// Asks the engine for everything, side by side.
  static func read(_ client: EngineClient) async throws(EngineError) -> StatusReport {
    _ = try await client.negotiate()
    async let version = Result.of { () async throws(EngineError) in try await client.version() }
    async let info = Result.of { () async throws(EngineError) in try await client.info() }
    async let containers = Result.of { () async throws(EngineError) in try await client.containers() }
    async let images = Result.of { () async throws(EngineError) in try await client.images() }
    async let volumes = Result.of { () async throws(EngineError) in try await client.volumes() }
    async let networks = Result.of { () async throws(EngineError) in try await client.networks() }
    let all = await withHealth(try await containers.get(), client).sorted { $0.name < $1.name }
    return StatusReport(
      engine: Engine(client, try await version.get(), try? await info.get()),
      containers: all.map(Container.init),
      images: try await images.get().map { image in Image(image, usedBy: all.count { $0.imageID == image.id })
      }
      .sorted { ($0.tags.first ?? "~", $0.id) < ($1.tags.first ?? "~", $1.id) },
      volumes: try await volumes.get().map { volume in Volume(volume, all) }.sorted { $0.name < $1.name },
      networks: try await networks.get().map { network in Network(network, all) }.sorted {
        $0.name < $1.name
      },
      stacks: Stack.grouped(all))
  }
}

extension StatusReport {
  /// The containers with their health, where the engine's list leaves it out.
  private static func withHealth(
    _ containers: [ContainerSummary], _ client: EngineClient
  ) async -> [ContainerSummary] {
    guard client.isPodman else { return containers }
    let health = await client.health(of: containers.filter { $0.health == .none })
    return containers.map { container in
      var container = container
      container.health = health[container.id] ?? container.health
      return container
    }
  }
}

extension Result where Failure == EngineError, Success: Sendable {
  /// What a call comes to, to be looked at after others have been made.
  static func of(_ body: () async throws(EngineError) -> Success) async -> Result {
    do throws(EngineError) { return .success(try await body()) } catch { return .failure(error) }
  }
}

extension StatusReport.Engine {
  init(_ client: EngineClient, _ version: EngineVersion, _ info: EngineInfo?) {
    self.init(
      address: client.address.description, product: version.product, version: version.version,
      apiVersion: client.apiVersion?.description, os: info?.osName ?? version.os, cpus: info?.ncpu,
      memoryBytes: info?.memTotal)
  }
}

extension StatusReport.Container {
  init(_ container: ContainerSummary) {
    self.init(
      id: container.id.rawValue, name: container.name, image: container.image, state: container.state.word,
      health: container.health == .none ? nil : container.health.word, exitCode: container.exitCode,
      status: container.status, created: container.created.rfc3339, project: container.project?.rawValue,
      service: container.service?.rawValue, ports: container.ports.map(Self.text))
  }

  private static func text(_ port: PortBinding) -> String {
    guard let published = port.publicPort else { return "\(port.privatePort)/\(port.proto)" }
    return "\(port.address ?? ""):\(published)->\(port.privatePort)/\(port.proto)"
  }
}

extension StatusReport.Image {
  init(_ image: ImageSummary, usedBy: Int) {
    self.init(
      id: image.id.rawValue, tags: image.repoTags, sizeBytes: image.size, created: image.created.rfc3339,
      usedBy: usedBy)
  }
}

extension StatusReport.Volume {
  init(_ volume: VolumeSummary, _ containers: [ContainerSummary]) {
    self.init(
      name: volume.name.rawValue, driver: volume.driver, mountpoint: volume.mountpoint,
      usedBy: containers.filter { $0.mounts.contains { $0.name == volume.name } }.map(\.name))
  }
}

extension StatusReport.Network {
  init(_ network: NetworkSummary, _ containers: [ContainerSummary]) {
    self.init(
      id: network.id.rawValue, name: network.name, driver: network.driver, subnets: network.subnets,
      usedBy: containers.filter { $0.networks.contains { $0.networkID == network.id } }.map(\.name))
  }
}

extension StatusReport.Stack {
  static func grouped(_ containers: [ContainerSummary]) -> [StatusReport.Stack] {
    let owned = containers.filter { $0.project != nil && !$0.compose.isOneOff }
    let groups = Dictionary(grouping: owned) {
      [$0.project?.rawValue ?? "", $0.compose.workingDirectory ?? ""]
    }
    return groups.sorted { $0.key.joined(separator: "\0") < $1.key.joined(separator: "\0") }.map {
      key, members in
      let services = Dictionary(grouping: members) { $0.service?.rawValue ?? "" }.sorted { $0.key < $1.key }
      return StatusReport.Stack(
        name: key[0], folder: key[1], files: members.first?.compose.configFiles ?? [],
        services: services.map { name, replicas in
          StatusReport.Service(
            name: name, running: replicas.count { $0.state == .running }, containers: replicas.count)
        })
    }
  }
}
