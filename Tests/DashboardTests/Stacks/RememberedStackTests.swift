import EngineModel
import StackPlanning
import Testing

@testable import Dashboard

/// A stack that was seen stays in the list while it is down, until somebody forgets it.
@Suite struct RememberedStackTests {
  /// The store after it was seen by its containers.
  private func seen() -> Stage {
    var stage = Stage(120, 34)
    stage.hear(.containers(Fixture.storeContainers))
    stage.take(.stacks(.first, .read(Fixture.storeKey, Fixture.reading())))
    return stage
  }

  /// The same after it has gone down.
  private func down() -> Stage {
    var stage = seen()
    stage.hear(.containers([]))
    stage.press("1 g")
    return stage
  }

  @Test func aStackThatIsReadIsRemembered() {
    let stage = seen()
    let wanted = EngineEffect.remember(Fixture.storeKey, StackMemory(source: Fixture.storeSource))
    #expect(stage.engineEffects.contains(wanted))
  }

  @Test func whatIsKnownIsNotRememberedAgain() {
    var stage = seen()
    stage.forgetEffects()
    stage.take(.stacks(.first, .read(Fixture.storeKey, Fixture.reading(serial: 7))))
    #expect(stage.engineEffects.isEmpty)
  }

  @Test func itIsThereWhileItIsDown() {
    #expect(down().rows(with: "store").contains { $0.contains("0/8 down") })
  }

  @Test func itIsThereAtTheNextStart() {
    var stage = Stage()
    stage.take(.stacks(.first, .remembered(["store": StackMemory(source: Fixture.storeSource)])))
    #expect(stage.names(.stacks).contains("store"))
  }

  @Test func itCanBeBroughtUpFromThere() {
    var stage = Stage.store(
      containers: [], reading: Fixture.reading(plan: StackPlan(services: [])))
    stage.take(
      .stacks(.first, .remembered(["store": StackMemory(profiles: [], source: Fixture.storeSource)])))
    stage.press("1 g U")
    #expect(stage.toasts.contains { $0.contains("in sync") } || !stage.runs.isEmpty)
  }

  @Test func filesThatAreGoneAreNotRemembered() {
    var stage = Stage()
    stage.forgetEffects()
    stage.take(.stacks(.first, .read(Fixture.storeKey, Fixture.reading(files: [:], plan: nil))))
    #expect(stage.engineEffects.isEmpty)
  }

  @Test func itIsForgottenOnAKey() {
    var stage = down()
    stage.press("<delete>")
    #expect(stage.showing("Forget store?") && stage.showing("/srv/store/compose.yaml"))
    stage.forgetEffects()
    stage.press("<enter>")
    #expect(!stage.names(.stacks).contains("store"))
    #expect(stage.engineEffects == [.remember(Fixture.storeKey, StackMemory())])
  }

  @Test func aStackThatRunsIsNotForgotten() {
    var stage = seen()
    stage.press("1 g <delete>")
    #expect(stage.toasts == ["Forget: store has containers: take it down first"])
  }

  @Test func whatWasChosenInThisRunStays() {
    var stage = Stage.store(120, 34)
    let old = StackMemory(profiles: ["debug"], scale: ["api": 5])
    stage.take(.stacks(.first, .remembered(["store": old])))
    let memory = stage.state.shared.engines[.first].stacks.memory(of: Fixture.storeKey)
    #expect(memory == StackMemory(profiles: ["debug"], scale: ["api": 5], source: Fixture.storeSource))
  }
}
