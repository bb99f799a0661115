import EngineModel
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// Read-only holds below the keys too.
@MainActor @Suite struct ReadOnlyGateTests {
  private static let calls: [EngineCall] = [
    .start("x"), .stop("x"), .restart("x"), .kill("x", signal: "SIGTERM"), .pause("x"), .unpause("x"),
    .rename("x", to: "y"), .removeContainer("x", force: true, volumes: true),
    .removeImage(reference: "busybox:1.36", force: true), .removeVolume("x", force: true),
    .removeNetwork("x"),
    .pruneContainers, .pruneImages(all: true), .pruneVolumes(all: true), .pruneNetworks,
  ]

  @Test func noChangeLeavesTheProcess() async throws {
    try await withDashboard(readOnly: true) { rig in
      for call in Self.calls {
        let outcome = await rig.client.outcome(of: call)
        guard case .failed = outcome else {
          Issue.record("\(call) was let through: \(outcome)")
          continue
        }
      }
      #expect(rig.requests.filter { !$0.hasPrefix("GET") } == [])
    }
  }

  @Test func lookingIsAllowed() async throws {
    try await withDashboard(readOnly: true) { rig in
      try rig.press("] ]")
      try await rig.until(showing: "Inspect")
    }
  }
}
