import EngineModel
import Testing

@testable import Dashboard

/// A prune shows what would go, and how much that frees, before it is done.
@Suite struct PruneTests {
  private func stage(_ pane: PaneKind, _ keys: String = "") -> Stage {
    var stage = Stage()
    stage.press("\(pane.digit) X \(keys)")
    return stage
  }

  @Test func stoppedContainersAreNamed() {
    let stage = stage(.containers)
    #expect(stage.showing("Prune: remove 3 stopped containers?") && stage.showing("party🎉box"))
  }

  @Test(arguments: [
    (PaneKind.containers, "y", EngineCall.pruneContainers), (.images, "y", .pruneImages(all: false)),
    (.images, "a y", .pruneImages(all: true)), (.volumes, "y", .pruneVolumes(all: false)),
    (.volumes, "a y", .pruneVolumes(all: true)), (.networks, "y", .pruneNetworks),
  ])
  func yesPrunes(pane: PaneKind, keys: String, call: EngineCall) {
    #expect(stage(pane, keys).calls == [call])
  }

  @Test(arguments: PaneKind.allCases)
  func nothingIsPrunedUnasked(pane: PaneKind) {
    #expect(stage(pane, "<enter> n").calls.isEmpty)
  }

  @Test func sizesAreTold() {
    #expect(
      stage(.images).showing("frees up to 50.0M (shared layers count twice); 1 more unused image"))
    #expect(stage(.images, "a").showing("frees up to 1.3G"))
  }

  @Test func imagesInUseAreNotThreatened() {
    let stage = stage(.images, "a")
    #expect(stage.showing("old-tool:2.1") && !stage.showing("│ redis:7"))
  }

  @Test func unusedVolumesAreTold() {
    let stage = stage(.volumes)
    #expect(stage.showing("Prune: remove 1 unused anonymous volume?") && !stage.showing("│ backup "))
  }

  @Test func theQuestionFollowsWhatIsSwitchedOn() {
    let stage = stage(.volumes, "a")
    #expect(stage.showing("Prune: remove 2 unused volumes?") && stage.showing("│ backup "))
  }

  @Test func whatGoesIsNamedOnTheSmallestScreenToo() {
    var stage = Stage(40, 10)
    stage.press("4 X a")
    #expect(stage.showing("│ backup"))
  }

  @Test func usedVolumesAreNotThreatened() {
    #expect(!stage(.volumes, "a").showing("│ shop_data "))
  }

  @Test func unusedNetworksAreTold() {
    let stage = stage(.networks)
    #expect(stage.showing("Prune: remove 1 unused network?"))
  }

  @Test func stacksAreNotPruned() {
    #expect(stage(.stacks).toasts == ["Prune: stacks are taken down, not pruned"])
  }

  @Test func nothingUnusedSaysSo() {
    var stage = Stage()
    stage.hear(.containers([Fixture.container("cache", project: nil)]))
    stage.press("X")
    #expect(stage.toasts == ["nothing to prune"])
  }

  @Test func whatTheEngineFreedIsTold() {
    var stage = stage(.images, "y")
    let dangling = Fixture.imageID(of: "dangling")
    // The engine counts every layer.
    stage.answerJobs { _ in
      .pruned([dangling.rawValue, "sha256:" + Fixture.hex("a layer")], bytes: 52_428_800)
    }
    #expect(stage.toasts == ["pruned 1 dangling image: \(dangling.short), 50.0M freed"])
  }

  @Test func aPruneThatFoundNothingSaysSo() {
    var stage = stage(.images, "y")
    stage.answerJobs { _ in .pruned([], bytes: 0) }
    #expect(stage.toasts == ["pruned dangling images: nothing was removed"])
  }
}
