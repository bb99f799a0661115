import EngineModel
import Testing
import Troubles

@testable import Dashboard

/// The Contents tab: what is in an image, folder by folder and layer by layer.
@Suite struct ContentsTabTests {
  private func stage(_ columns: Int = 120, _ rows: Int = 34) -> Stage {
    var stage = Stage(columns, rows)
    stage.turnToContents()
    stage.readContents()
    return stage
  }

  private func readings(_ stage: Stage) -> [EngineStream] {
    stage.state.engineStreams.filter { if case .contents = $0 { true } else { false } }
  }

  @Test func aLargeImageIsReadWhenItIsAskedFor() {
    var stage = Stage()
    stage.turnToContents()
    #expect(readings(stage).isEmpty)
    #expect(stage.showing("the engine sends all of it, about 112M"))
    stage.press("<enter>")
    #expect(readings(stage) == [.contents(Fixture.imageID(of: "redis:7"), revision: 1)])
    stage.hear(.contents(Fixture.imageID(of: "redis:7"), .progress(bytes: 69 << 20, files: 1_204)))
    #expect(stage.showing("reading: 69.0M of about 112M, 1204 files"))
  }

  @Test func aSmallOneIsReadWhileItIsLookedAt() {
    var stage = Stage()
    stage.turnToContents(of: "busybox:1.36")
    #expect(readings(stage).count == 1)
    stage.press("[")
    #expect(readings(stage).isEmpty)
  }

  @Test func whatWasAskedForIsReadOnWhileOneLooksElsewhere() {
    var stage = Stage()
    stage.turnToContents()
    stage.press("<enter> <esc> 2")
    #expect(readings(stage).count == 1)
    stage.readContents()
    #expect(readings(stage).isEmpty)
  }

  @Test func readingIsStoppedOnAKey() {
    var stage = Stage()
    stage.turnToContents()
    stage.press("<enter> s")
    #expect(readings(stage).isEmpty)
    #expect(stage.showing("are not read yet"))
  }

  @Test func whatFailsSaysWhyAndIsReadAgain() {
    var stage = Stage()
    stage.turnToContents()
    stage.press("<enter>")
    let id = Fixture.imageID(of: "redis:7")
    stage.hear(.contents(id, .ended(.failure(Trouble("cannot read the image", why: "the disk is gone")))))
    #expect(stage.showing("cannot read the image: the disk is gone"))
    #expect(readings(stage).isEmpty)
    stage.press("R")
    #expect(readings(stage) == [.contents(id, revision: 2)])
  }

  @Test func anEngineThatGoesAwayEndsTheReading() {
    var stage = Stage()
    stage.turnToContents()
    stage.press("<enter>")
    stage.hear(.contents(Fixture.imageID(of: "redis:7"), .progress(bytes: 1, files: 1)))
    stage.hear(.lost(Trouble("gone")))
    stage.hear(.live)
    #expect(readings(stage).isEmpty)
    #expect(stage.showing("the engine went away meanwhile"))
  }

  @Test func theWholeImageSaysWhatItWastes() {
    let stage = stage()
    // 12 MiB that layer 3 removes, and the 700 bytes of /etc/passwd that layer 2 writes over, of 66.4 MiB.
    #expect(stage.showing("whole image  3 layers  66.4M  12.0M wasted, 81.9% efficient"))
    #expect(stage.rows(with: "bin/").contains { $0.contains("30.0M") })
  }

  @Test func enterGoesIntoAFolderAndBackOut() {
    var stage = stage()
    stage.press("<enter>")
    #expect(stage.showing("/bin  3 entries"))
    #expect(stage.showing("cat = /bin/busybox") && stage.showing("sh -> busybox"))
    stage.press("h")
    #expect(stage.showing("/  6 entries"))
    stage.press("<backspace>")
    #expect(stage.showing("this is the topmost folder"))
  }

