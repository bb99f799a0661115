import EngineModel
import Testing
import Troubles

@testable import Dashboard

/// A log goes on after a break, without a gap and without doubles.
@Suite struct LogBreakTests {
  private func broken() -> Stage {
    var stage = Stage()
    stage.select("cache")
    stage.log(["one", "second line"])
    stage.hear(.lost(Trouble("gone")))
    return stage
  }

  @Test func theLinesStayWhileTheEngineIsAway() { #expect(broken().showing("second line")) }

  @Test func theLogGoesOnAfterTheNewestLine() {
    var stage = broken()
    stage.hear(.live)
    #expect(stage.logRequests.map(\.since) == [Timestamp(seconds: Fixture.now.seconds + 1)])
  }

  @Test func linesThatWereSeenBeforeAreLeftOut() {
    var stage = broken()
    stage.hear(.live)
    stage.log(["second line", "third line"], from: 1)
    #expect(stage.rows(with: "second line").count == 1 && stage.showing("third line"))
  }

  @Test func aContainerThatRunsAgainIsReadOn() {
    var stage = Stage()
    stage.select("cache")
    stage.log(["one"])
    stage.take(.logs(.ended(stage.logRequests[0])))
    stage.hear(.event(Fixture.event("start", of: "cache")))
    #expect(stage.logRequests.map(\.since) == [Fixture.now])
  }

  @Test func aNewReplicaJoinsTheLogOfItsService() {
    var stage = Stage()
    stage.press("1 G k k")
    stage.log(["from one"], of: "shop-web-1")
    stage.hearContainers { $0.append(Fixture.container("shop-web-3", service: "web", number: 3)) }
    #expect(stage.logRequests.count == 3 && stage.showing("from one"))
  }

  @Test func aReplicaThatGoesLeavesItsLines() {
    var stage = Stage()
    stage.press("1 G k k")
    stage.log(["from two"], of: "shop-web-2")
    stage.hearContainers { list in list.removeAll { $0.name == "shop-web-2" } }
    #expect(stage.logRequests.count == 1 && stage.showing("from two"))
  }
}
