import EngineModel
import Testing

@testable import Dashboard

/// An event changes what it says, and only what it leaves open is asked for.
@Suite struct EventTests {
  private func stage(_ event: EngineEvent) -> Stage {
    var stage = Stage()
    stage.forgetEffects()
    stage.hear(.event(event))
    return stage
  }

  private func container(_ name: String, in stage: Stage) -> ContainerSummary? {
    stage.state.facts.containers[stage.id(name)]
  }

  @Test(arguments: [
    "exec_create: sh -c true", "exec_start: sh -c true", "exec_die", "exec_detach", "top", "attach", "detach",
    "resize", "export", "archive-path", "extract-to-dir", "copy", "kill", "stop", "oom", "commit",
  ])
  func whatChangesNothingCostsNothing(action: String) {
    #expect(stage(Fixture.event(action, of: "cache")).effects.isEmpty)
  }

  @Test func healthIsTakenFromTheEventAlone() {
    let stage = stage(Fixture.event("health_status: unhealthy", of: "shop-web-1"))
    #expect(container("shop-web-1", in: stage)?.health == .unhealthy)
    #expect(stage.effects.isEmpty)
  }

  @Test func healthOfAnUnknownContainerIsAskedFor() {
    #expect(
      stage(Fixture.event("health_status: healthy", of: "new")).refreshes == [[.container(Fixture.id("new"))]]
    )
  }

  @Test(arguments: [PaneKind.images, .volumes, .networks])
  func anotherStateOfAContainerMakesNoOtherRowsAnew(pane: PaneKind) {
    let ended = stage(Fixture.event("die", of: "cache", ["exitCode": "137"]))
    #expect(ended.state.panes[pane].source == Stage().state.panes[pane].source)
    #expect(ended.state.panes[.containers].source != Stage().state.panes[.containers].source)
  }

  @Test func anEndIsSeenAtOnce() {
    let stage = stage(Fixture.event("die", of: "cache", ["exitCode": "137"]))
    #expect(container("cache", in: stage)?.state == .exited)
    #expect(container("cache", in: stage)?.exitCode == 137)
  }

  @Test func anEndRefreshesThatContainerOnly() {
    #expect(stage(Fixture.event("die", of: "cache")).refreshes == [[.container(Fixture.id("cache"))]])
  }

  @Test(arguments: [
    ("start", ContainerState.running), ("pause", .paused), ("unpause", .running), ("restart", .running),
  ])
  func aStateIsSeenAtOnce(action: String, state: ContainerState) {
    #expect(container("shop-worker-1", in: stage(Fixture.event(action, of: "shop-worker-1")))?.state == state)
  }

  @Test func aRemovedContainerGoesWithoutAQuestion() {
    let stage = stage(Fixture.event("destroy", of: "cache"))
    #expect(container("cache", in: stage) == nil && stage.effects.isEmpty)
  }

  @Test(arguments: ["create", "rename", "update"])
  func aContainerThatIsNewOrOtherwiseIsAskedFor(action: String) {
    #expect(stage(Fixture.event(action, of: "new")).refreshes == [[.container(Fixture.id("new"))]])
  }

  @Test(arguments: [
    (EngineEvent.Kind.image, "pull", RefreshTarget.images), (.volume, "create", .volumes),
    (.volume, "destroy", .volumes),
    (.network, "create", .networks), (.network, "destroy", .networks),
  ])
  func otherResourcesAreListedAgain(kind: EngineEvent.Kind, action: String, target: RefreshTarget) {
    #expect(stage(EngineEvent(kind: kind, action: action, actorID: "x")).refreshes == [[target]])
  }

  @Test(arguments: ["mount", "unmount"])
  func aMountCostsNothing(action: String) {
    #expect(stage(EngineEvent(kind: .volume, action: action, actorID: "shop_data")).effects.isEmpty)
  }

  @Test func aConnectedContainerIsAskedFor() {
    let event = EngineEvent(
      kind: .network, action: "connect", actorID: Fixture.shopNetwork.rawValue,
      attributes: ["container": Fixture.hex("cache")])
    #expect(stage(event).refreshes == [[.container(Fixture.id("cache"))]])
  }

  @Test(arguments: ["daemon", "builder", "plugin", "node"])
  func otherKindsCostNothing(kind: String) {
    #expect(stage(EngineEvent(kind: EngineEvent.Kind(kind), action: "reload", actorID: "x")).effects.isEmpty)
  }

  @Test func someContainersReplaceWhatWasKnownOfThem() {
    var stage = Stage()
    let ids: Set<ContainerID> = [stage.id("cache"), stage.id("shop-db-1")]
    stage.hear(.someContainers(asked: ids, found: [Fixture.container("shop-db-1", state: .paused)]))
    #expect(container("cache", in: stage) == nil)
    #expect(container("shop-db-1", in: stage)?.state == .paused)
    #expect(stage.names(.containers).count == Fixture.containers.count - 1)
  }

  @Test func anOpenDocumentIsReadAgainAfterAChange() {
    var stage = Stage()
    stage.select("cache")
    stage.press("] ]")
    stage.hear(.event(Fixture.event("update", of: "cache")))
    #expect(stage.state.engineStreams.contains(.document(.container(stage.id("cache")), revision: 1)))
  }

  @Test func aHealthCheckReadsNoDocumentAgain() {
    var stage = Stage()
    stage.select("shop-web-1")
    stage.press("] ]")
    let before = stage.state.engineStreams
    stage.hear(.event(Fixture.event("exec_start: curl", of: "shop-web-1")))
    #expect(stage.state.engineStreams == before)
  }
}

extension Fixture {
  static func id(_ name: String) -> ContainerID { ContainerID(hex(name)) }
}