  @Test func oneLayerAfterTheOtherIsShown() {
    var stage = stage()
    stage.press("n")
    #expect(stage.showing("layer 1 of 3  42.0M, 12.0M of it wasted  ADD file:1"))
    stage.press("n n")
    #expect(stage.showing("layer 3 of 3  400K  COPY server.js"))
    stage.press("n")
    #expect(stage.showing("whole image"))
    stage.press("p")
    #expect(stage.showing("layer 3 of 3"))
  }

  @Test func aLayerIsChosenFromAMenu() {
    var stage = stage()
    stage.press("c")
    #expect(stage.showing("whole image") && stage.showing("RUN apt-get update"))
    stage.press("j j <enter>")
    #expect(stage.showing("layer 2 of 3"))
    #expect(stage.rows(with: "etc/").count == 1 && stage.rows(with: "bin/").isEmpty)
  }

  @Test func aFolderThatALayerDoesNotHaveIsLeft() {
    var stage = stage()
    stage.press("<enter> p")
    #expect(stage.showing("layer 3 of 3") && stage.showing("/  2 entries"))
  }

  @Test func whatALayerRemovedIsMarked() {
    var stage = stage()
    stage.press("p G <enter> <enter>")
    #expect(stage.showing("/var/cache  1 entry"))
    #expect(stage.rows(with: "index").contains { $0.contains("D  12.0M") })
  }

  @Test func thePathsThatWasteAreListedAndLedTo() {
    var stage = stage()
    stage.press("w")
    #expect(stage.showing("2 paths, the worst first"))
    #expect(stage.rows(with: "/var/cache/index").contains { $0.contains("removed in 3") })
    #expect(stage.rows(with: "/etc/passwd").contains { $0.contains("again in 2") })
    stage.press("j <enter>")
    #expect(stage.showing("/etc  1 entry"))
  }

  @Test func namesAreShownWithoutWhatATerminalWouldObey() {
    var stage = stage()
    stage.press("/")
    stage.type("usr")
    stage.press("<enter> <enter>")
    #expect(stage.showing("/usr  2 entries"))
    stage.press("j <enter>")
    #expect(stage.showing("evil␛[2J") && stage.showing("部品.txt"))
  }

  @Test func aFileSaysThatItsContentIsNotRead() {
    var stage = stage()
    stage.press("<enter> <enter>")
    #expect(stage.showing("only what files are called and how large they are is read"))
  }

  @Test func theOrderIsTurned() {
    var stage = stage()
    #expect(stage.showing("by size"))
    stage.press("o")
    #expect(stage.showing("by name"))
  }

  @Test func thePathIsCopied() {
    var stage = stage()
    stage.press("<enter> Y")
    #expect(stage.effects.contains(.copy("/bin/busybox")))
  }

  @Test func theLayersTabHasWhatWasRead() {
    var stage = Stage()
    stage.select("redis:7", in: .images)
    stage.turn(to: .layers)
    let subject = DocumentSubject.image(Fixture.imageID(of: "redis:7"))
    stage.hear(.document(subject, .success(.image(.null, history: Fixture.imageHistory))))
    #expect(stage.showing("66.4M  4 steps, 3 with files") && !stage.showing("WASTED"))
    stage.readContents()
    #expect(stage.showing("12.0M wasted, 81.9% efficient"))
    #expect(stage.rows(with: "ADD file:1").contains { $0.contains("12.0M") })
    #expect(stage.rows(with: "CMD").contains { !$0.contains("0B  ") || $0.contains("     0B") })
  }

  @Test func oneStandsWhereOneWasWhenAnotherImageIsRead() {
    var stage = stage()
    stage.press("<enter>")
    stage.readContents(of: "postgres:16")
    #expect(stage.showing("/bin  3 entries"))
    stage.readContents()
    #expect(stage.showing("/  6 entries"))
  }

  @Test func someImagesAreKept() {
    var facts = ContentsFacts()
    guard let image = Fixture.readImage else { return }
    for number in 1...5 { facts.update(.ended(.success(image)), of: ImageID("sha256:\(number)")) }
    #expect((1...5).map { facts.image(ImageID("sha256:\($0)")) != nil } == [false, false, true, true, true])
  }
}
