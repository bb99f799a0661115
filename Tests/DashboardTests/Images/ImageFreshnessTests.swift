import EngineModel
import Preferences
import Testing
import Troubles

@testable import Dashboard

/// Registries are asked whether they have newer images under the tags: on a key, and by digest.
@Suite struct ImageFreshnessTests {
  private let id = Fixture.imageID(of: "redis:7")

  private func stage(digests: [String] = ["redis@sha256:aa"], setup: DashboardSetup = DashboardSetup())
    -> Stage
  {
    var stage = Stage(140, 40, setup: setup)
    let other = ImageSummary(id: ImageID("sha256:other"), repoTags: ["shop/api:dev"], size: 5)
    stage.hear(
      .images([ImageSummary(id: id, repoTags: ["redis:7"], repoDigests: digests, size: 117_000_000), other]))
    stage.select("redis:7", in: .images)
    return stage
  }

  private func asked(_ stage: Stage) -> [String] {
    stage.effects.flatMap { effect -> [String] in
      if case .engine(_, .askRegistries(let tags)) = effect { tags } else { [] }
    }
  }

  private func answer(_ stage: inout Stage, _ result: Result<String, Trouble>) {
    stage.hear(.registry(.answered("redis:7", result, at: Fixture.now)))
  }

  @Test func nobodyIsAskedUnlessAKeyIsPressed() {
    var stage = stage()
    #expect(asked(stage).isEmpty && stage.showing("docker.io was not asked"))
    stage.press("U")
    #expect(asked(stage) == ["redis:7"])
    stage.hear(.registry(.asking(["redis:7"])))
    #expect(stage.showing("asking docker.io …"))
  }

  @Test func theSameDigestIsTheSame() {
    var stage = stage()
    answer(&stage, .success("sha256:aa"))
    #expect(stage.showing("docker.io has the same under this tag, asked at 2026-11-24"))
  }

  @Test func anotherDigestIsANewerImageUntilItIsPulled() {
    var stage = stage()
    answer(&stage, .success("sha256:bb"))
    #expect(stage.showing("docker.io has a newer image under this tag, asked at 2026-11-24"))
    stage.press("+ +")
    #expect(stage.rows(with: "redis:7").contains { $0.contains("↑") })
    stage.press("_ _")
    stage.hear(
      .images([
        ImageSummary(id: id, repoTags: ["redis:7"], repoDigests: ["redis@sha256:aa", "redis@sha256:bb"])
      ]))
    #expect(stage.showing("docker.io has the same under this tag"))
  }

  @Test func whatWasBuiltHereHasNobodyToAsk() {
    var stage = stage()
    stage.select("shop/api:dev", in: .images)
    #expect(stage.showing("built here: no registry to ask"))
    stage.press("U")
    #expect(asked(stage).isEmpty)
  }

  @Test func aNameThatAnImageWasGivenHereIsNotAskedFor() {
    var stage = stage(digests: ["mirror.example/redis@sha256:aa"])
    stage.press("U")
    #expect(asked(stage).isEmpty && stage.showing("built here: no registry to ask"))
  }

  @Test func allInTheListAreAskedAbout() {
    var stage = stage()
    stage.press("A")
    #expect(asked(stage) == ["redis:7"])
    #expect(stage.showing("asking registries about 1 tag; 1 image without a registry"))
  }

  @Test func whyItCannotBeSaidIsSaid() {
    var stage = stage()
    answer(
      &stage,
      .failure(Trouble("cannot ask for redis:7", why: "toomanyrequests", advice: "wait, or log in for more")))
    #expect(stage.showing("cannot ask for redis:7: toomanyrequests"))
    #expect(stage.showing("wait, or log in for more"))
  }

  @Test func theFilterKnowsWhatIsNewer() {
    var stage = stage()
    answer(&stage, .success("sha256:bb"))
    stage.press("/")
    stage.type("newer:yes")
    stage.press("<enter>")
    #expect(stage.state.panes[.images].rows.count == 1)
  }

  @Test func theSettingsMayHaveThemAskedByThemselves() {
    #expect(!stage().state.engineStreams.contains(.registryClock(every: .seconds(43_200))))
    var settings = Settings()
    settings.images.checkInterval = .seconds(43_200)
    var stage = stage(setup: DashboardSetup(settings: settings))
    #expect(stage.state.engineStreams.contains(.registryClock(every: .seconds(43_200))))
    stage.hear(.registry(.due))
    #expect(asked(stage) == ["redis:7"])
  }
}
