import Dashboard
import EngineClient
import EngineModel
import SimulatedEngine
import Testing

@testable import DashboardRuntime

/// Each call becomes the request that does it, once.
@MainActor @Suite struct EngineCallTests {
  @Test(arguments: [
    (EngineCall.stop("web"), "POST /v1.45/containers/web/stop?t=10"),
    (.restart("web"), "POST /v1.45/containers/web/restart?t=10"),
    (.kill("web", signal: "SIGHUP"), "POST /v1.45/containers/web/kill?signal=SIGHUP"),
    (.pause("web"), "POST /v1.45/containers/web/pause"),
    (.rename("web", to: "shop"), "POST /v1.45/containers/web/rename?name=shop"),
    (.removeContainer("web", force: true, volumes: false), "DELETE /v1.45/containers/web?force=1&v=0"),
    (.removeVolume("data", force: false), "DELETE /v1.45/volumes/data?force=0"),
    (.removeNetwork("net"), "DELETE /v1.45/networks/net"),
    (.removeImage(reference: "busybox:1.36", force: true), "DELETE /v1.45/images/busybox:1.36?force=1"),
    (.pruneContainers, "POST /v1.45/containers/prune"),
  ])
  func aCallIsOneRequest(call: EngineCall, request: String) async throws {
    try await withDashboard { rig in
      let before = rig.requests.count
      _ = await rig.client.outcome(of: call)
      let asked = rig.requests.dropFirst(before).filter { !$0.hasPrefix("GET") }
      #expect(asked.map(Self.withoutVersion) == [Self.withoutVersion(request)])
    }
  }

  @Test(arguments: [EngineCall.stop("web"), .restart("web")])
  func aContainersOwnTimeToEndIsKept(call: EngineCall) async throws {
    var patient = SimulatedContainer(name: "web")
    patient.stopTimeout = 42
    try await withDashboard([patient]) { rig in
      _ = await rig.client.outcome(of: call)
      #expect(rig.requests.contains { $0.hasPrefix("POST") && $0.hasSuffix("?t=42") })
    }
  }

  /// The version is that of the simulated engine.
  private static func withoutVersion(_ request: String) -> String {
    request.split(separator: "/", maxSplits: 2).last.map(String.init) ?? request
  }

  @Test func aKeyStopsAContainer() async throws {
    try await withDashboard { rig in
      try rig.press("2 g s y")
      try await rig.until("never asked to stop") { rig.requests.contains { $0.contains("/stop") } }
    }
  }
}
