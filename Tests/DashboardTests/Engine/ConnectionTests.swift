import EngineModel
import StackPlanning
import Testing
import Troubles

@testable import Dashboard

/// Engines come and go; what they said stays.
@Suite struct ConnectionTests {
  private static let trouble = Trouble(
    "cannot reach the engine: connection refused", advice: "start it")

  private func lost() -> Stage {
    var stage = Stage()
    stage.hear(.lost(Self.trouble))
    return stage
  }

  @Test func atFirstDavitConnects() { #expect(Stage(silent: 120, 40).showing("connecting")) }

  @Test func aLiveEngineIsCalledLive() { #expect(Stage().lines[0].hasSuffix("● live")) }

  @Test func theHeaderNamesTheEngine() {
    #expect(Stage(200, 50).lines[0].contains("local · Docker 28.2.2 · API 1.50"))
  }

  @Test func `the head names trouble right behind what runs`() {
    #expect(
      Stage(200, 50).lines[0].contains(
        "6 running  1 unhealthy  1 restarting  1 paused  2 exited  1 created"))
  }

  @Test func `where there is little room, trouble stays`() {
    #expect(Stage(80, 24).lines[0].contains("6 running  1 unhealthy  1 restarting  1 paused   ● live"))
  }

  @Test func aLostEngineIsCalledStale() { #expect(lost().lines[0].contains("stale: engine away")) }

  @Test func theLastFactsStayOnTheScreen() { #expect(lost().showing("shop-db-1")) }

  @Test func theReasonIsShownWithItsAdvice() {
    #expect(lost().showing("cannot reach the engine: connection refused — start it"))
  }

  @Test func onlyTheConnectionIsStillTried() { #expect(lost().state.engineStreams == [.connection]) }

  @Test func changesAreRefusedWhileTheEngineIsAway() {
    var stage = lost()
    stage.press("s")
    #expect(stage.calls.isEmpty && stage.toasts == ["Stop: the engine is not answering"])
  }

  @Test func lookingAroundGoesOn() {
    var stage = lost()
    stage.press("/ db <enter>")
    #expect(stage.names(.containers) == ["shop-db-1"])
  }

  @Test func jobsUnderWayFail() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press("s y")
    stage.hear(.lost(Self.trouble))
    #expect(stage.state.jobs.map(\.outcome) == [.failed("the engine went away before answering")])
  }

  @Test func aRunOfComposeOutlivesTheConnection() {
    var stage = Stage.store()
    stage.begin(ComposeRun(.up, Fixture.storeSource))
    stage.press("<esc>")
    stage.hear(.lost(Self.trouble))
    #expect(stage.state.jobs.map(\.outcome) == [nil])
    stage.press("q")
    #expect(stage.showing("Quit and interrupt running jobs?"))
  }

  @Test func theEngineComingBackIsTold() {
    var stage = lost()
    stage.hear(.containers(Fixture.containers), .live)
    #expect(stage.toasts == ["the engine is back"] && stage.lines[0].hasSuffix("● live"))
  }

  @Test func theFirstConnectionIsNoComingBack() { #expect(Stage().toasts.isEmpty) }

  @Test func openDocumentsAreReadAgainWhenItIsBack() {
    var stage = Stage()
    stage.select("cache")
    stage.press("] ]")
    stage.hearDocument(of: "cache")
    stage.hear(.lost(Self.trouble), .live)
    #expect(stage.state.engineStreams.contains(.document(.container(stage.id("cache")), revision: 1)))
  }

  @Test func withoutAnyEngineTheLargestPaneSaysWhy() {
    var stage = Stage(silent: 120, 40)
    stage.hear(.lost(Self.trouble))
    #expect(stage.lines[0].contains("no engine") && stage.showing("davit keeps retrying"))
  }

  @Test func withoutAnyEngineTheReasonStandsOnceOnly() {
    var stage = Stage(silent: 120, 40)
    stage.hear(.lost(Self.trouble))
    #expect(stage.rows(with: "connection refused").count == 1)
  }

  @Test func anEngineThatCannotBeUsedIsNotTriedAgain() {
    var stage = Stage(silent: 120, 40)
    stage.hear(.unusable(Self.trouble))
    #expect(stage.showing("connection refused") && stage.showing("davit does not retry"))
  }

  @Test func anEmptyEngineSaysHowToBegin() {
    var stage = Stage(silent: 120, 40)
    stage.hear(.containers([]), .images([]), .volumes([]), .networks([]), .live)
    #expect(stage.showing("no containers yet") && stage.showing("no Compose stacks on this engine"))
  }

  @Test func refreshReadsEverything() {
    var stage = Stage()
    stage.press("R")
    #expect(stage.refreshes == [[.containers, .images, .volumes, .networks]])
  }

  @Test func nothingIsRefreshedWhileTheEngineIsAway() {
    var stage = lost()
    stage.press("R")
    #expect(stage.refreshes.isEmpty && stage.toasts == ["Refresh: the engine is not answering"])
  }
}
