public import EngineModel

extension EngineRequest {
  /// GET /networks: all networks, without the containers in them.
  public static let networks = EngineRequest(.get, "networks")

  /// GET /networks/{id}: everything about one network, the running containers in it too.
  public static func network(_ id: NetworkID) -> EngineRequest {
    EngineRequest(.get, "networks", id.rawValue)
  }

  /// POST /networks/{id}/connect: connects a container, which the body names with its settings there.
  public static func connectNetwork(_ id: NetworkID, _ connection: JSONValue) -> EngineRequest {
    EngineRequest(
      .post, "networks", id.rawValue, "connect", body: Array(connection.prettyText.utf8), timeout: 60)
  }

  /// POST /networks/create: makes a network; the body is its definition. 409 where the name is taken.
  public static func createNetwork(_ definition: JSONValue) -> EngineRequest {
    EngineRequest(.post, "networks", "create", body: Array(definition.prettyText.utf8), timeout: 60)
  }

  /// POST /networks/{id}/disconnect: takes a container out, also one that does not run; with `force` where the
  /// container is in a state in which the engine would refuse.
  public static func disconnectNetwork(
    _ id: NetworkID, _ container: ContainerID, force: Bool = false
  ) -> EngineRequest {
    let body: JSONValue = .object([
      .init(key: "Container", value: .string(container.rawValue)), .init(key: "Force", value: .bool(force)),
    ])
    return EngineRequest(
      .post, "networks", id.rawValue, "disconnect", body: Array(body.prettyText.utf8), timeout: 60)
  }

  /// DELETE /networks/{id}; 403 where a container uses it or the engine made it.
  public static func removeNetwork(_ id: NetworkID) -> EngineRequest {
    EngineRequest(.delete, "networks", id.rawValue, timeout: 60)
  }

  /// POST /networks/prune: removes every network that no container uses.
  public static let pruneNetworks = EngineRequest(.post, "networks", "prune", timeout: 300)
}
