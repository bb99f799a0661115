import SimulatedEngine
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// Logs from the engine to the screen.
@MainActor @Suite struct LogStreamTests {
  private let web = SimulatedContainer(name: "web")

  private func following(_ rig: Rig) async throws {
    try await rig.until("the log was never asked for") { rig.requests.contains { $0.contains("/logs") } }
  }

  @Test func linesArrive() async throws {
    try await withDashboard([web]) { rig in
      try await following(rig)
      rig.engine.writeLog("web", ["hello there"])
      try await rig.until(showing: "hello there")
    }
  }

  @Test func oldLinesAreRead() async throws {
    let talkative = SimulatedContainer(name: "web", log: LogPattern(.counted, every: .seconds(60)))
    try await withDashboard([talkative]) { rig in
      try await rig.until(showing: "line 60")
    }
  }

  @Test func aScrolledLogStandsStill() async throws {
    try await withDashboard([web]) { rig in
      try await following(rig)
      rig.engine.writeLog("web", (1...100).map { "row \($0)." })
      try await rig.until(showing: "row 100.")
      try rig.press("<enter> k")
      let before = rig.sentences(from: "row ")
      rig.engine.writeLog("web", ["the newest"])
      try await rig.until(showing: "101 lines")
      #expect(rig.sentences(from: "row ") == before)
    }
  }

  @Test func aFloodKeepsTheLastLineAndFewFrames() async throws {
    try await withDashboard([web]) { rig in
      try await following(rig)
      let paints = rig.screen.paints
      rig.engine.floodLogs("web", lines: 20_000)
      try await rig.until(showing: "THE-END")
      #expect(rig.screen.paints - paints < 400)
      #expect(rig.showing("20,000 lines"))
    }
  }

  @Test func anotherTabEndsTheStream() async throws {
    try await withDashboard([web]) { rig in
      try await following(rig)
      try await rig.until("events and log") { rig.engine.openStreams == 2 }
      try rig.press("] ]")
      try await rig.until("the log stays open") { rig.engine.openStreams == 1 }
    }
  }

  @Test func rowsThatArePassedOpenNoStreams() async throws {
    let many = (1...30).map { SimulatedContainer(name: "box-\(100 + $0)") }
    try await withDashboard(many) { rig in
      try await following(rig)
      rig.engine.clearRequests()
      try rig.press(String(repeating: "j", count: 29))
      try await following(rig)
      await rig.loop.waitUntilQuiet()
      #expect(rig.requests.filter { $0.contains("/logs") }.count == 1)
    }
  }

  @Test func aStoppedContainersLogEnds() async throws {
    try await withDashboard([web]) { rig in
      try await following(rig)
      rig.engine.writeLog("web", ["last words"])
      try await rig.until(showing: "last words")
      try rig.press("s y")
      try await rig.until(showing: "ended · 1 line")
    }
  }
}
