import EngineModel
import Testing

@testable import Dashboard

/// One page answers what happened to a container, and what to do next.
@Suite struct WhyTests {
  private static let moment = Timestamp(seconds: Fixture.now.seconds)

  /// A container as the engine describes it.
  private func details(
    state: [(String, JSONValue)], host: [(String, JSONValue)] = [], labels: [(String, JSONValue)] = [],
    test: [String] = [], restarts: Int = 0
  ) throws -> ContainerDetails {
    let config = Fixture.object([
      ("Image", .string("nginx:1.27")), ("Cmd", Fixture.strings(["serve"])),
      ("Labels", Fixture.object(labels)),
      ("Healthcheck", Fixture.object([("Test", Fixture.strings(test))])),
    ])
    return try #require(
      ContainerDetails(
        Fixture.object([
          ("Id", .string("c")), ("Name", .string("/web")), ("RestartCount", .number("\(restarts)")),
          ("State", Fixture.object(state)), ("Config", config), ("HostConfig", Fixture.object(host)),
        ])))
  }

  private func ended(_ code: Int, oom: Bool = false, error: String = "") -> [(String, JSONValue)] {
    [
      ("Status", .string("exited")), ("ExitCode", .number("\(code)")), ("OOMKilled", .bool(oom)),
      ("StartedAt", .string("2026-11-24T11:00:00Z")), ("FinishedAt", .string("2026-11-24T11:58:00Z")),
      ("Error", .string(error)),
    ]
  }

  private func page(
    _ details: ContainerDetails, history: ContainerHistory? = ContainerHistory(),
    others: [ContainerSummary] = []
  ) -> String {
    let facts = WhyFacts(details: details, history: history, others: others, now: Self.moment)
    return WhyReport(facts).text(columns: 100)
  }

  @Test(arguments: [
    (137, true, "exited 137, out of memory, 2m ago"), (137, false, "exited 137, SIGKILL, 2m ago"),
    (139, false, "exited 139, SIGSEGV, crashed, 2m ago"),
    (127, false, "exited 127, its command was not found, 2m ago"),
  ])
  func whatItIsAndSinceWhen(code: Int, oom: Bool, text: String) throws {
    #expect(page(try details(state: ended(code, oom: oom))).contains(text))
  }

  @Test func itsEndsComeWithItsLastWords() throws {
    let (first, second) = (Timestamp(seconds: Fixture.now.seconds - 60), Self.moment)
    let history = ContainerHistory(
      ends: [RunEnd(time: first, exitCode: 1), RunEnd(time: second, exitCode: 3, restarts: 4)],
      lastWords: [first: ["no route to host"], second: ["boom"]])
    let text = page(try details(state: ended(3)), history: history)
    #expect(text.contains("12:00:00    exited 3, restart 4") && text.contains("boom"))
    #expect(text.contains("11:59:00    exited 1") && text.contains("no route to host"))
  }

  @Test func allThatAProbeWroteIsThere() throws {
    let run = Fixture.object([
      ("Start", .string("2026-11-24T11:59:50Z")), ("ExitCode", .number("7")),
      ("Output", .string("first line\nthe disk is full\n")),
    ])
    let state: [(String, JSONValue)] = [
      ("Status", .string("running")), ("StartedAt", .string("2026-11-24T11:00:00Z")),
      (
        "Health",
        Fixture.object([
          ("Status", .string("unhealthy")), ("FailingStreak", .number("3")), ("Log", .array([run])),
        ])
      ),
    ]
    let text = page(try details(state: state, test: ["CMD-SHELL", "check --all; exit 7"]))
    #expect(text.contains("unhealthy, 3 failures in a row, exit 7"))
    #expect(text.contains("11:59:50    exit 7: first line the disk is full"))
    #expect(text.contains("docker exec web sh -c 'check --all; exit 7'"))
  }

  @Test func whatItWaitsForIsNamed() throws {
    let labels: [(String, JSONValue)] = [
      ("com.docker.compose.project", .string("shop")),
      ("com.docker.compose.depends_on", .string("db:service_healthy:false")),
    ]
    let db = Fixture.container(
      "shop-db-1", service: "db", number: 1, health: .starting, status: "Up 2 seconds")
    let state: [(String, JSONValue)] = [("Status", .string("created"))]
    let text = page(try details(state: state, labels: labels), others: [db])
    #expect(text.contains("db          must be healthy, is starting"))
  }

  @Test func whoHoldsItsPortIsNamed() throws {
    let host: [(String, JSONValue)] = [
      (
        "PortBindings",
        Fixture.object([("80/tcp", .array([Fixture.object([("HostPort", .string("8080"))])]))])
      )
    ]
    let other = Fixture.container("proxy", project: nil, ports: [Fixture.published(8080, 80)])
    let text = page(
      try details(state: ended(128, error: "driver failed programming external connectivity"), host: host),
      others: [other])
    #expect(text.contains("8080        is held by the container proxy") && text.contains("docker stop proxy"))
  }

  @Test func theMemoryThatWasShortIsDoubled() throws {
    let host: [(String, JSONValue)] = [("Memory", .number("268435456"))]
    let text = page(try details(state: ended(137, oom: true), host: host))
    #expect(text.contains("docker update --memory 512m --memory-swap 512m web"))
  }

  @Test func whereNobodyAskedItToEndItsMemoryMayHaveRunOut() throws {
    let host: [(String, JSONValue)] = [("Memory", .number("268435456"))]
    let text = page(try details(state: ended(137), host: host))
    #expect(text.contains("its memory may have run out"))
    let asked = EngineEvent(kind: .container, action: "kill", actorID: "c", attributes: ["signal": "9"])
    let other = page(try details(state: ended(137), host: host), history: ContainerHistory(events: [asked]))
    #expect(!other.contains("its memory may have run out") && other.contains("kill, signal 9"))
  }

  @Test func aLoopIsEndedWithACommand() throws {
    let state: [(String, JSONValue)] = [
      ("Status", .string("restarting")), ("ExitCode", .number("3")),
      ("StartedAt", .string("2026-11-24T11:00:00Z")),
    ]
    let text = page(try details(state: state, restarts: 9))
    #expect(text.contains("restarting, exited 3") && text.contains("docker update --restart no web"))
  }

  @Test func whatIsWellIsLeftAlone() throws {
    let state: [(String, JSONValue)] = [
      ("Status", .string("running")), ("StartedAt", .string("2026-11-24T11:00:00Z")),
    ]
    #expect(page(try details(state: state)).contains("nothing: it is well"))
  }

  @Test func theTabComesFirstWhereSomethingIsWrong() {
    var stage = Stage(120, 40)
    stage.select("shop-worker-1")
    #expect(stage.state.details.tab == .why)
    stage.select("cache")
    #expect(stage.state.details.tab == .logs)
  }

  @Test func itStaysWhereItIsWhileItIsLookedAt() {
    var stage = Stage(120, 40)
    stage.select("cache")
    stage.hear(
      .event(
        EngineEvent(
          kind: .container, action: "die", actorID: Fixture.hex("cache"), attributes: ["exitCode": "1"])))
    #expect(stage.state.details.tab == .logs)
  }

  @Test func secretsInLastWordsAreMasked() {
    var stage = Stage(120, 40)
    stage.select("shop-worker-1")
    let id = stage.id("shop-worker-1")
    stage.hearDocument(of: "shop-worker-1")
    let end = RunEnd(time: Self.moment, exitCode: 1)
    stage.hear(.history(id, ContainerHistory(ends: [end], lastWords: [Self.moment: ["DB_PASSWORD=hunter2"]])))
    #expect(stage.showing("DB_PASSWORD=••••••") && !stage.showing("hunter2"))
    stage.press("<enter> v")
    #expect(stage.showing("hunter2"))
  }

  @Test func whoRunsBetweenTwoCrashesIsNotWell() throws {
    let state: [(String, JSONValue)] = [
      ("Status", .string("running")), ("StartedAt", .string("2026-11-24T11:59:57Z")),
    ]
    let end = RunEnd(time: Timestamp(seconds: Fixture.now.seconds - 5), exitCode: 4)
    let text = page(try details(state: state, restarts: 7), history: ContainerHistory(ends: [end]))
    #expect(text.contains("it runs, but has failed a moment ago") && !text.contains("it is well"))
    #expect(text.contains("and 6 ends that the engine no longer remembers"))
  }

  @Test func itsTabComesFirstThen() {
    var stage = Stage(120, 40)
    let id = stage.id("shop-api-1")
    stage.hear(.pastEnds(id, [RunEnd(time: Self.moment, exitCode: 4)]))
    stage.select("shop-api-1")
    #expect(stage.state.details.tab == .why)
  }

  @Test func aRunThatEndedAtOnceIsOver() throws {
    var log = RunLog()
    let details = try details(state: [
      ("Status", .string("exited")), ("ExitCode", .number("137")),
      ("StartedAt", .string("2026-11-24T11:00:00.00971Z")),
      ("FinishedAt", .string("2026-11-24T11:00:00.00942Z")),
    ])
    log.note(details)
    #expect(log.ends[details.id]?.first?.exitCode == 137)
  }

  @Test func anotherDayIsNamed() throws {
    let end = RunEnd(time: Timestamp(seconds: Fixture.now.seconds - 2 * 86_400), exitCode: 1)
    let text = page(try details(state: ended(1)), history: ContainerHistory(ends: [end]))
    #expect(text.contains("11-22 12:00 exited 1"))
  }
}
