import SimulatedEngine
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// The engine goes away and comes back.
@MainActor @Suite struct EngineBreakTests {
  @Test func aLostEngineIsStaleAndKeepsWhatItSaid() async throws {
    try await withDashboard { rig in
      await rig.engine.refuseConnections()
      try await rig.until(showing: "stale: engine away")
      #expect(rig.showing("web") && rig.showing("db"))
    }
  }

  @Test func itIsLiveAgainSoonAfterARestart() async throws {
    try await withDashboard { rig in
      await rig.engine.refuseConnections()
      try await rig.until(showing: "stale: engine away")
      try await rig.engine.acceptConnections()
      let back = ContinuousClock.now
      try await rig.until(showing: "● live")
      #expect(ContinuousClock.now - back < .seconds(3))
      #expect(rig.showing("the engine is back"))
    }
  }

  @Test func theLogGoesOnWithoutDoubles() async throws {
    try await withDashboard([.init(name: "web")]) { rig in
      try await rig.until("the log was never asked for") { rig.requests.contains { $0.contains("/logs") } }
      rig.engine.writeLog("web", ["before"])
      try await rig.until(showing: "before")
      await rig.engine.refuseConnections()
      try await rig.until(showing: "stale: engine away")
      await rig.engine.advance(by: .seconds(1))
      rig.engine.writeLog("web", ["meanwhile"])
      try await rig.engine.acceptConnections()
      try await rig.until(showing: "meanwhile")
      await rig.engine.advance(by: .seconds(1))
      rig.engine.writeLog("web", ["after"])
      try await rig.until(showing: "after")
      #expect(rig.rows(with: "before").count == 1 && rig.rows(with: "meanwhile").count == 1)
    }
  }

  @Test func whatHappenedMeanwhileIsSeen() async throws {
    try await withDashboard { rig in
      await rig.engine.refuseConnections()
      try await rig.until(showing: "stale: engine away")
      rig.engine.add(SimulatedContainer(name: "newcomer"))
      rig.engine.remove("db")
      try await rig.engine.acceptConnections()
      try await rig.until(showing: "newcomer")
      #expect(rig.loop.state.firstEngine.facts.containers.count == 2)
    }
  }

  @Test func aJobThatIsCutOffFails() async throws {
    try await withDashboard([.init(name: "web")]) { rig in
      rig.engine.inject(.hang, matching: "/stop")
      try rig.press("s")
      await rig.engine.waitForRequests(matching: "/stop")
      await rig.engine.refuseConnections()
      try await rig.until(showing: "stale: engine away")
      #expect(rig.loop.state.jobs.allSatisfy { $0.outcome != nil })
    }
  }
}
