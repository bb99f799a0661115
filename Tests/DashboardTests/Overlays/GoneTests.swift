import EngineModel
import Testing

@testable import Dashboard

/// A question about something that has gone meanwhile goes with it.
@Suite struct GoneTests {
  @Test(arguments: ["d", "K", "K <enter>", "N", "L", "C", "D"])
  func aQuestionGoesWithItsContainer(keys: String) {
    var stage = Stage()
    stage.select("cache")
    stage.press(keys)
    #expect(!stage.state.overlays.isEmpty)
    stage.hear(.event(Fixture.event("destroy", of: "cache")))
    #expect(stage.state.overlays.isEmpty)
    #expect(stage.toasts.last == "the question was closed: what it was about is gone")
  }

  @Test func whatIsStillThereIsStillAskedAbout() {
    var stage = Stage()
    stage.select("cache")
    stage.press("<space>")
    stage.select("shop-web-1")
    stage.press("<space> d")
    stage.hear(.event(Fixture.event("destroy", of: "cache")))
    #expect(!stage.state.overlays.isEmpty)
    stage.hear(.event(Fixture.event("destroy", of: "shop-web-1")))
    #expect(stage.state.overlays.isEmpty)
  }

  @Test func aVolumeOfAListThatHasItNoMore() {
    var stage = Stage()
    stage.select("backup", in: .volumes)
    stage.press("d")
    stage.hear(.volumes(Fixture.volumes.filter { $0.name != "backup" }))
    #expect(stage.state.overlays.isEmpty)
  }

  @Test func otherQuestionsStay() {
    var stage = Stage()
    stage.press("T")
    stage.hear(.event(Fixture.event("destroy", of: "cache")))
    #expect(!stage.state.overlays.isEmpty)
  }
}
