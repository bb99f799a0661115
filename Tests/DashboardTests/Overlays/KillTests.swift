import EngineModel
import Testing

@testable import Dashboard

/// A signal is chosen, then confirmed, then sent.
@Suite struct KillTests {
  @Test func theMenuOffersSignals() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press("K")
    #expect(stage.showing("Kill shop-db-1") && stage.showing("SIGHUP"))
  }

  @Test func aChosenSignalIsConfirmed() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press("K j <enter>")
    #expect(stage.showing("Send SIGTERM to 1 container?") && stage.calls.isEmpty)
  }

  @Test func yesSendsTheSignal() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press("K j <enter> y")
    #expect(stage.calls == [.kill(stage.id("shop-db-1"), signal: "SIGTERM")])
  }

  @Test func escapeSendsNothing() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press("K <enter> <esc>")
    #expect(stage.calls.isEmpty)
  }

  @Test func aStoppedContainerGetsNoSignal() {
    var stage = Stage()
    stage.select("shop-worker-1")
    stage.press("K")
    #expect(stage.toasts == ["Kill: not running"])
  }

  @Test func onlyThoseAliveGetTheSignal() {
    var stage = Stage()
    stage.select("shop-web-2")
    stage.press("<space> <space> K <enter> y")
    #expect(stage.calls == [.kill(stage.id("shop-web-2"), signal: "SIGKILL")])
  }
}
