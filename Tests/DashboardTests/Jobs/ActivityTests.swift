import EngineModel
import Testing

@testable import Dashboard

/// What davit did: when, what, how it ended, how long it took; the whole command, and once more.
@Suite struct ActivityTests {
  private func stage() -> Stage {
    var stage = Stage()
    stage.clock(0)
    stage.select("shop-db-1")
    stage.press("s y")
    stage.clock(12.4)
    stage.answerJobs { _ in .done }
    stage.press("@")
    return stage
  }

  @Test func anEntryTellsWhenWhatAndHowLong() {
    #expect(stage().rows(with: "12:00:00  stop shop-db-1").contains { $0.contains("done  12s") })
  }

  @Test func enterShowsTheWholeCommand() {
    var stage = stage()
    stage.press("<enter>")
    #expect(stage.showing("docker stop shop-db-1"))
  }

  @Test func theCommandIsCopied() {
    var stage = stage()
    stage.press("<enter> y")
    #expect(stage.copied == ["docker stop shop-db-1"])
  }

  @Test func itIsRunAgainAfterAQuestion() {
    var stage = stage()
    stage.forgetEffects()
    stage.press("<enter> r")
    #expect(stage.calls.isEmpty && stage.showing("Run it again?"))
    stage.press("y")
    #expect(stage.calls == [.stop(stage.id("shop-db-1"))] && stage.state.overlays.isEmpty)
  }

  @Test func withoutAnEngineNothingIsRunAgain() {
    var stage = stage()
    stage.forgetEffects()
    stage.hear(.lost("gone"))
    stage.press("<enter> r y")
    #expect(stage.calls.isEmpty && stage.toasts.contains { $0.hasPrefix("cannot stop shop-db-1: ") })
  }

  @Test(arguments: [(0.04, "0.0s"), (0.42, "0.4s"), (9.9, "9.9s"), (12.4, "12s"), (200, "3m 20s")])
  func timesAreShort(seconds: Double, text: String) { #expect(Quantity.seconds(seconds) == text) }
}
