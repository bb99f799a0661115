public import EngineModel

extension EngineClient {
  /// What the engine is.
  public func version() async throws(EngineError) -> EngineVersion {
    try await read(.version, EngineVersion.init(_:))
  }

  /// How the engine is set up and what it holds.
  public func info() async throws(EngineError) -> EngineInfo { try await read(.info, EngineInfo.init(_:)) }

  /// The disk space in use; may take minutes.
  public func diskUsage() async throws(EngineError) -> DiskUsage {
    try await read(.diskUsage, DiskUsage.init(_:))
  }

  /// The disk space that the volumes take; may take minutes.
  public func volumeUsage() async throws(EngineError) -> DiskUsage {
    try await read(.volumeUsage, DiskUsage.init(_:))
  }

  /// The running containers, or all; of `ids` only where given.
  public func containers(
    all: Bool = true, ids: [ContainerID]? = nil
  ) async throws(EngineError) -> [ContainerSummary] {
    let list: [ContainerSummary] = try await read(.containers(all: all, ids: ids))
    return list.filter { !$0.id.rawValue.isEmpty }
  }

  /// The health of those containers that have a check and run. Podman's list leaves it out, so each is asked, a few at a
  /// time; one that does not answer is left out.
  public func health(of containers: [ContainerSummary]) async -> [ContainerID: HealthState] {
    await withTaskGroup(of: (ContainerID, HealthState?).self) { group in
      var rest = containers.filter { $0.state == .running }[...]
      var found: [ContainerID: HealthState] = [:]
      func ask() {
        guard let id = rest.popFirst()?.id else { return }
        group.addTask { (id, try? await self.container(id).health?.status ?? HealthState.none) }
      }
      for _ in 0..<4 { ask() }
      for await (id, health) in group {
        found[id] = health
        ask()
      }
      return found
    }
  }

  /// Everything about one container.
  public func container(_ id: ContainerID) async throws(EngineError) -> ContainerDetails {
    try await read(.container(id), ContainerDetails.init(_:))
  }

  /// Makes a container, which does not run yet; hands back its id.
  public func createContainer(
    _ definition: JSONValue, name: String
  ) async throws(EngineError) -> ContainerID {
    try await read(.createContainer(definition, name: name)) { answer in
      answer["Id"].string.flatMap { $0.isEmpty ? nil : ContainerID($0) }
    }
  }

  /// A container's processes.
  public func processes(of id: ContainerID) async throws(EngineError) -> ProcessTable {
    try await read(.processes(of: id), ProcessTable.init(_:))
  }

  /// One measurement. It takes up to a second (the engine waits for its own tick), two before API 1.41.
  public func statsOnce(_ id: ContainerID) async throws(EngineError) -> StatsSample {
    try await read(.statsOnce(id))
  }

  /// The images.
  public func images() async throws(EngineError) -> [ImageSummary] {
    try await list(.images, ImageSummary.init(_:))
  }

  /// The steps of an image's making, newest first.
  public func imageHistory(_ id: ImageID) async throws(EngineError) -> [ImageHistoryEntry] {
    try await list(.imageHistory(id.rawValue), ImageHistoryEntry.init(_:))
  }

  /// Takes a name away, or an image by its id; what that did.
  public func removeImage(_ name: String, force: Bool = false) async throws(EngineError) -> [ImageRemoval] {
    try await list(.removeImage(name, force: force), ImageRemoval.init(_:))
  }

  /// The volumes, without their sizes (`diskUsage` has them).
  public func volumes() async throws(EngineError) -> [VolumeSummary] {
    try await list(.volumes(), in: "Volumes", VolumeSummary.init(_:))
  }

  /// The networks, without the containers in them.
  public func networks() async throws(EngineError) -> [NetworkSummary] {
    try await list(.networks, NetworkSummary.init(_:))
  }

  /// One network with the running containers in it.
  public func network(_ id: NetworkID) async throws(EngineError) -> NetworkSummary {
    try await read(.network(id), NetworkSummary.init(_:))
  }
}
