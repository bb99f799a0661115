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

  /// DELETE /networks/{id}; 403 where a container uses it or the engine made it.
  public static func removeNetwork(_ id: NetworkID) -> EngineRequest {
    EngineRequest(.delete, "networks", id.rawValue, timeout: 60)
  }

  /// POST /networks/prune: removes every network that no container uses.
  public static let pruneNetworks = EngineRequest(.post, "networks", "prune", timeout: 300)
}
