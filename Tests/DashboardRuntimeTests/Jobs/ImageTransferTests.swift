import SimulatedEngine
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// Pulls and pushes through the whole program, good ones and those that a registry spoils.
@MainActor @Suite struct ImageTransferTests {
  private func pull(_ name: String, on rig: Rig) async throws {
    try rig.press("3 P")
    try await rig.until(showing: "Pull images")
    try rig.press("<c-u>")
    for character in name { rig.loop.handle([.key(.init(character))]) }
    try rig.press("<enter> <enter>")
  }

  @Test func whatIsPulledIsThere() async throws {
    try await withDashboard { rig in
      try await pull("app/web:2", on: rig)
      await rig.engine.waitForRequests(matching: "/images/create")
      await rig.engine.advance(by: .seconds(1))
      try await rig.until(showing: "Downloading")
      await rig.engine.advance(by: .seconds(4))
      try await rig.until(showing: "app/web:2: Downloaded newer image")
      try await rig.until("the image is not in the list") {
        rig.loop.state.firstEngine.facts.images.values.contains { $0.repoTags == ["app/web:2"] }
      }
    }
  }

  @Test(arguments: [
    ("app/missing:1", "docker login"), ("app/limited:1", "allows"), ("app/half:1", "try again"),
  ])
  func aPullThatFailsSaysWhyAndWhatToDo(name: String, words: String) async throws {
    try await withDashboard { rig in
      try await pull(name, on: rig)
      await rig.engine.waitForRequests(matching: "/images/create")
      await rig.engine.advance(by: .seconds(4))
      try await rig.until(showing: words)
      #expect(rig.loop.state.firstEngine.facts.images.count == 1)
    }
  }

  @Test func aPullThatStallsSaysForHowLongAndIsCancelled() async throws {
    try await withDashboard { rig in
      try await pull("app/stalled:1", on: rig)
      await rig.engine.waitForRequests(matching: "/images/create")
      await rig.engine.advance(by: .seconds(4))
      try await rig.until(showing: "nothing has come for")
      try rig.press("c")
      try await rig.until("its stream is still open") { rig.engine.openStreams <= 1 }
      try await rig.until(showing: "cancelled")
    }
  }

  @Test func aPushIsFollowedToItsEnd() async throws {
    try await withDashboard { rig in
      try rig.press("3 u")
      try await rig.until(showing: "Push 1 image to docker.io?")
      try rig.press("y")
      await rig.engine.waitForRequests(matching: "/push")
      await rig.engine.advance(by: .seconds(8))
      try await rig.until(showing: "push busybox:1.36: done")
    }
  }

  @Test func aPulledTagIsTheSameAsItsRegistryHas() async throws {
    try await withDashboard { rig in
      try await pull("app/web:2", on: rig)
      await rig.engine.waitForRequests(matching: "/images/create")
      await rig.engine.advance(by: .seconds(8))
      try await rig.until(showing: "Downloaded newer image")
      try rig.press("<esc> g U")
      try await rig.until(showing: "has the same under this tag")
    }
  }
}
