import SimulatedEngine
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// The dashboard with an engine behind it.
@MainActor @Suite struct DashboardLoopTests {
  @Test func containersAppear() async throws {
    try await withDashboard { rig in
      #expect(rig.showing("web") && rig.showing("db"))
    }
  }

  @Test func aContainerIsStoppedByItsKey() async throws {
    try await withDashboard { rig in
      try rig.press("G s y")
      try await rig.until("never stopped") { rig.rows(with: "web").contains { $0.contains("exit") } }
    }
  }

  @Test func aStoppedContainerIsStartedByItsKey() async throws {
    let stopped = SimulatedContainer(name: "web", state: .exited(code: 0))
    try await withDashboard([stopped]) { rig in
      try rig.press("S")
      try await rig.until("never started") { rig.rows(with: "web").contains { $0.contains("running") } }
    }
  }

  @Test func aContainerIsRemovedAfterTheQuestion() async throws {
    try await withDashboard([.init(name: "web", state: .exited(code: 0)), .init(name: "db")]) { rig in
      try rig.press("G d y")
      try await rig.until("never removed") { rig.loop.state.firstEngine.facts.containers.count == 1 }
      #expect(!rig.showing("web"))
    }
  }

  @Test func aContainerIsRenamed() async throws {
    try await withDashboard([.init(name: "web")]) { rig in
      try rig.press("N <ctrl-u> shop <enter>")
      try await rig.until(showing: "shop")
    }
  }

  @Test func theEnginesErrorIsANotice() async throws {
    try await withDashboard { rig in
      rig.engine.inject(.status(500, message: "the moon is full"), matching: "/stop")
      try rig.press("G s y")
      try await rig.until(showing: "cannot stop web: the moon is full")
    }
  }

  @Test func oneFailureStopsNoOthers() async throws {
    try await withDashboard { rig in
      rig.engine.inject(.status(500, message: "the moon is full"), matching: "/stop")
      try rig.press("* s y")
      try await rig.until("the other one never stopped") {
        rig.loop.state.firstEngine.facts.containers.values.count { !$0.isAlive } == 1
      }
      try await rig.until(showing: "the moon is full")
    }
  }

  @Test func aPruneSaysWhatItFreed() async throws {
    try await withDashboard([.init(name: "web", state: .exited(code: 0))]) { rig in
      try rig.press("X y")
      try await rig.until(showing: "pruned 1 stopped container: web")
    }
  }

  @Test func whatHappensOutsideIsSeen() async throws {
    try await withDashboard { rig in
      rig.engine.add(SimulatedContainer(name: "newcomer"))
      try await rig.until(showing: "newcomer")
      rig.engine.remove("newcomer")
      try await rig.until("never removed") { !rig.showing("newcomer") }
    }
  }

  @Test func aNoticeGoesByItself() async throws {
    try await withDashboard { rig in
      try rig.press("y <enter>")
      #expect(rig.showing("copied \"db\"") && rig.screen.clipboard == "db")
      try await rig.until("it stays") { !rig.showing("copied \"db\"") }
    }
  }

  @Test func aThemeIsAppliedToTheScreen() async throws {
    try await withDashboard { rig in
      try rig.press("T j <enter>")
      #expect(rig.screen.theme?.name == "light")
    }
  }

  @Test func nothingIsPaintedWhileNothingHappens() async throws {
    try await withDashboard([.init(name: "web", state: .exited(code: 0))]) { rig in
      await rig.loop.waitUntilQuiet()
      let paints = rig.screen.paints
      rig.loop.handle([.focus(true), .reply])
      #expect(rig.screen.paints == paints)
    }
  }

  @Test func quitEndsTheLoop() async throws {
    try await withDashboard { rig in
      try rig.press("q")
      await rig.loop.run()
    }
  }

  @Test func anEndedLoopLeavesNoStreams() async throws {
    try await withDashboard { rig in
      try await rig.until("no streams") { rig.engine.openStreams > 0 }
      rig.loop.end()
      try await rig.until("streams stay open") { rig.engine.openStreams == 0 }
    }
  }
}
