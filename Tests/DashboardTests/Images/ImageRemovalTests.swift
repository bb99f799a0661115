import EngineModel
import Testing

@testable import Dashboard

/// A tag is taken off, or an image removed: the question says which, and the engine's answer what came of it.
@Suite struct ImageRemovalTests {
  private func stage(_ tags: [String], digests: [String] = []) -> Stage {
    var stage = Stage()
    let image = ImageSummary(
      id: Fixture.imageID(of: "redis:7"), repoTags: tags, repoDigests: digests, size: 117_000_000)
    stage.hear(.images([image]))
    stage.select(tags.first ?? image.id.short, in: .images)
    return stage
  }

  @Test func oneOfSeveralTagsIsUntagged() {
    var stage = stage(["a:1", "b:1"])
    #expect(stage.showing("d untag"))
    stage.press("d")
    #expect(stage.showing("Untag a:1?") && stage.showing("a:1  the image stays as b:1"))
    #expect(!stage.showing("force"))
    stage.press("y")
    #expect(stage.calls == [.untagImage(reference: "a:1")])
    stage.answerJobs { _ in .imageRemoved([.untagged("a:1")]) }
    #expect(stage.showing("untagged a:1: the image stays"))
  }

  @Test func theLastTagTakesTheImageAlong() {
    var stage = stage(["redis:7"])
    #expect(stage.showing("d remove"))
    stage.press("d")
    #expect(stage.showing("Remove redis:7?") && stage.showing("its last tag: the image goes, 112M"))
    #expect(stage.showing("used by cache: the engine may refuse"))
    stage.press("y")
    #expect(stage.calls == [.removeImage(reference: "redis:7", force: false)])
    stage.answerJobs { _ in .imageRemoved([.untagged("redis:7"), .deleted(ImageID("sha256:1"))]) }
    #expect(stage.showing("removed redis:7"))
  }

  @Test func allTagsTogetherTakeItAlongToo() {
    var stage = stage(["a:1", "b:1"])
    stage.press("<space> <space> d")
    #expect(stage.showing("Remove 1 image?") && stage.showing("all its tags: the image goes"))
    stage.press("y")
    #expect(
      stage.calls == [
        .removeImage(reference: "a:1", force: false), .removeImage(reference: "b:1", force: false),
      ])
  }

  @Test func severalOfEachAreCounted() {
    var stage = Stage()
    stage.select("nginx:1.27", in: .images)
    stage.press("<space>")
    stage.select("redis:7", in: .images)
    stage.press("<space> d")
    #expect(stage.showing("Untag 1 name and remove 1 image?"))
  }

  @Test func aNameByDigestOfTheSameRepositoryGoesAlong() {
    var stage = stage(["a:1"], digests: ["a@sha256:1"])
    stage.press("d")
    #expect(stage.showing("Remove a:1?"))
  }

  @Test func aNameByDigestOfAnotherRepositoryKeepsTheImage() {
    var stage = stage(["a:1"], digests: ["a@sha256:1", "reg.example/a@sha256:2"])
    stage.press("d")
    #expect(stage.showing("Untag a:1?") && stage.showing("stays as reg.example/a@sha256:2"))
  }

  @Test func whatHasHappenedIsSaidWhereItIsSomethingElse() {
    var stage = stage(["a:1", "b:1"])
    stage.press("d y")
    stage.answerJobs { _ in .imageRemoved([.untagged("a:1"), .deleted(ImageID("sha256:1"))]) }
    #expect(stage.showing("untagged a:1, and the image went: nothing else named it"))
  }

  @Test func anImageWithoutTagsIsRemovedByItsID() {
    var stage = stage([])
    stage.press("d")
    #expect(stage.showing("it has no tag: the image goes by its id, 112M"))
    stage.press("y")
    #expect(stage.calls == [.removeImage(reference: Fixture.imageID(of: "redis:7").rawValue, force: false)])
  }
}
