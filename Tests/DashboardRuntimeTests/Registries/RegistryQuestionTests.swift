import SimulatedEngine
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// The engine asks registries, and each answer is told in words.
@MainActor @Suite struct RegistryQuestionTests {
  @Test func anAnswerIsSeen() async throws {
    try await withDashboard { rig in
      try rig.press("3 U")
      try await rig.until(showing: "under this tag, asked at")
    }
  }

  @Test(arguments: [
    (401, "unauthorized: authentication required", "docker login"),
    (404, "manifest unknown: manifest unknown", "check the"),
    (500, "toomanyrequests: You have reached your pull rate limit", "allows only so much"),
    (
      500, "Get https://registry-1.docker.io/v2/: dial tcp: lookup: no such host",
      "does not answer the engine"
    ),
    (404, "page not found", "this engine cannot ask registries"),
  ])
  func aRefusalIsToldInWords(status: Int, message: String, words: String) async throws {
    try await withDashboard { rig in
      rig.engine.inject(.status(status, message: message), matching: "/distribution")
      try rig.press("3 U")
      try await rig.until(showing: words)
    }
  }

  @Test func anEngineThatBreaksOffIsToldInWords() async throws {
    try await withDashboard { rig in
      rig.engine.inject(.cut, matching: "/distribution")
      try rig.press("3 U")
      try await rig.until(showing: "cannot ask for busybox:1.36")
    }
  }
}
