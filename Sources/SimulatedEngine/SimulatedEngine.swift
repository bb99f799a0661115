import Glibc

/// An engine inside this process: it speaks the Docker Engine API over HTTP/1.1 on a Unix socket of its own, and
/// its containers live. For demonstrations, tests, scale and faults.
///
/// While nobody asks, nothing is computed: stats and logs are functions of time. Clients get nothing but what the
/// API gives; the hooks of this type are for tests.
package final class SimulatedEngine: Sendable {
  let world: EngineWorld
  let server: EngineServer
  let journal = RequestJournal()
  let troubles = Troubles()

  /// Where the engine listens; the folder must exist and be private to the user, for there is no other protection.
  package var socketPath: String { server.socketPath }

  private init(socketPath: String, population: Population, options: Options) {
    let world = EngineWorld(population: population, options: options)
    let (journal, troubles) = (journal, troubles)
    self.world = world
    server = EngineServer(socketPath: socketPath) {
      ServedConnection(world: world, journal: journal, troubles: troubles)
    }
  }

  /// Starts an engine that listens on `socketPath` (at most 103 bytes).
  ///
  /// Throws NIO's error where the socket cannot be made.
  package static func start(
    socketPath: String, population: Population = .demo(), options: Options = Options()
  ) async throws -> SimulatedEngine {
    let engine = SimulatedEngine(socketPath: socketPath, population: population, options: options)
    do {
      try await engine.server.listen()
    } catch {
      await engine.server.shutDown()
      throw error
    }
    return engine
  }

  /// Ends the engine: closes all connections and removes the socket.
  package func stop() async {
    await server.hangUp()
    await server.shutDown()
    journal.end()
    unlink(socketPath)
  }
}
