import EngineModel
import Testing
import Troubles

@testable import Dashboard

/// What takes the disk, and what a prune frees.
@Suite struct DiskTests {
  private func stage(_ keys: String = "") -> Stage {
    var stage = Stage(160, 60)
    stage.lookAtDisk()
    stage.press(keys)
    return stage
  }

  @Test func itIsMeasuredWhenSomebodyGoesThere() {
    var stage = Stage()
    #expect(!stage.effects.contains(.engine(.first, .measureDisk)))
    stage.press("7")
    #expect(stage.effects.contains(.engine(.first, .measureDisk)))
    stage.hear(.disk(.measuring))
    #expect(stage.showing("measuring …"))
    stage.forgetEffects()
    stage.press("R")
    #expect(stage.effects.allSatisfy { $0 != .engine(.first, .measureDisk) })
  }

  @Test func itsAgeIsShownAndAnOldOneIsNotMeasuredByItself() {
    var stage = stage("1")
    stage.forgetEffects()
    stage.clock(3_700)
    stage.press("7")
    #expect(stage.showing("measured 1h ago") && !stage.effects.contains(.engine(.first, .measureDisk)))
    stage.press("R")
    #expect(stage.effects.contains(.engine(.first, .measureDisk)))
  }

  @Test func theLargestComeFirstInEachKind() {
    let lines = stage().lines
    let places = ["…/old-tool:2.1", "postgres:16", "nginx:1.27", "busybox:1.36"].map { name in
      lines.firstIndex { $0.contains("  ") && $0.contains(name) } ?? -1
    }
    #expect(places == places.sorted() && places[0] > 0)
  }

  @Test func whatAPruneTakesIsSaid() {
    let stage = stage()
    #expect(stage.rows(with: "…/old-tool:2.1").contains { $0.contains("with all") })
    #expect(stage.rows(with: "RUN apt-get install").contains { $0.contains("prune") })
    #expect(stage.rows(with: "RUN make").contains { !$0.contains("prune") && $0.contains("a build") })
    #expect(stage.rows(with: "shop_data").contains { !$0.contains("prune") && $0.contains("shop-db-1") })
  }

  @Test func aContainerThatHasWrittenNothingTakesNothing() {
    #expect(!stage().lines.contains { $0.contains("  shop-web-1 ") && $0.contains("healthy") })
  }

  @Test func theKindUnderTheCursorIsPruned() {
    var stage = stage("X")
    #expect(stage.showing("dangling image"))
    stage.press("<esc> / type:build <enter> X")
    #expect(stage.showing("remove 2 pieces of the build cache?"))
    stage.press("a")
    #expect(stage.showing("remove 3 pieces of the build cache?") && stage.showing("COPY . ."))
    stage.press("o")
    guard case .confirmation(let question)? = stage.state.overlays.last else {
      Issue.record("nothing is asked")
      return
    }
    #expect(question.targets == ["[1/3] RUN apt-get install  95.4M", "COPY . .  47.7M"])
    stage.press("y")
    #expect(stage.calls == [.pruneBuildCache(all: true, old: true)])
    #expect(
      stage.state.jobs.last?.command == "docker builder prune --force --all --filter until=24h")
  }

  @Test func afterAPruneItIsMeasuredAgain() {
    var stage = stage("/ type:build <enter> X y")
    stage.forgetEffects()
    stage.end(.pruned(["mount", "old"], bytes: 300_000_000))
    #expect(stage.effects.contains(.engine(.first, .measureDisk)))
    #expect(stage.toasts.last?.contains("pruned 2 pieces of the build cache: mount, old") == true)
  }

  @Test func whatIsGoneIsNotListed() {
    var stage = stage()
    stage.hear(.volumes(Fixture.volumes.filter { $0.name != "backup" }))
    #expect(!stage.lines.contains { $0.contains("  backup ") })
  }

  @Test func kindsAreFolded() {
    let stage = stage("g z")
    #expect(!stage.showing("postgres:16  ") && stage.showing("▸ Images"))
  }

  @Test func escGoesBack() {
    var stage = Stage()
    stage.press("4 7 <esc>")
    #expect(stage.state.shared.activePane == .volumes)
  }

  @Test func anEngineThatRefusesIsHeard() {
    var stage = Stage()
    stage.press("7")
    stage.hear(.disk(.failed(Trouble("cannot measure the disk", why: "a layer is missing"))))
    #expect(stage.showing("a layer is missing"))
  }

  @Test func readOnlyPrunesNothing() {
    var stage = Stage(setup: DashboardSetup(isReadOnly: true))
    stage.lookAtDisk()
    stage.press("X")
    #expect(stage.state.overlays.isEmpty)
  }
}

/// What a prune takes is judged in one place.
@Suite struct PrunableTests {
  @Test(arguments: [
    ("mount", false, true), ("old", false, true), ("shared", false, false), ("shared", true, true),
    ("busy", true, false),
  ])
  func piecesOfTheCache(id: String, all: Bool, wanted: Bool) {
    #expect(Fixture.cache.first { $0.id == id }?.isPrunable(all: all) == wanted)
  }

  @Test(arguments: [
    (ContainerState.exited, true), (.created, true), (.dead, true), (.running, false), (.paused, false),
    (.restarting, false), (.removing, false),
  ])
  func containers(state: ContainerState, wanted: Bool) { #expect(state.isPrunable == wanted) }
}
