import SimulatedEngine
import TestSupport
import Testing

@Suite struct SystemTests {
  @Test(arguments: ["/_ping", "/v1.41/_ping"])
  func pingTellsTheVersionInItsHeaders(path: String) async throws {
    try await withEngine { _, client in
      let response = try client.request("GET", path)
      #expect(response.text == "OK")
      #expect(response.headers["api-version"] == "1.50")
      #expect(response.headers["ostype"] == "linux")
    }
  }

  @Test func headOfPingHasNoBody() async throws {
    try await withEngine { _, client in
      let response = try client.request("HEAD", "/_ping")
      #expect(response.status == 200)
      try #expect(client.request("GET", "/_ping").status == 200)
    }
  }

  @Test func versionTellsTheRangeOfVersions() async throws {
    try await withEngine(options: .testing(api: "1.41", oldest: "1.12")) { _, client in
      let version = try ReferenceJSON(client.request("GET", "/version").body)
      #expect(version["ApiVersion"].string == "1.41")
      #expect(version["MinAPIVersion"].string == "1.12")
    }
  }

  @Test func infoCountsContainersByState() async throws {
    try await withEngine([
      SimulatedContainer(name: "a"), SimulatedContainer(name: "b", state: .paused),
      SimulatedContainer(name: "c", state: .exited(code: 1)), SimulatedContainer(name: "d", state: .created),
    ]) { _, client in
      let info = try ReferenceJSON(client.request("GET", "/info").body)
      let counts = ["Containers", "ContainersRunning", "ContainersPaused", "ContainersStopped"].map {
        info[$0].number
      }
      #expect(counts == [4, 1, 1, 2])
    }
  }

  @Test func unknownPathIsNotFound() async throws {
    try await withEngine { _, client in
      let response = try client.request("GET", "/v1.40/nope")
      #expect(response.status == 404)
      #expect(response.message == "page not found")
    }
  }

  @Test func clientThatIsTooOldIsRefused() async throws {
    try await withEngine { _, client in
      let response = try client.request("GET", "/v1.20/containers/json")
      #expect(response.status == 400)
      #expect(
        response.message
          == "client version 1.20 is too old. Minimum supported API version is 1.24, please upgrade your client "
          + "to a newer version")
    }
  }

  @Test func clientThatIsTooNewIsRefused() async throws {
    try await withEngine { _, client in
      let response = try client.request("GET", "/v1.99/info")
      #expect(response.message == "client version 1.99 is too new. Maximum supported API version is 1.50")
    }
  }

  @Test func whatNeedsASwarmIsUnavailable() async throws {
    try await withEngine { _, client in
      try #expect(client.request("GET", "/services").status == 503)
    }
  }

  @Test func stopRemovesTheSocket() async throws {
    var path = ""
    try await withEngine { engine, _ in path = engine.socketPath }
    #expect(throws: RawClient.CannotConnect.self) { try RawClient(path) }
  }

  @Test func oneConnectionServesManyRequests() async throws {
    try await withEngine { engine, client in
      for _ in 0..<3 { _ = try client.request("GET", "/info") }
      #expect(engine.openConnections == 1)
    }
  }
}
