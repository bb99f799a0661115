import EngineModel
import Testing

@testable import Dashboard

/// What ends or removes something asks first, and does exactly what was answered.
@Suite struct ConfirmationTests {
  @Test(arguments: ["s", "r"])
  func whatEndsAContainerAsks(key: String) {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press(key)
    #expect(stage.calls.isEmpty && stage.showing("shop-db-1?"))
  }

  @Test func enterStopsOneContainer() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press("s <enter>")
    #expect(stage.calls == [.stop(stage.id("shop-db-1"))])
  }

  @Test(arguments: [
    ("shop-worker-1", "S", EngineCall.start), ("shop-db-1", "r y", EngineCall.restart),
    ("shop-db-1", "p", EngineCall.pause), ("ana-web-1", "p", EngineCall.unpause),
  ])
  func lifecycleKeysCallTheEngine(name: String, key: String, call: @Sendable (ContainerID) -> EngineCall) {
    var stage = Stage()
    stage.select(name)
    stage.press(key)
    #expect(stage.calls == [call(stage.id(name))])
  }

  @Test func aRemovalNamesWhatGoes() {
    var stage = Stage()
    stage.select("shop-worker-1")
    stage.press("d")
    #expect(stage.showing("Remove 1 container?") && stage.calls.isEmpty)
  }

  @Test func yesRemoves() {
    var stage = Stage()
    stage.select("shop-worker-1")
    stage.press("d y")
    #expect(stage.calls == [.removeContainer(stage.id("shop-worker-1"), force: false, volumes: false)])
  }

  @Test(arguments: ["n", "<esc>", "q", "<ctrl-c>"])
  func noRemovesNothing(key: String) {
    var stage = Stage()
    stage.select("shop-worker-1")
    stage.press("d \(key)")
    #expect(stage.calls.isEmpty && stage.state.overlays.isEmpty)
  }

  @Test func enterIsNotYesWhereSomethingIsLost() {
    var stage = Stage()
    stage.select("shop-worker-1")
    stage.press("d <enter>")
    #expect(stage.calls.isEmpty && !stage.state.overlays.isEmpty)
  }

  @Test func enterIsYesWhereNothingIsLost() {
    var stage = Stage()
    stage.select("shop-api-1")
    stage.press("<space> <space> s <enter>")
    #expect(stage.calls.count == 2)
  }

  @Test(arguments: [("f", true, false), ("v", false, true), ("f v", true, true), ("f f", false, false)])
  func choicesAreSentAlong(keys: String, force: Bool, volumes: Bool) {
    var stage = Stage()
    stage.select("shop-worker-1")
    stage.press("d \(keys) y")
    #expect(stage.calls == [.removeContainer(stage.id("shop-worker-1"), force: force, volumes: volumes)])
  }

  @Test func aRunningContainerIsWarnedAbout() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press("d")
    #expect(stage.showing("It is running: removal needs force"))
  }

  @Test func whatWasAskedAboutIsRemovedThoughTheCursorMoved() {
    var stage = Stage()
    stage.select("shop-worker-1")
    stage.press("d")
    stage.hearContainers { $0.insert(Fixture.container("aaa", project: nil), at: 0) }
    stage.press("y")
    #expect(stage.calls == [.removeContainer(stage.id("shop-worker-1"), force: false, volumes: false)])
  }

  @Test func anImageIsRemovedByForce() {
    var stage = Stage()
    stage.select("redis:7", in: .images)
    stage.press("d f y")
    #expect(stage.calls == [.removeImage(reference: "redis:7", force: true)])
  }

  @Test func aUsedImageIsWarnedAbout() {
    var stage = Stage()
    stage.select("redis:7", in: .images)
    stage.press("d")
    #expect(stage.showing("used by cache: the engine may refuse"))
  }

  @Test func aDanglingImageIsRemovedByItsID() throws {
    var stage = Stage()
    let dangling = try #require(Fixture.images.first { $0.isDangling })
    stage.select(dangling.id.short, in: .images)
    stage.press("d y")
    #expect(stage.calls == [.removeImage(reference: dangling.id.rawValue, force: false)])
  }

  @Test func aVolumeIsRemoved() {
    var stage = Stage()
    stage.select("backup", in: .volumes)
    stage.press("d y")
    #expect(stage.calls == [.removeVolume("backup", force: false)])
  }

  @Test func aUsedVolumeIsWarnedAbout() {
    var stage = Stage()
    stage.select("shop_data", in: .volumes)
    stage.press("d")
    #expect(stage.showing("1 volume used by containers"))
  }

  @Test func aNetworkIsRemoved() {
    var stage = Stage()
    stage.select("lonely", in: .networks)
    stage.press("d y")
    #expect(stage.calls == [.removeNetwork(NetworkID(Fixture.hex("lonely")))])
  }

  @Test func theEnginesOwnNetworksStay() {
    var stage = Stage()
    stage.select("bridge", in: .networks)
    stage.press("d")
    #expect(stage.toasts == ["Remove network: the engine's own networks cannot be removed"])
  }

  @Test func manyTargetsAreCutToTheScreen() {
    var stage = Stage(80, 24)
    stage.hear(.containers((1...60).map { Fixture.container("box-\(100 + $0)", project: nil) }))
    stage.press("* d")
    #expect(stage.showing("… and ") && stage.showing("y: yes   n or esc: no"))
  }
}
