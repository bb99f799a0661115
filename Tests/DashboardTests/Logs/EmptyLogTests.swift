import EngineModel
import Testing
import Troubles

@testable import Dashboard

/// An empty log always says why.
@Suite struct EmptyLogTests {
  private func stage(_ name: String) -> Stage {
    var stage = Stage(160, 50)
    stage.select(name)
    return stage
  }

  @Test func aRunningContainerMayWriteYet() {
    #expect(stage("cache").showing("no output yet: lines appear here as they are written"))
  }

  @Test func aContainerThatWasNeverStartedHasNothing() {
    #expect(stage("party🎉box").showing("no output: this container was never started"))
  }

  @Test func anEndedContainerWroteNothing() {
    var stage = stage("shop-worker-1")
    stage.press("m")
    stage.take(.logs(.ended(stage.logRequests[0])))
    #expect(stage.showing("no output: it exited without writing a line") && stage.showing("ended · 0 lines"))
  }

  @Test func aLogThatCannotBeReadSaysWhy() {
    var stage = stage("cache")
    let trouble = Trouble("cannot read the log: the driver cannot", advice: "use json-file")
    stage.take(.logs(.failed(stage.logRequests[0], trouble)))
    #expect(stage.showing("cannot read the log: the driver cannot — use json-file"))
  }

  @Test func aLostEngineIsTheReason() {
    var stage = stage("cache")
    stage.hear(.lost(Trouble("gone")))
    #expect(stage.showing("the engine is not answering: the log resumes when it is back"))
  }

  @Test func aWindowInTheSettingsIsTheReason() {
    var setup = DashboardSetup()
    setup.settings.logs.since = .seconds(600)
    var stage = Stage(160, 50, setup: setup)
    stage.select("cache")
    #expect(stage.showing("no output in the last 10m: logs.since in the settings hides older lines"))
  }

  @Test func nothingSelectedIsTheReason() {
    var stage = Stage()
    stage.hear(.containers([]))
    #expect(stage.showing("nothing selected"))
  }

  @Test func severalContainersThatAreSilent() {
    var stage = Stage(160, 50)
    stage.press("1 G k k")
    #expect(stage.showing("no output yet"))
  }
}
