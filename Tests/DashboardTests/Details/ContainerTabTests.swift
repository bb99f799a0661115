import EngineModel
import Testing

@testable import Dashboard

/// The tabs of a container that answer one question each: its health, its mounts, its ports.
@Suite struct ContainerTabTests {
  private func details(_ name: String, _ members: (String, JSONValue)...) throws -> ResourceDocument {
    .container(
      try #require(ContainerDetails(Fixture.object([("Id", .string(Fixture.hex(name)))] + members))))
  }

  private func stage(_ name: String, _ tab: Tab, _ document: ResourceDocument? = nil) -> Stage {
    var stage = Stage(120, 40)
    stage.select(name)
    stage.press("<enter>")
    stage.turn(to: tab)
    if let document { stage.hear(.document(.container(stage.id(name)), .success(document))) }
    return stage
  }

  private func sick() throws -> ResourceDocument {
    func answer(_ second: Int, _ code: Int, _ output: String) -> JSONValue {
      Fixture.object([
        ("Start", .string("2026-11-24T10:00:0\(second).000Z")),
        ("End", .string("2026-11-24T10:00:0\(second).250Z")),
        ("ExitCode", .number("\(code)")), ("Output", .string(output)),
      ])
    }
    let health = Fixture.object([
      ("Status", .string("unhealthy")), ("FailingStreak", .number("2")),
      ("Log", .array([answer(1, 0, "fine\n"), answer(3, 7, "connection refused\n\u{1B}[2Jby db\n")])),
    ])
    let check = Fixture.object([
      ("Test", .array([.string("CMD-SHELL"), .string("curl -f http://localhost")])),
      ("Interval", .number("5000000000")), ("Retries", .number("2")),
    ])
    return try details(
      "shop-web-2", ("State", Fixture.object([("Status", .string("running")), ("Health", health)])),
      ("Config", Fixture.object([("Healthcheck", check)])))
  }

  @Test func theHealthTabHasEveryAnswerNewestFirst() throws {
    let stage = stage("shop-web-2", .health, try sick())
    #expect(stage.showing("unhealthy, 2 failures in a row, exit 7"))
    #expect(stage.showing("sh -c curl -f http://localhost"))
    #expect(stage.showing("every 5.0s, within 30s, unhealthy after 2 failures"))
    #expect(stage.showing("10:00:03  failed, exit 7  took 0.3s"))
    #expect(stage.showing("by db"))
    let (new, old) = (stage.place(of: "10:00:03"), stage.place(of: "10:00:01"))
    #expect(try #require(new).row < #require(old).row)
  }

  @Test func withoutACheckItSaysSo() throws {
    #expect(stage("cache", .health, try details("cache")).showing("no health check"))
  }

  @Test func theMountsTabSaysWhatCanBeWritten() throws {
    let stage = stage("shop-db-1", .mounts)
    #expect(stage.rows(with: "/var/lib/postgresql").contains { $0.contains("rw  volume") })
  }

  @Test func aVolumeOpensFromTheMounts() {
    var stage = stage("shop-db-1", .mounts)
    stage.press("<enter>")
    #expect(stage.state.shared.activePane == .volumes)
  }

  @Test func memoryThatIsMountedIsListedToo() throws {
    let tmpfs = Fixture.object([("Tmpfs", Fixture.object([("/run", .string("ro,size=64m"))]))])
    let stage = stage("cache", .mounts, try details("cache", ("HostConfig", tmpfs)))
    #expect(stage.showing("/run  ro  tmpfs   memory  ro,size=64m"))
  }

  @Test func aPortThatAnotherOneHoldsIsNamed() throws {
    let bindings = Fixture.object([
      ("80/tcp", .array([Fixture.object([("HostIp", .string("")), ("HostPort", .string("8080"))])]))
    ])
    var stage = stage(
      "shop-worker-1", .ports,
      try details("shop-worker-1", ("HostConfig", Fixture.object([("PortBindings", bindings)]))))
    var holder = Fixture.container("holder")
    holder.ports = [PortBinding(address: "0.0.0.0", privatePort: 80, publicPort: 8080)]
    stage.hear(.containers(Fixture.containers + [holder]))
    #expect(stage.showing("8080"))
    #expect(stage.showing("holder holds 8080 now: it cannot start"))
  }

  @Test func withoutPortsItSaysSo() throws {
    #expect(stage("party🎉box", .ports, try details("party🎉box")).showing("no ports"))
  }

  @Test func theActiveTabIsSeenOnANarrowScreen() {
    var stage = Stage(40, 12)
    stage.select("cache")
    stage.press("<enter>")
    stage.turn(to: .ports)
    #expect(stage.showing("Ports"))
  }

  @Test func aPressMeansTheTabThatIsDrawnThere() throws {
    var stage = Stage(40, 12)
    stage.select("cache")
    stage.press("<enter>")
    stage.turn(to: .ports)
    let place = try #require(stage.place(of: "Mounts"))
    stage.mouse(.press, at: place.column, place.row)
    #expect(stage.state.shared.details.tab == .mounts)
  }
}
