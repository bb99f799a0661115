extension SimulatedEngine {
  /// The requests received, oldest first (the last 10,000).
  package var requests: [RecordedRequest] { journal.requests }

  /// How many streams (events, logs, stats) are open.
  package var openStreams: Int { world.openStreams }

  /// How many connections are open.
  package var openConnections: Int { server.connections }

  /// The engine's present.
  package var now: EngineInstant { world.clock.now }

  /// Forgets the requests received so far.
  package func clearRequests() { journal.clear() }

  /// Returns when `count` requests whose `METHOD target` contains `text` were received, now or earlier.
  package func waitForRequests(matching text: String, count: Int = 1) async {
    await journal.wait(for: text, count: count)
  }

  /// Moves a manual clock; returns when each open stream has sent what was due. (A running clock is moved, too.)
  package func advance(by duration: Duration) async { await world.advance(by: duration) }

  /// Answers the next `count` requests whose `METHOD target` contains `text` with a fault.
  package func inject(_ fault: Fault, matching text: String = "", count: Int = 1) {
    troubles.add(fault, matching: text, count: count)
  }

  /// Delays answers to requests whose `METHOD target` contains `text`, in real time; zero takes the delay away.
  package func setLatency(_ delay: Duration, matching text: String = "") {
    troubles.setLatency(delay, matching: text)
  }

  /// Takes all faults and delays away.
  package func clearFaults() { troubles.clear() }

  /// Stops listening and closes all connections: clients are refused until `acceptConnections()`.
  package func refuseConnections() async { await server.hangUp() }

  /// Listens again. Throws NIO's error where the socket cannot be made.
  package func acceptConnections() async throws { try await server.listen() }

  /// Restarts the engine as its service manager would: all connections drop, clients are refused for `downtime`
  /// (real time), events of before are forgotten. Without `keepsContainers` those that ran have ended, as on a
  /// host without live-restore, and only those with the policies `always` and `unless-stopped` run again.
  package func restartEngine(downtime: Duration = .zero, keepsContainers: Bool = true) async throws {
    await server.hangUp()
    world.withState { $0.restart(keepsContainers: keepsContainers) }
    if downtime > .zero { try await Task.sleep(for: downtime) }
    try await server.listen()
  }
}
