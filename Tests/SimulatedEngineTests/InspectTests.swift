import SimulatedEngine
import TestSupport
import Testing

@Suite struct InspectTests {
  @Test func findsByNameAndByTheBeginningOfAnID() async throws {
    try await withEngine([SimulatedContainer(name: "api")]) { _, client in
      let id = try #require(try client.inspect("api")["Id"].string)
      try #expect(client.inspect(String(id.prefix(6)))["Name"].string == "/api")
    }
  }

  @Test func tellsOfAContainerThatIsNotThere() async throws {
    try await withEngine { _, client in
      let response = try client.request("GET", "/containers/x/json")
      #expect(response.status == 404)
      #expect(response.message == "No such container: x")
    }
  }

  @Test func showsEnvironmentLimitsAndMounts() async throws {
    var container = SimulatedContainer(
      name: "api", environment: ["TOKEN=secret"], mounts: [.init("data", at: "/d", isReadOnly: true)])
    container.memoryLimit = 1 << 28
    try await withEngine([container]) { _, client in
      let document = try client.inspect("api")
      #expect(document["Config"]["Env"][0].string == "TOKEN=secret")
      #expect(document["HostConfig"]["Memory"].number == 268_435_456)
      #expect(document["Mounts"][0]["Name"].string == "data")
      #expect(document["Mounts"][0]["RW"] == .bool(false))
    }
  }

  @Test func healthHasTheLastChecks() async throws {
    try await withEngine([SimulatedContainer(name: "api", health: .init(status: .unhealthy))]) { _, client in
      let health = try client.inspect("api")["State"]["Health"]
      #expect(health["Status"].string == "unhealthy")
      #expect(health["Log"].elements.count == 5)
      #expect(health["Log"][4]["ExitCode"].number == 1)
    }
  }

  @Test func topLevelAddressIsGoneSince152() async throws {
    try await withEngine([SimulatedContainer(name: "api")], options: .testing(api: "1.52")) {
      _, client in
      let old = try client.inspect("api", version: "/v1.51")["NetworkSettings"]
      let new = try client.inspect("api", version: "/v1.52")["NetworkSettings"]
      #expect(old["IPAddress"].string == "172.17.0.2")
      #expect(new["IPAddress"] == .null)
      #expect(new["Networks"]["bridge"]["IPAddress"].string == "172.17.0.2")
    }
  }

  @Test func topListsProcesses() async throws {
    try await withEngine([SimulatedContainer(name: "api", command: ["node", "server.js"])]) { _, client in
      let top = try ReferenceJSON(client.request("GET", "/containers/api/top").body)
      #expect(top["Titles"][7].string == "CMD")
      #expect(top["Processes"][0][7].string == "node server.js")
    }
  }

  @Test func topOfAStoppedContainerIsAConflict() async throws {
    try await withEngine([SimulatedContainer(name: "api", state: .exited(code: 0))]) { _, client in
      try #expect(client.request("GET", "/containers/api/top").status == 409)
    }
  }
}
