import SimulatedEngine
import Testing

@Suite struct LogTests {
  /// Ten lines a second, the present being line 36,000.
  private let busy = SimulatedContainer(name: "busy", log: LogPattern(.counted, every: .milliseconds(100)))
  private let quiet = SimulatedContainer(name: "quiet")

  @Test func framesTellTheStream() async throws {
    try await withEngine([quiet]) { engine, client in
      engine.writeLog("quiet", ["out"])
      engine.writeLog("quiet", ["err"], isError: true)
      try #expect(client.frames("quiet", "stdout=1&stderr=1") == ["1 out", "2 err"])
    }
  }

  @Test func oneStreamAlone() async throws {
    try await withEngine([quiet]) { engine, client in
      engine.writeLog("quiet", ["out"])
      engine.writeLog("quiet", ["err"], isError: true)
      try #expect(client.frames("quiet", "stderr=1") == ["2 err"])
    }
  }

  @Test func terminalIsRaw() async throws {
    var terminal = quiet
    terminal.isTTY = true
    try await withEngine([terminal]) { engine, client in
      engine.writeLog("quiet", ["日本 🐳"])
      let response = try client.request("GET", "/containers/quiet/logs?stdout=1")
      #expect(response.text == "日本 🐳\r\n")
      #expect(response.headers["content-type"] == "application/vnd.docker.raw-stream")
    }
  }

  @Test(arguments: [
    ("/v1.42", "application/vnd.docker.multiplexed-stream"), ("/v1.41", "application/vnd.docker.raw-stream"),
  ])
  func contentTypeTellsFramesSince142(version: String, type: String) async throws {
    try await withEngine([quiet]) { _, client in
      let response = try client.request("GET", version + "/containers/quiet/logs?stdout=1")
      #expect(response.headers["content-type"] == type)
    }
  }

  @Test func tailTakesTheLastLines() async throws {
    try await withEngine([busy]) { _, client in
      try #expect(client.frames("busy", "stdout=1&tail=2") == ["1 line 35999", "1 line 36000"])
    }
  }

  @Test func sinceLeavesOutTheOlder() async throws {
    try await withEngine([busy]) { _, client in
      let lines = try client.frames("busy", "stdout=1&since=1768478399.850")
      #expect(lines == ["1 line 35999", "1 line 36000"])
    }
  }

  @Test func untilLeavesOutTheNewer() async throws {
    try await withEngine([busy]) { _, client in
      let lines = try client.frames("busy", "stdout=1&since=1768478399.7&until=1768478399.8")
      #expect(lines == ["1 line 35997", "1 line 35998"])
    }
  }

  @Test func timestampsStandBeforeTheLines() async throws {
    try await withEngine([busy]) { _, client in
      let lines = try client.frames("busy", "stdout=1&tail=1&timestamps=1")
      #expect(lines == ["1 2026-01-15T12:00:00.000000000Z line 36000"])
    }
  }

  @Test func rotationKeepsTheLast5000Lines() async throws {
    try await withEngine([busy]) { _, client in
      let lines = try client.frames("busy", "stdout=1")
      #expect(lines.count == 5000)
      #expect(lines.first == "1 line 31001")
    }
  }

  @Test func followingGoesOnWithTheClock() async throws {
    try await withEngine([busy]) { engine, client in
      client.send("GET", "/containers/busy/logs?stdout=1&follow=1&tail=0")
      _ = try client.head()
      try await eventually { engine.openStreams == 1 }
      await engine.advance(by: .milliseconds(200))
      #expect(RawClient.frames(try client.chunk() ?? []) == ["1 line 36001", "1 line 36002"])
    }
  }

  @Test func followingEndsWithTheContainer() async throws {
    try await withEngine([quiet]) { engine, client in
      client.send("GET", "/containers/quiet/logs?stdout=1&stderr=1&follow=1")
      _ = try client.head()
      try await eventually { engine.openStreams == 1 }
      engine.crash("quiet", exitCode: 2)
      #expect(RawClient.frames(try client.chunk() ?? []) == ["2 quiet: fatal error, exit status 2"])
      try #expect(client.chunk() == nil)
    }
  }

  @Test func writtenLinesStandBetweenTheOthers() async throws {
    try await withEngine([busy]) { engine, client in
      engine.writeLog("busy", ["hello"])
      await engine.advance(by: .milliseconds(100))
      let lines = try client.frames("busy", "stdout=1&tail=3")
      #expect(lines == ["1 line 36000", "1 hello", "1 line 36001"])
    }
  }

  @Test func floodIsReadWhole() async throws {
    try await withEngine([quiet]) { engine, client in
      engine.floodLogs("quiet", lines: 20_000)
      let lines = try client.frames("quiet", "stdout=1")
      #expect(lines.count == 20_000)
      #expect(lines.first == "1 line 1 of 20000")
      #expect(lines.last == "1 THE-END")
    }
  }

  @Test func refusesWithoutAStream() async throws {
    try await withEngine([quiet]) { _, client in
      let response = try client.request("GET", "/containers/quiet/logs")
      #expect(response.status == 400)
      #expect(response.message == "Bad parameters: you must choose at least one stream")
    }
  }

  @Test(arguments: [
    LogPattern.Style.access, .json, .coloured, .database, .progress, .worldwide,
  ])
  func linesOfAllStylesAreInOrder(style: LogPattern.Style) async throws {
    let container = SimulatedContainer(name: "x", log: LogPattern(style, every: .milliseconds(300)))
    try await withEngine([container]) { _, client in
      let stamps = try client.frames("x", "stdout=1&stderr=1&timestamps=1&tail=500").map {
        $0.dropFirst(2).prefix(30)
      }
      #expect(stamps.count == 500)
      #expect(stamps == stamps.sorted())
    }
  }
}
