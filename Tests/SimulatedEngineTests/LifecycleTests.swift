import SimulatedEngine
import Testing

@Suite struct LifecycleTests {
  private let host = [
    SimulatedContainer(name: "run", mounts: [.init("data", at: "/d")]),
    SimulatedContainer(name: "cold", state: .created),
    SimulatedContainer(name: "ice", state: .paused),
    SimulatedContainer(name: "done", state: .exited(code: 0)),
  ]

  @Test(arguments: [
    ("POST", "/containers/run/start", 304), ("POST", "/containers/run/stop", 204),
    ("POST", "/containers/done/stop", 304), ("POST", "/containers/cold/start", 204),
    ("POST", "/containers/run/restart", 204), ("POST", "/containers/run/kill", 204),
    ("POST", "/containers/run/pause", 204), ("POST", "/containers/ice/unpause", 204),
    ("POST", "/containers/run/rename?name=walk", 204), ("DELETE", "/containers/done", 204),
    ("DELETE", "/containers/run?force=1", 204), ("POST", "/containers/nope/start", 404),
  ])
  func answersWithTheEnginesStatus(method: String, path: String, status: Int) async throws {
    try await withEngine(host) { _, client in try #expect(client.request(method, path).status == status) }
  }

  @Test(arguments: [
    (
      "DELETE", "/containers/run", 409,
      "cannot remove container \"/run\": container is running: stop the container before removing or force remove"
    ),
    (
      "DELETE", "/containers/ice", 409,
      "cannot remove container \"/ice\": container is paused and must be unpaused first"
    ),
    (
      "POST", "/containers/run/rename?name=run", 400,
      "Renaming a container with the same name as its current name"
    ),
    (
      "POST", "/containers/run/rename?name=b%20d", 400,
      "Error when allocating new name: Invalid container name (b d), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed"
    ),
    ("POST", "/containers/run/kill?signal=FOO", 400, "invalid signal: FOO"),
    ("POST", "/containers/ice/start", 409, "cannot start a paused container, try unpause instead"),
  ])
  func refusesInTheEnginesWords(method: String, path: String, status: Int, message: String) async throws {
    try await withEngine(host) { _, client in
      let response = try client.request(method, path)
      #expect(response.status == status)
      #expect(response.message == message)
    }
  }

  @Test func renameToAUsedNameNamesItsHolder() async throws {
    try await withEngine(host) { _, client in
      let holder = try #require(try client.inspect("done")["Id"].string)
      let response = try client.request("POST", "/containers/run/rename?name=done")
      #expect(response.status == 409)
      #expect(response.message.contains("\"/done\" is already in use by container \"\(holder)\""))
    }
  }

  @Test(arguments: [
    (
      "POST", "/containers/run/stop",
      ["container kill", "container die", "network disconnect", "volume unmount", "container stop"]
    ),
    ("POST", "/containers/cold/start", ["network connect", "container start"]),
    (
      "POST", "/containers/run/restart",
      [
        "container kill", "container die", "network disconnect", "volume unmount", "container stop",
        "network connect", "volume mount", "container start", "container restart",
      ]
    ),
    (
      "DELETE", "/containers/run?force=1",
      ["container kill", "container die", "network disconnect", "volume unmount", "container destroy"]
    ),
    ("POST", "/containers/run/kill?signal=HUP", ["container kill"]),
    ("POST", "/containers/run/pause", ["container pause"]),
    ("POST", "/containers/run/rename?name=x", ["container rename"]),
    ("POST", "/containers/prune", ["container destroy", "container destroy", "container prune"]),
  ])
  func emitsEventsInOrder(method: String, path: String, events: [String]) async throws {
    try await withEngine(host) { _, client in
      _ = try client.request(method, path)
      try #expect(client.pastEvents() == events)
    }
  }

  @Test func stopAnswersWhenTheContainerHasEnded() async throws {
    var slow = SimulatedContainer(name: "slow")
    slow.stopTime = .seconds(3)
    try await withEngine([slow]) { engine, client in
      client.send("POST", "/containers/slow/stop")
      await engine.waitForRequests(matching: "/stop")
      try await eventually { engine.openStreams == 1 }
      await engine.advance(by: .seconds(3))
      try #expect(client.head().status == 204)
      try #expect(client.inspect("slow")["State"]["ExitCode"].number == 0)
    }
  }

  @Test func stopKillsWhatDoesNotEndInTime() async throws {
    var deaf = SimulatedContainer(name: "deaf")
    deaf.stopTime = .seconds(60)
    try await withEngine([deaf]) { engine, client in
      client.send("POST", "/containers/deaf/stop?t=2")
      try await eventually { engine.openStreams == 1 }
      await engine.advance(by: .seconds(2))
      try #expect(client.head().status == 204)
      try #expect(client.inspect("deaf")["State"]["ExitCode"].number == 137)
    }
  }

  @Test func crashComesBackByPolicy() async throws {
    var container = SimulatedContainer(name: "sink")
    container.restartPolicy = "always"
    container.temper = .crashes(every: .seconds(60), code: 139, pause: .seconds(4))
    try await withEngine([container]) { engine, client in
      await engine.advance(by: .seconds(61))
      try #expect(client.inspect("sink")["State"]["Status"].string == "restarting")
      try #expect(client.inspect("sink")["State"]["ExitCode"].number == 139)
      await engine.advance(by: .seconds(4))
      try #expect(client.inspect("sink")["State"]["Status"].string == "running")
      try #expect(client.inspect("sink")["RestartCount"].number == 1)
    }
  }

  @Test func healthFailsAndRecovers() async throws {
    var container = SimulatedContainer(name: "ill", health: .init())
    container.temper = .sickens(every: .seconds(30), duration: .seconds(10))
    try await withEngine([container]) { engine, client in
      await engine.advance(by: .seconds(31))
      try #expect(client.inspect("ill")["State"]["Health"]["Status"].string == "unhealthy")
      await engine.advance(by: .seconds(10))
      try #expect(client.inspect("ill")["State"]["Health"]["Status"].string == "healthy")
    }
  }

  @Test func startedContainerBecomesHealthy() async throws {
    try await withEngine([SimulatedContainer(name: "a", state: .created, health: .init())]) {
      engine, client in
      _ = try client.request("POST", "/containers/a/start")
      try #expect(client.inspect("a")["State"]["Health"]["Status"].string == "starting")
      await engine.advance(by: .seconds(5))
      try #expect(client.inspect("a")["State"]["Health"]["Status"].string == "healthy")
    }
  }
}
