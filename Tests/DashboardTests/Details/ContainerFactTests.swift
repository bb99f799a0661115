import EngineModel
import Testing

@testable import Dashboard

/// The cause comes first, and none of it is cut off.
@Suite struct ContainerFactTests {
  /// A container as the engine describes it, by the members of its state.
  private func details(_ state: (String, JSONValue)...) throws -> ContainerDetails {
    try #require(ContainerDetails(Fixture.object([("Id", .string("c")), ("State", Fixture.object(state))])))
  }

  private func run(_ code: Int, oom: Bool = false, state: String = "exited") throws -> ContainerRun {
    try details(
      ("Status", .string(state)), ("StartedAt", .string("2026-11-24T10:00:00Z")),
      ("ExitCode", .number("\(code)")),
      ("OOMKilled", .bool(oom))
    ).run
  }

  @Test(arguments: [
    (137, true, "exited 137, out of memory, 2m ago"), (137, false, "exited 137, SIGKILL, 2m ago"),
    (143, false, "exited 143, SIGTERM, 2m ago"), (139, false, "exited 139, SIGSEGV, crashed, 2m ago"),
    (127, false, "exited 127, its command was not found, 2m ago"), (0, false, "exited 0, 2m ago"),
    (3, false, "exited 3, 2m ago"),
  ])
  func howItEnded(code: Int, oom: Bool, text: String) throws {
    #expect(RunText.state(try run(code, oom: oom), age: "2m") == text)
  }

  @Test func howLongItRuns() throws {
    #expect(RunText.state(try run(0, state: "running"), age: "3h") == "running for 3h")
  }

  @Test func theListSaysThatMemoryWasShort() {
    var stage = Stage()
    stage.hear(.outOfMemory(stage.id("shop-worker-1")))
    #expect(stage.rows(with: "shop-worker-1").contains { $0.contains("oom") })
  }

  @Test func itIsForgottenWithTheNextRun() {
    var stage = Stage()
    stage.hear(.outOfMemory(stage.id("shop-worker-1")))
    stage.hear(
      .event(EngineEvent(kind: .container, action: "start", actorID: Fixture.hex("shop-worker-1"))),
      .event(
        EngineEvent(
          kind: .container, action: "die", actorID: Fixture.hex("shop-worker-1"),
          attributes: ["exitCode": "1"])))
    #expect(stage.rows(with: "shop-worker-1").contains { $0.contains("exit 1") })
  }

  @Test func aFailingCheckSaysAllOfWhatItWrote() throws {
    let check = Fixture.object([
      ("ExitCode", .number("7")), ("Output", .string("connection refused\nby the very last word\n")),
    ])
    let health = Fixture.object([
      ("Status", .string("unhealthy")), ("FailingStreak", .number("14")), ("Log", .array([check])),
    ])
    let text = HealthText(try details(("Status", .string("running")), ("Health", health)).health)
    #expect(text.summary == "unhealthy, 14 failures in a row, exit 7")
    #expect(text.lastOutput == "connection refused by the very last word")
  }

  @Test(arguments: [
    (0.15, "0.15 CPUs"), (0.2, "0.2 CPUs"), (1, "1 CPU"), (1.5, "1.5 CPUs"), (2, "2 CPUs"),
    (0.001, "0.001 CPUs"),
    (16, "16 CPUs"),
  ])
  func limitsAreAsExactAsTheyAreWritten(cores: Double, text: String) {
    #expect(Quantity.cores(cores) == text)
  }
}
