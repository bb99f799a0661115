import SimulatedEngine
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// Answers that take long, or do not come.
@MainActor @Suite struct SlowAnswerTests {
  @Test func oneContainerHoldsUpNoOther() async throws {
    try await withDashboard([.init(name: "slow")]) { rig in
      let slow = try #require(rig.loop.state.firstEngine.facts.containers.keys.first)
      rig.engine.setLatency(.seconds(3_600), matching: "/containers/\(slow.rawValue)/stats")
      rig.engine.add(SimulatedContainer(name: "quick"))
      try rig.press("R")
      try await rig.until(showing: "quick")
      let engine = { rig.loop.state.firstEngine }
      let quick = try #require(engine().facts.containers.keys.first { $0 != slow })
      for _ in 0..<300 where engine().stats.current(quick) == nil {
        await rig.engine.advance(by: .seconds(1))
        try await Task.sleep(for: .milliseconds(200))
      }
      #expect(engine().stats.current(quick) != nil)
    }
  }

  @Test(arguments: ["/version", "/info"])
  func whatTheEngineIsIsAskedUntilItIsTold(path: String) async throws {
    try await withDashboard { rig in
      await rig.engine.refuseConnections()
      try await rig.until(showing: ": engine away")
      rig.engine.clearRequests()
      rig.engine.inject(.status(503, message: "busy"), matching: path, count: 1)
      try await rig.engine.acceptConnections()
      try await rig.until("asked once only", within: .seconds(60)) {
        rig.requests.count { $0.hasSuffix(path) } >= 2
      }
    }
  }
}
