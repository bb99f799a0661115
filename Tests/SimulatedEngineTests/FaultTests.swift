import SimulatedEngine
import TestSupport
import Testing

@Suite struct FaultTests {
  private let host = [SimulatedContainer(name: "a"), SimulatedContainer(name: "b")]

  @Test func faultHitsAsOftenAsOrdered() async throws {
    try await withEngine { engine, client in
      engine.inject(.status(500, message: "boom"), matching: "/info", count: 2)
      let statuses = try (0..<3).map { _ in try client.request("GET", "/info").status }
      #expect(statuses == [500, 500, 200])
    }
  }

  @Test func faultHitsOnlyWhatMatches() async throws {
    try await withEngine { engine, client in
      engine.inject(.status(503, message: "later"), matching: "POST")
      try #expect(client.request("GET", "/info").status == 200)
      try #expect(client.request("POST", "/containers/prune").message == "later")
    }
  }

  @Test func pageOfAProxy() async throws {
    try await withEngine { engine, client in
      engine.inject(.html(502))
      let response = try client.request("GET", "/info")
      #expect(response.status == 502)
      #expect(response.headers["content-type"] == "text/html")
    }
  }

  @Test func cutAnswerPromisesMoreThanItSends() async throws {
    try await withEngine(host) { engine, client in
      engine.inject(.cut)
      #expect(throws: RawClient.ConnectionClosed.self) { try client.request("GET", "/containers/json") }
    }
  }

  @Test func brokenJSONIsACompleteBody() async throws {
    try await withEngine(host) { engine, client in
      engine.inject(.brokenJSON)
      let response = try client.request("GET", "/containers/json")
      #expect(response.status == 200)
      #expect(throws: (any Error).self) { try ReferenceJSON(response.body) }
    }
  }

  @Test func closedConnection() async throws {
    try await withEngine { engine, client in
      engine.inject(.close)
      #expect(throws: RawClient.ConnectionClosed.self) { try client.request("GET", "/info") }
    }
  }

  @Test func garbageIsNoHTTP() async throws {
    try await withEngine { engine, client in
      engine.inject(.garbage)
      client.send("GET", "/info")
      #expect(client.rest().count == 256)
    }
  }

  @Test func hangingRequestLeavesOthersAlone() async throws {
    try await withEngine { engine, client in
      engine.inject(.hang, matching: "/info")
      client.send("GET", "/info")
      await engine.waitForRequests(matching: "/info")
      try #expect(RawClient(engine.socketPath).request("GET", "/_ping").status == 200)
    }
  }

  @Test func delayedAnswersOvertakeNothing() async throws {
    try await withEngine { engine, client in
      engine.setLatency(.milliseconds(20), matching: "/info")
      try #expect(client.request("GET", "/info").status == 200)
      engine.clearFaults()
      #expect(engine.requests.map(\.target) == ["/info"])
    }
  }

  @Test func refusesAndAcceptsConnections() async throws {
    try await withEngine { engine, _ in
      await engine.refuseConnections()
      #expect(throws: RawClient.CannotConnect.self) { try RawClient(engine.socketPath) }
      try await engine.acceptConnections()
      try #expect(RawClient(engine.socketPath).request("GET", "/_ping").status == 200)
    }
  }

  @Test func restartDropsConnectionsAndEvents() async throws {
    try await withEngine(host) { engine, client in
      engine.setHealth("a", .unhealthy)
      try await engine.restartEngine()
      #expect(throws: RawClient.ConnectionClosed.self) { try client.request("GET", "/info") }
      try #expect(RawClient(engine.socketPath).pastEvents().isEmpty)
    }
  }

  @Test func restartMayEndContainers() async throws {
    var lasting = SimulatedContainer(name: "lasting")
    lasting.restartPolicy = "always"
    try await withEngine(host + [lasting]) { engine, _ in
      try await engine.restartEngine(keepsContainers: false)
      try #expect(RawClient(engine.socketPath).names("") == ["lasting"])
    }
  }

  @Test func containersComeAndGo() async throws {
    try await withEngine(host) { engine, client in
      engine.add(SimulatedContainer(name: "c"))
      engine.remove("a")
      try #expect(client.names("") == ["b", "c"])
    }
  }

  @Test func hundredsOfClientsAreServed() async throws {
    try await withEngine(host) { engine, _ in
      let clients = try (0..<300).map { _ in try RawClient(engine.socketPath) }
      for client in clients { client.send("GET", "/containers/a/stats") }
      for client in clients { try #expect(client.head().status == 200) }
      try await eventually { engine.openStreams == 300 }
    }
  }
}
