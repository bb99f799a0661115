import SimulatedEngine
import TestSupport
import Testing

@Suite struct ContainerListTests {
  private let host = [
    SimulatedContainer(name: "api", labels: ["tier": "front"], health: .init()),
    SimulatedContainer(
      name: "db", image: "postgres:17", mounts: [.init("data", at: "/d")], networks: ["back"]),
    SimulatedContainer(name: "job", state: .exited(code: 3)),
    SimulatedContainer(name: "new", state: .created),
  ]

  @Test func showsOnlyRunningOnesByDefault() async throws {
    try await withEngine(host) { _, client in try #expect(client.names("") == ["api", "db"]) }
  }

  @Test func showsAllWhenAsked() async throws {
    try await withEngine(host) { _, client in
      try #expect(client.names("all=1") == ["api", "db", "job", "new"])
    }
  }

  @Test func limitTakesTheNewest() async throws {
    try await withEngine(host) { _, client in try #expect(client.names("limit=2").count == 2) }
  }

  @Test(arguments: [
    (#"{"name":["ap"]}"#, ["api"]), (#"{"name":["^/db$"]}"#, ["db"]), (#"{"name":{"job":true}}"#, ["job"]),
    (#"{"status":["created"]}"#, ["new"]), (#"{"status":["exited","running"]}"#, ["api", "db", "job"]),
    (#"{"label":["tier"]}"#, ["api"]), (#"{"label":["tier=back"]}"#, []),
    (#"{"health":["healthy"]}"#, ["api"]),
    (#"{"ancestor":["postgres:17"]}"#, ["db"]), (#"{"network":["back"]}"#, ["db"]),
    (#"{"volume":["data"]}"#, ["db"]), (#"{"exited":["3"]}"#, ["job"]),
  ])
  func filters(text: String, names: [String]) async throws {
    try await withEngine(host) { _, client in try #expect(client.names("all=1&" + filter(text)) == names) }
  }

  @Test func refusesAnUnknownFilter() async throws {
    try await withEngine { _, client in
      let response = try client.request("GET", "/containers/json?" + filter(#"{"colour":["red"]}"#))
      #expect(response.status == 400)
      #expect(response.message == "invalid filter 'colour'")
    }
  }

  @Test(arguments: [
    (SimulatedContainer.State.running, "Up About an hour (healthy)"), (.paused, "Up About an hour (Paused)"),
    (.exited(code: 137), "Exited (137) About an hour ago"), (.created, "Created"),
    (.restarting(code: 3), "Restarting (3) About an hour ago"), (.dead, "Dead"),
  ])
  func statusIsInTheEnginesWords(state: SimulatedContainer.State, words: String) async throws {
    try await withEngine([SimulatedContainer(name: "x", state: state, health: .init())]) { _, client in
      let list = try ReferenceJSON(client.request("GET", "/containers/json?all=1").body)
      #expect(list[0]["Status"].string == words)
    }
  }

  @Test func statusMovesWithTime() async throws {
    try await withEngine([SimulatedContainer(name: "x")]) { engine, client in
      _ = try client.request("GET", "/containers/json")
      await engine.advance(by: .seconds(3600 * 4))
      let list = try ReferenceJSON(client.request("GET", "/containers/json").body)
      #expect(list[0]["Status"].string == "Up 5 hours")
    }
  }

  @Test func healthHasAFieldSince152() async throws {
    try await withEngine(host, options: .testing(api: "1.52")) { _, client in
      let new = try ReferenceJSON(
        client.request("GET", "/v1.52/containers/json?" + filter(#"{"name":["api"]}"#)).body)
      let old = try ReferenceJSON(
        client.request("GET", "/v1.51/containers/json?" + filter(#"{"name":["api"]}"#)).body)
      #expect(new[0]["Health"]["Status"].string == "healthy")
      #expect(old[0]["Health"] == .null)
    }
  }

  @Test func publishedPortsHaveAnAddressEach() async throws {
    let web = SimulatedContainer(name: "web", ports: [.init(80, published: 8080), .init(443)])
    try await withEngine([web]) { _, client in
      let list = try ReferenceJSON(client.request("GET", "/containers/json").body)
      #expect(list[0]["Ports"].elements.map { $0["PublicPort"].number } == [8080, 8080, nil])
    }
  }
}
