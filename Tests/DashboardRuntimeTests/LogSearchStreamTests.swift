import SimulatedEngine
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// A search through logs from the engine to the screen.
@MainActor @Suite struct LogSearchStreamTests {
  /// Asks for a search through all of every log.
  private func search(_ rig: Rig, _ pattern: String) throws {
    try rig.press(
      "\\ " + pattern.map { $0 == " " ? "<space>" : String($0) }.joined(separator: " ")
        + " <tab> <ctrl-u> <ctrl-s>")
  }

  @Test func allLogsAreSearchedToTheirEnds() async throws {
    let counting = SimulatedContainer(name: "web", log: LogPattern(.counted, every: .milliseconds(100)))
    try await withDashboard([counting, SimulatedContainer(name: "db"), SimulatedContainer(name: "mail")]) {
      rig in
      rig.engine.writeLog("db", ["one", "two: 77", "three"])
      try search(rig, "77")
      try await rig.until(showing: "3 logs")
      // The engine keeps 5,000 lines: as many as a plain search through the same numbers finds.
      let expected = 1 + (31_001...36_000).count { String($0).contains("77") }
      #expect(rig.showing("\(Quantity.count(expected)) found"), "\(rig.rows(with: "found"))")
      try rig.press("j k")
      #expect(rig.showing("two: 77") || rig.showing("line 77"))
    }
  }

  @Test func aFewLogsAreReadAtATime() async throws {
    let many = (0..<30).map { SimulatedContainer(name: "box-\(10 + $0)") }
    try await withDashboard(many) { rig in
      rig.engine.inject(.hang, matching: "/logs", count: 30)
      rig.engine.clearRequests()
      try search(rig, "x")
      try await rig.until("no log was asked for") { rig.requests.count { $0.contains("/logs") } >= 4 }
      await rig.loop.waitUntilQuiet()
      #expect(rig.requests.count { $0.contains("/logs") } == 4)
      // The requests that hang end at once.
      try rig.press("<esc>")
      #expect(rig.showing("stopped at 0 of 30"))
      rig.engine.clearFaults()
      try rig.press("r")
      try await rig.until(showing: "30 logs")
    }
  }

  @Test func whatCannotBeReadIsSaidAndHoldsUpNothing() async throws {
    try await withDashboard([.init(name: "web"), .init(name: "db")]) { rig in
      rig.engine.writeLog("web", ["here"])
      rig.engine.inject(
        .status(501, message: "configured logging driver does not support reading"), matching: "db/logs")
      rig.engine.inject(
        .status(501, message: "configured logging driver does not support reading"),
        matching: "\(rig.loop.state.id(of: "db"))/logs")
      try search(rig, "her[e]")
      try await rig.until(showing: "1 found · 2 logs")
      #expect(rig.showing("cannot db"))
      try rig.press("j")
      #expect(rig.showing("cannot read the log"))
    }
  }

  @Test func aPatternThatTakesTooLongIsGivenUp() async throws {
    try await withDashboard([.init(name: "web")]) { rig in
      rig.engine.writeLog("web", (0..<40).map { _ in String(repeating: "a", count: 30_000) + "!" })
      try search(rig, "(a+)+$")
      try await rig.until(showing: "broken off")
      #expect(rig.showing("it takes too long to match"))
    }
  }

  @Test func enterPutsTheLineOnTheScreen() async throws {
    let counting = SimulatedContainer(name: "web", log: LogPattern(.counted, every: .milliseconds(100)))
    try await withDashboard([counting]) { rig in
      try search(rig, "line 34567$")
      try await rig.until(showing: "1 found · 1 log")
      try rig.press("<enter> <enter>")
      try await rig.until(showing: "search /line 34567$/ 1 found")
      #expect(rig.showing("line 34566") && rig.showing("line 34568") && rig.showing("some minutes"))
    }
  }
}

extension DashboardState {
  /// The id of a container.
  fileprivate func id(of name: String) -> String {
    firstEngine.facts.containers.values.first { $0.name == name }?.id.rawValue ?? ""
  }
}
