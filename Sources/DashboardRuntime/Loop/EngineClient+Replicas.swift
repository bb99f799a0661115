import EngineClient
import EngineModel
import StackPlanning

extension EngineClient {
  /// Makes a further container of a service, connects it to its networks and starts it. Where that fails, nothing is
  /// left of it.
  func createReplica(_ replica: ReplicaDefinition) async throws(EngineError) {
    let id = try await createContainer(replica.body, name: replica.name)
    do throws(EngineError) {
      for connection in replica.connections {
        try await perform(.connectNetwork(connection.network, connection.body(connecting: id)))
      }
      try await perform(.start(id))
    } catch {
      _ = try? await perform(.remove(id, force: true, volumes: true))
      throw error
    }
  }
}
