import EngineModel
import Testing
import Troubles

@testable import Dashboard

/// Volumes are made from what is typed.
@Suite struct VolumeCommandTests {
  @Test func aVolumeIsMade() {
    var stage = Stage()
    stage.press("4 n")
    stage.type("shop-data")
    stage.press("<down> <down>")
    stage.type("type=nfs")
    stage.press("<enter>")
    stage.type("o=addr=10.0.0.9,rw")
    stage.press("<enter> <down>")
    stage.type("team=shop")
    stage.press("<enter> <enter>")
    var wanted = VolumeDefinition(name: "shop-data")
    wanted.options = [LabelPair(key: "type", value: "nfs"), LabelPair(key: "o", value: "addr=10.0.0.9,rw")]
    wanted.labels = [LabelPair(key: "team", value: "shop")]
    #expect(stage.calls == [.createVolume(wanted)])
    let command = "docker volume create --opt type=nfs --opt o=addr=10.0.0.9,rw --label team=shop shop-data"
    #expect(stage.state.jobs.last?.command == command)
  }

  @Test(arguments: [
    ("", "at least two characters"), ("-x", "starts with a letter"), ("a b", "may contain only"),
    ("backup", "there is a volume backup already"),
  ])
  func aNameThatCannotBeTakenIsSaid(name: String, problem: String) {
    let engine = Stage().state.firstEngine
    let error = #expect(throws: TypedProblem.self) { try VolumeForm.definition([name], on: engine) }
    #expect(error?.text.contains(problem) == true)
  }

  private func transfers(_ stage: Stage) -> [Transfer] {
    stage.effects.compactMap { effect in
      if case .engine(_, .transfer(let transfer, _)) = effect { transfer } else { nil }
    }
  }

  /// The volume `backup`, reached through the smallest image.
  private let backup = CarriedVolume(
    volume: VolumeName("backup"),
    image: Fixture.images.first { $0.repoTags == ["busybox:1.36"] }?.id ?? ImageID(""))

  @Test func anExportGoesThroughTheSmallestImage() {
    var stage = Stage()
    stage.select("backup", in: .volumes)
    stage.press("A <ctrl-u>")
    stage.type("/srv/b.tar")
    stage.press("<enter>")
    #expect(transfers(stage) == [.exportVolume(backup, to: TargetFile("/srv/b.tar"))])
    let command =
      "docker run --rm -v backup:/volume:ro -v /srv:/backup busybox tar -C /volume -cf /backup/b.tar ."
    #expect(stage.state.jobs.last?.command == command)
  }

  @Test func aCloneIsNobodysAndHasAFreeName() {
    var stage = Stage()
    stage.select("shop_data", in: .volumes)
    stage.press("C")
    #expect(stage.showing("Clone shop_data") && stage.showing("shop_data-copy"))
    stage.press("<ctrl-s>")
    guard case .cloneVolume(_, let copy)? = transfers(stage).first else {
      Issue.record("no clone")
      return
    }
    #expect(copy == VolumeDefinition(name: "shop_data-copy"))
  }

  @Test func aVolumeThatIsWrittenToIsSaid() {
    var stage = Stage()
    stage.select("shop_data", in: .volumes)
    stage.press("A")
    #expect(stage.showing("runs and may write to it"))
  }

  @Test func whatIsThereIsNotOverwrittenUnasked() {
    var stage = Stage()
    stage.select("backup", in: .volumes)
    stage.press("I")
    stage.type("/srv/b.tar")
    stage.press("<enter> <enter>")
    #expect(transfers(stage).isEmpty && stage.showing("files of the same names are replaced"))
    stage.press("y")
    #expect(transfers(stage) == [.importVolume(from: "/srv/b.tar", backup)])
  }

  @Test func anImageIsNeeded() {
    var stage = Stage()
    stage.hear(.images([]))
    stage.select("backup", in: .volumes)
    stage.press("A")
    #expect(stage.showing("there is no image that a container could be made from"))
  }

  // MARK: Looking in

  /// A stage that looks at the files of a volume that no container has mounted.
  private func lookingIn() -> Stage {
    var stage = Stage()
    stage.select("backup", in: .volumes)
    stage.turn(to: .files)
    stage.press("<enter>")
    return stage
  }

  private func carriers(_ stage: Stage) -> [CarriedVolume] {
    stage.state.subscriptions.compactMap { subscription in
      if case .carrier(let volume, _) = subscription.stream { volume } else { nil }
    }
  }

  @Test func noContainerIsMadeUnasked() {
    var stage = lookingIn()
    #expect(stage.showing("no container has this volume mounted") && carriers(stage).isEmpty)
    stage.press("<enter>")
    #expect(stage.showing("Make a container to look into backup?") && carriers(stage).isEmpty)
    stage.press("y")
    #expect(carriers(stage) == [backup])
  }

  @Test func whatIsLookedAtThroughItStaysUnused() {
    var stage = lookingIn()
    stage.press("<esc> / used:no <enter> <enter> <enter> y")
    stage.hearContainers { list in
      let mount = MountPoint(kind: "volume", name: VolumeName("backup"), destination: "/volume")
      var carrier = Fixture.container("davit-1", project: nil, state: .created, mounts: [mount])
      carrier.labels = [CarriedVolume.label: "backup"]
      list.append(carrier)
    }
    #expect(stage.names(.volumes).contains("backup") && carriers(stage) == [backup])
    let place = FilePlace(container: stage.id("davit-1"), path: CarriedVolume.path)
    #expect(
      stage.state.subscriptions.contains {
        if case .folder(let asked, _, _) = $0.stream { asked == place } else { false }
      })
  }

  @Test func lookingElsewhereLetsItGo() {
    var stage = lookingIn()
    stage.press("<enter> y ]")
    #expect(carriers(stage).isEmpty)
    stage.press("[")
    #expect(carriers(stage).isEmpty)
  }

  @Test func aContainerThatCannotBeMadeIsSaidAndTriedAgain() {
    var stage = lookingIn()
    stage.press("<enter> y")
    stage.hear(.carrier(Trouble("cannot make a container to look through", why: "no space left")))
    #expect(stage.showing("no space left"))
    stage.press("<enter> y")
    #expect(carriers(stage) == [backup])
  }

  @Test func whatTheEngineRefusesLosesNothing() {
    var stage = Stage()
    stage.press("4 n")
    stage.type("nas")
    stage.press("<down> <ctrl-u>")
    stage.type("rclone")
    stage.press("<down> <down> <enter>")
    stage.end(.failed(Trouble("error looking up volume plugin rclone: plugin \"rclone\" not found")))
    #expect(stage.showing("error looking up volume plugin") && stage.showing("nas"))
  }
}
