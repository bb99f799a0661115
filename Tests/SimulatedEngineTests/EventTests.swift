import SimulatedEngine
import TestSupport
import Testing

@Suite struct EventTests {
  private let host = [
    SimulatedContainer(name: "a", labels: ["team": "ops"]), SimulatedContainer(name: "b", networks: ["none"]),
  ]

  /// The next event of a stream.
  private func next(_ client: RawClient) throws -> ReferenceJSON { try ReferenceJSON(client.chunk() ?? []) }

  @Test func streamTellsWhatHappens() async throws {
    try await withEngine(host) { engine, client in
      client.send("GET", "/events?" + filter(#"{"type":["container"]}"#))
      try #expect(client.head().headers["transfer-encoding"] == "chunked")
      engine.setHealth("a", .unhealthy)
      try #expect(next(client)["Action"].string == "health_status: unhealthy")
    }
  }

  @Test func eventCarriesNameImageAndLabels() async throws {
    try await withEngine(host) { engine, client in
      client.send("GET", "/events")
      _ = try client.head()
      engine.setHealth("a", .unhealthy)
      let attributes = try next(client)["Actor"]["Attributes"]
      #expect(attributes["name"].string == "a")
      #expect(attributes["image"].string == "busybox:1.36")
      #expect(attributes["team"].string == "ops")
    }
  }

  @Test(arguments: [
    (#"{"container":["b"]}"#, ["container kill", "container die", "container stop"]),
    (#"{"event":["die"]}"#, ["container die", "container die"]),
    (#"{"type":["network"]}"#, ["network disconnect", "network disconnect"]),
    (#"{"label":["team=ops"],"event":["stop"]}"#, ["container stop"]),
    (#"{"image":["busybox"],"event":["stop"]}"#, ["container stop", "container stop"]),
  ])
  func filters(text: String, events: [String]) async throws {
    try await withEngine(host) { _, client in
      for name in ["a", "b"] { _ = try client.request("POST", "/containers/\(name)/stop") }
      try #expect(client.pastEvents("&" + filter(text)) == events)
    }
  }

  @Test func sinceBringsBackThePast() async throws {
    try await withEngine(host) { engine, client in
      engine.setHealth("a", .unhealthy)
      await engine.advance(by: .seconds(10))
      engine.setHealth("a", .healthy)
      let body = try client.request("GET", "/events?since=1768478405&until=1768478410").text
      #expect(body.contains("health_status: healthy"))
      #expect(!body.contains("unhealthy"))
    }
  }

  @Test func pastReachesBack256Events() async throws {
    try await withEngine { engine, client in
      for index in 0..<300 {
        engine.emit(SimulatedEvent(type: "daemon", action: "reload", actor: "\(index)"))
      }
      try #expect(client.pastEvents().count == 256)
    }
  }

  @Test func untilEndsTheStream() async throws {
    try await withEngine(host) { engine, client in
      client.send("GET", "/events?until=1768478402")
      _ = try client.head()
      try await eventually { engine.openStreams == 1 }
      await engine.advance(by: .seconds(2))
      try #expect(client.chunk() == nil)
    }
  }

  @Test func oldFieldsAreGoneSince152() async throws {
    try await withEngine(host, options: .testing(api: "1.52")) { engine, client in
      engine.crash("a", exitCode: 9)
      let query = "/events?since=1&until=1768478400&" + filter(#"{"event":["die"]}"#)
      let old = try ReferenceJSON(client.request("GET", "/v1.51" + query).body)
      let new = try ReferenceJSON(client.request("GET", "/v1.52" + query).body)
      #expect(old["status"].string == "die")
      #expect(old["from"].string == "busybox:1.36")
      #expect(new["status"] == .null)
      #expect(new["Actor"]["Attributes"]["exitCode"].string == "9")
    }
  }

  @Test func whatHappensByItselfWakesTheStream() async throws {
    var container = SimulatedContainer(name: "c")
    container.temper = .crashes(every: .seconds(5), code: 1, pause: .seconds(1))
    try await withEngine([container]) { engine, client in
      client.send("GET", "/events?" + filter(#"{"event":["die"]}"#))
      _ = try client.head()
      try await eventually { engine.openStreams == 1 }
      await engine.advance(by: .seconds(60))
      try #expect(next(client)["time"].number == 1_768_478_405)
    }
  }

  @Test func healthChecksShowAsExecs() async throws {
    let container = SimulatedContainer(name: "h", health: .init("true", every: .seconds(10)))
    try await withEngine([container], options: .testing(visibleHealthChecks: 1)) { engine, client in
      await engine.advance(by: .seconds(20))
      let past = try client.request("GET", "/events?since=1&until=1768478420").text
      #expect(past.contains("exec_create: /bin/sh -c true"))
      #expect(past.contains("\"exitCode\":\"0\""))
    }
  }

  @Test func closedClientEndsItsStream() async throws {
    try await withEngine { engine, _ in
      var other: RawClient? = try RawClient(engine.socketPath)
      other?.send("GET", "/events")
      try await eventually { engine.openStreams == 1 }
      other = nil
      try await eventually { engine.openStreams == 0 }
      #expect(other == nil)
    }
  }
}
