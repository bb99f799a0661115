import Dashboard
import EngineClient
import EngineModel

/// Reads the lists of resources, side by side.
struct EngineLists: Sendable {
  let client: EngineClient
  let inbox: EngineInbox
  let inventory: EngineInventory
  let health: HealthReader
  let ends: EndReader

  init(client: EngineClient, inbox: EngineInbox, inventory: EngineInventory) {
    self.client = client
    self.inbox = inbox
    self.inventory = inventory
    health = HealthReader(client: client, inbox: inbox)
    ends = EndReader(client: client, inbox: inbox)
  }

  /// Reads all four. Without the containers there is no dashboard; the others may be missing (engines that speak only
  /// a part of the API), and then their panes stay empty.
  func readAll() async throws(EngineError) {
    let others = Task { await readOthers() }
    try await readContainers()
    await others.value
  }

  /// Reads all but the containers.
  func readOthers() async { await read([.images, .volumes, .networks]) }

  func readContainers() async throws(EngineError) {
    let list = try await client.containers()
    inbox.post(EngineUpdate.containers(ends.completed(health.completed(list))))
    health.forget(except: list)
    ends.forget(except: list)
    health.read(list)
    ends.read(list)
  }

  /// Reads what is to be read again, side by side; of single containers all in one request.
  func read(_ targets: Set<RefreshTarget>) async {
    let ids = Set(targets.compactMap { if case .container(let id) = $0 { id } else { nil } })
    let some = ids.isEmpty || targets.contains(.containers) ? [] : ids
    await withTaskGroup(of: Void.self) { group in
      for target in targets { group.addTask { await read(target) } }
      if !some.isEmpty { group.addTask { await readSome(some) } }
    }
  }

  private func read(_ target: RefreshTarget) async {
    switch target {
    case .container: break
    case .containers: try? await readContainers()
    case .images: await readImages()
    case .volumes: await readVolumes()
    case .networks: await readNetworks()
    }
  }

  private func readImages() async {
    await read("images") {
      let images = try await client.images()
      inventory.update { $0.images = images }
      return .images(images)
    }
  }

  private func readVolumes() async {
    await read("volumes") {
      let volumes = try await client.volumes()
      inventory.update { $0.volumes = volumes }
      return .volumes(volumes)
    }
  }

  private func readNetworks() async {
    await read("networks") {
      let networks = try await client.networks()
      inventory.update { $0.networks = networks }
      return .networks(networks)
    }
  }

  /// Containers that an event has named; those that are gone are missing in the answer.
  private func readSome(_ ids: Set<ContainerID>) async {
    await read("containers") {
      let found = try await client.containers(ids: ids.sorted())
      health.read(found)
      ends.read(found, anew: true)
      return .someContainers(asked: ids, found: ends.completed(health.completed(found)))
    }
  }

  private func read(_ what: String, _ body: () async throws -> EngineUpdate) async {
    do {
      inbox.post(try await body())
    } catch let error as EngineError {
      // A lost connection is told once, by the event stream.
      guard !error.isCancellation, !error.isConnectionLoss else { return }
      inbox.post(.warning, error.trouble.inTheWay(of: "cannot list the \(what)"))
    } catch {}
  }
}
