import SimulatedEngine
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// What Podman does in its own way.
@MainActor @Suite struct PodmanTests {
  @Test func theHealthIsReadWhereTheListHasNone() async throws {
    let sick = SimulatedContainer(name: "web", health: .init(status: .unhealthy))
    try await withDashboard([sick, .init(name: "db")], isPodman: true) { rig in
      try await rig.until(showing: "unhealthy")
      #expect(rig.rows(with: "db").contains { $0.contains("running") })
    }
  }

  @Test func aNewListTakesNoHealthAway() async throws {
    let sick = SimulatedContainer(name: "web", health: .init(status: .unhealthy))
    try await withDashboard([sick], isPodman: true) { rig in
      try await rig.until(showing: "unhealthy")
      rig.engine.clearRequests()
      rig.engine.add(SimulatedContainer(name: "newcomer"))
      try rig.press("R")
      try await rig.until(showing: "newcomer")
      #expect(rig.showing("unhealthy"))
    }
  }

  @Test func aContainerWithoutACheckIsAskedOnce() async throws {
    try await withDashboard([.init(name: "web")], isPodman: true) { rig in
      let inspected = { rig.requests.count { $0.hasSuffix("/json") && !$0.contains("containers/json") } }
      try await rig.until("never asked") { inspected() > 0 }
      rig.engine.add(SimulatedContainer(name: "newcomer"))
      try rig.press("R")
      try await rig.until("the newcomer is not asked") { inspected() > 1 }
      #expect(inspected() == 2)
    }
  }

  @Test func theLogGoesOnAfterARestart() async throws {
    try await withDashboard([.init(name: "web")], isPodman: true) { rig in
      try await rig.until("the log was never asked for") { rig.requests.contains { $0.contains("/logs") } }
      rig.engine.writeLog("web", ["before"])
      try await rig.until(showing: "before")
      await rig.engine.advance(by: .seconds(1))
      try rig.press("r y")
      try await rig.until("never restarted") { rig.requests.contains { $0.contains("/restart") } }
      try await rig.until("still restarting") { !rig.showing("restarting") }
      await rig.engine.advance(by: .seconds(1))
      try await rig.until("not asked again") { rig.requests.count { $0.contains("/logs") } == 2 }
      rig.engine.writeLog("web", ["after"])
      try await rig.until(showing: "after")
      #expect(rig.rows(with: "before").count == 1)
    }
  }

  @Test func aRestartLeavesTimeToEnd() async throws {
    var slow = SimulatedContainer(name: "web")
    slow.stopTime = .seconds(3)
    try await withDashboard([slow], isPodman: true) { rig in
      try rig.press("2 g r y")
      try await rig.until("never restarted") { rig.requests.contains { $0.contains("/restart") } }
      await rig.engine.advance(by: .seconds(1))
      #expect(rig.showing("restarting"))
      await rig.engine.advance(by: .seconds(3))
      try await rig.until("still restarting") { !rig.showing("restarting") }
    }
  }

  @Test func theProcessTableHasColumns() async throws {
    try await withDashboard([.init(name: "web")], size: .init(columns: 160, rows: 40), isPodman: true) {
      rig in
      try rig.press("2 g ] ] ] ]")
      try await rig.until(showing: "UID   PID")
      #expect(rig.rows(with: "sleep infinity").contains { $0.contains("root  ") })
    }
  }
}
