import EngineModel
import Testing

@testable import Dashboard

/// What belongs to one engine stays with it.
@Suite struct TwoEnginesTests {
  private static let other = EngineID(rawValue: 1)

  /// Two engines that say the same.
  private func stage() -> Stage {
    var stage = Stage()
    stage.add(EngineState(id: Self.other, name: "edge", host: "edge"))
    for update in [
      EngineUpdate.version(Fixture.version), .info(Fixture.info), .containers(Fixture.containers), .live,
    ] {
      stage.take(.engine(Self.other, update))
    }
    return stage
  }

  private func containers(of engine: EngineID, _ stage: Stage) -> [RowID] {
    stage.state.panes[.containers].rows.filter { $0.engine == engine }
  }

  @Test func theSameContainersAreRowsOfTheirOwn() {
    let stage = stage()
    #expect(Set(stage.state.panes[.containers].rows).count == 2 * Fixture.containers.count)
    #expect(containers(of: Self.other, stage).count == Fixture.containers.count)
  }

  @Test func theSameStackIsAStackOfEach() {
    let stage = stage()
    let engines = stage.state.panes[.stacks].rows.filter { $0.name == "shop" && $0.serviceName == nil }
    #expect(Set(engines.map(\.engine)) == [.first, Self.other])
  }

  @Test func anAnswerOfOneChangesNothingOfTheOther() {
    var stage = stage()
    stage.take(.engine(Self.other, .containers([])))
    #expect(containers(of: Self.other, stage).isEmpty)
    #expect(containers(of: .first, stage).count == Fixture.containers.count)
  }

  @Test func oneThatIsLostLeavesTheOtherLive() {
    var stage = stage()
    stage.take(.engine(Self.other, .lost("cannot reach the engine")))
    #expect(stage.state.shared.engines[.first].connection == .live)
    #expect(stage.state.shared.engines[Self.other].connection == .lost("cannot reach the engine"))
  }

  @Test func whatIsAskedGoesToTheEngineOfTheRow() throws {
    var stage = stage()
    let rows = stage.state.panes[.containers].rows
    let index = try #require(
      rows.firstIndex { $0.engine == Self.other && stage.state.title(of: $0) == "shop-web-1" })
    stage.press("2 " + String(repeating: "j", count: index))
    try #require(stage.state.panes[.containers].selection == rows[index])
    stage.forgetEffects()
    stage.press("s y")
    let asked = stage.effects.compactMap { effect -> EngineID? in
      if case .engine(let engine, .call) = effect { engine } else { nil }
    }
    #expect(asked == [Self.other])
  }
}
