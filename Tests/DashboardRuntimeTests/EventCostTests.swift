import SimulatedEngine
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// What an event costs the engine.
@MainActor @Suite struct EventCostTests {
  private func quiet(_ rig: Rig) async throws {
    try await rig.until("the log never came") { rig.requests.contains { $0.contains("/logs") } }
    await rig.loop.waitUntilQuiet()
    rig.engine.clearRequests()
  }

  private func id(_ rig: Rig, _ name: String) -> String {
    rig.loop.state.firstEngine.facts.containers.values.first { $0.name == name }?.id.rawValue ?? ""
  }

  @Test func aHealthCheckCostsNothing() async throws {
    try await withDashboard { rig in
      try await quiet(rig)
      let id = id(rig, "web")
      for action in ["exec_create: curl", "exec_start: curl", "exec_die"] { rig.engine.emit(action, of: id) }
      rig.engine.emit("health_status: unhealthy", of: id)
      try await rig.until(showing: "unhealthy")
      await rig.loop.waitUntilQuiet()
      #expect(rig.requests == [])
    }
  }

  @Test func oneContainerIsAskedForByItsID() async throws {
    try await withDashboard { rig in
      try await quiet(rig)
      rig.engine.emit("update", of: id(rig, "web"))
      try await rig.until("never asked") { !rig.requests.isEmpty }
      await rig.loop.waitUntilQuiet()
      let id = id(rig, "web")
      #expect(rig.requests.filter { $0.contains("/containers/json") && $0.contains(id) }.count == 1)
      #expect(rig.requests.allSatisfy { $0.contains(id) })
    }
  }

  @Test func aStormOfEventsIsAFewRequests() async throws {
    try await withDashboard { rig in
      try await quiet(rig)
      for _ in 0..<100 {
        rig.engine.emit("update", of: id(rig, "web"))
        rig.engine.emit("update", of: id(rig, "db"))
        rig.engine.emit("network", "create", "x")
      }
      try await rig.until("never asked") { !rig.requests.isEmpty }
      await rig.loop.waitUntilQuiet()
      #expect(rig.requests.filter { $0.contains("/containers/json") }.count <= 3)
      #expect(rig.requests.filter { $0.contains("/networks") }.count <= 3)
    }
  }

  @Test func imagesAloneAreListedForAnImage() async throws {
    try await withDashboard { rig in
      try await quiet(rig)
      rig.engine.emit("image", "pull", "redis:7")
      try await rig.until("never asked") { !rig.requests.isEmpty }
      await rig.loop.waitUntilQuiet()
      #expect(rig.requests.allSatisfy { $0.contains("/images/json") })
    }
  }
}
