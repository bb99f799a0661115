import SimulatedEngine
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// The engine goes away and comes back.
@MainActor @Suite struct EngineBreakTests {
  @Test func aLostEngineIsStaleAndKeepsWhatItSaid() async throws {
    try await withDashboard { rig in
      await rig.engine.refuseConnections()
      try await rig.until(showing: ": engine away")
      #expect(rig.showing("web") && rig.showing("db"))
    }
  }

  @Test func itIsLiveAgainSoonAfterARestart() async throws {
    try await withDashboard { rig in
      await rig.engine.refuseConnections()
      try await rig.until(showing: ": engine away")
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
      try await rig.until(showing: ": engine away")
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
      try await rig.until(showing: ": engine away")
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
      try rig.press("s y")
      await rig.engine.waitForRequests(matching: "/stop")
      await rig.engine.refuseConnections()
      try await rig.until(showing: ": engine away")
      #expect(rig.loop.state.jobs.allSatisfy { $0.outcome != nil })
    }
  }

  @Test func aLineThatFallsSilentHasAnAge() async throws {
    try await withDashboard { rig in
      rig.engine.inject(.hang, count: 100_000)
      try await rig.until("never stale", within: .seconds(60)) {
        rig.rows(with: "✗ stale ").contains { !$0.contains("engine away") }
      }
      #expect(rig.showing("web") && rig.showing("the engine said nothing for 3 s"))
      rig.engine.clearFaults()
      try await rig.until("never back", within: .seconds(60)) { rig.showing("● live") }
    }
  }

  @Test func itsAgeGrows() async throws {
    try await withDashboard { rig in
      await rig.engine.refuseConnections()
      try await rig.until(showing: ": engine away")
      let first = rig.rows(with: ": engine away").first
      try await rig.until("it stands still") { rig.rows(with: ": engine away").first != first }
    }
  }

  @Test func anEngineThatHasNothingToSayIsAskedWhetherItIsThere() async throws {
    try await withDashboard { rig in
      rig.engine.inject(.hang, matching: "/stats", count: 100_000)
      try await rig.until("never asked", within: .seconds(60)) {
        rig.engine.requests.count { $0.target.contains("_ping") } > 1
      }
      #expect(rig.showing("● live"))
    }
  }
}
