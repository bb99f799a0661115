import EngineModel
import Testing

@testable import Dashboard

/// A log knows the runs of its container, and whose its lines are.
@Suite struct LogRunTests {
  private func event(_ action: String, _ name: String, at second: Int64, exitCode: Int? = nil) -> EngineUpdate
  {
    .event(
      EngineEvent(
        kind: .container, action: action, actorID: Fixture.hex(name),
        attributes: exitCode.map { ["exitCode": String($0)] } ?? [:],
        time: Timestamp(seconds: Fixture.now.seconds + second)))
  }

  private func crashed() -> Stage {
    var stage = Stage(120, 40)
    stage.select("shop-db-1")
    stage.log(["first run"], from: 0)
    stage.hear(event("die", "shop-db-1", at: 5, exitCode: 137), event("start", "shop-db-1", at: 6))
    return stage
  }

  @Test func aLineDividesOneRunFromTheNext() throws {
    var stage = crashed()
    stage.log(["second run"], from: 7)
    let rows = try ["first run", "exited 137, SIGKILL, at 12:00:05", "second run"].map {
      try #require(stage.place(of: $0)).row
    }
    #expect(rows == rows.sorted())
  }

  @Test func aLineThatComesLateStillStandsBeforeIt() throws {
    var stage = crashed()
    stage.log(["last words"], from: 4)
    let words = try #require(stage.place(of: "last words")).row
    #expect(words < (try #require(stage.place(of: "at 12:00:05")).row))
  }

  @Test func theDocumentTellsOfTheRunBeforeDavitLooked() {
    var stage = Stage(120, 40)
    stage.select("shop-db-1")
    stage.log(["before", "after"], from: 0)
    stage.hearRun(
      of: "shop-db-1", startedAt: "2026-11-24T12:00:00.500Z", finishedAt: "2026-11-24T12:00:00Z", restarts: 4)
    #expect(stage.showing("ended, at 12:00:00, restart 3"))
  }

  @Test func whatTheEngineRemembersIsToldToo() {
    var stage = Stage(120, 40)
    stage.select("shop-db-1")
    stage.log(["one", "two"], from: 0)
    let end = RunEnd(time: Timestamp(seconds: Fixture.now.seconds + 1), exitCode: 3)
    stage.hear(.pastEnds(stage.id("shop-db-1"), [end]))
    #expect(stage.showing("exited 3, at 12:00:01"))
  }

  @Test func whatIsLearntLaterIsPutIntoTheLine() {
    var stage = crashed()
    let end = RunEnd(time: Timestamp(seconds: Fixture.now.seconds + 5), isOutOfMemory: true, restarts: 2)
    stage.hear(.pastEnds(stage.id("shop-db-1"), [end]))
    #expect(stage.showing("exited 137, out of memory, at 12:00:05, restart 2"))
    #expect(stage.rows(with: "exited 137").count == 1)
  }

  @Test func anEndBeforeTheFirstLineDividesNothing() {
    var stage = Stage(120, 40)
    stage.select("shop-db-1")
    stage.hear(event("die", "shop-db-1", at: 6, exitCode: 1))
    stage.log(["hello"], from: 7)
    #expect(!stage.showing("exited 1, at"))
  }

  @Test func theLineIsNoMatchOfAFilter() {
    var stage = crashed()
    stage.press("<enter> / exited <enter>")
    #expect(stage.showing("0 found"))
  }

  @Test func aReplicaThatIsReplacedKeepsItsNameAndItsLines() {
    var stage = Stage(120, 40)
    stage.press("1 g j j j j j m")
    stage.log(["from one"], of: "shop-web-1")
    stage.log(["from two"], from: 1, of: "shop-web-2")
    stage.hearContainers { $0.removeAll { $0.name == "shop-web-2" } }
    #expect(stage.showing("web-2 from two") && stage.showing("web-1 from one"))
  }
}
