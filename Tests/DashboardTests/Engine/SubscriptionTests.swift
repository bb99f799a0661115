import EngineModel
import Testing

@testable import Dashboard

/// Exactly the streams that the screen needs.
@Suite struct SubscriptionTests {
  private static let stats = EngineStream.stats(every: .seconds(2))

  @Test func beforeTheListsThereIsOnlyTheConnection() {
    #expect(Stage(silent: 120, 40).state.engineStreams == [.connection])
  }

  @Test func theLogsTabStreamsOneLog() {
    var stage = Stage()
    stage.select("cache")
    #expect(stage.logRequests.map(\.container) == [stage.id("cache")])
    #expect(stage.logRequests.map(\.tail) == [1_000])
  }

  @Test func anotherTabStreamsNoLog() {
    var stage = Stage()
    stage.select("cache")
    stage.press("]")
    #expect(stage.logRequests.isEmpty)
  }

  @Test func theConfigTabReadsTheDocument() {
    var stage = Stage()
    stage.select("cache")
    stage.press("] ]")
    #expect(
      stage.state.engineStreams == [
        .connection, Self.stats, .document(.container(stage.id("cache")), revision: 0),
      ])
  }

  @Test func theTopTabReadsTheProcesses() {
    var stage = Stage()
    stage.select("cache")
    stage.turn(to: .top)
    #expect(stage.state.engineStreams == [.connection, Self.stats, .processes(stage.id("cache"))])
  }

  @Test func aStoppedContainerHasNoProcesses() {
    var stage = Stage()
    stage.select("shop-worker-1")
    stage.turn(to: .top)
    #expect(stage.state.engineStreams == [.connection, Self.stats])
  }

  @Test func aStacksLogsAreThoseOfAllItsContainers() {
    var stage = Stage()
    stage.select("web", in: .stacks)
    stage.press("G k k")
    #expect(stage.logRequests.map(\.container) == [stage.id("shop-web-1"), stage.id("shop-web-2")])
  }

  @Test func anImagesConfigIsADocument() {
    var stage = Stage()
    stage.select("redis:7", in: .images)
    #expect(
      stage.state.engineStreams
        == [.connection, Self.stats, .document(.image(Fixture.imageID(of: "redis:7")), revision: 0)])
  }

  @Test func whoUsesAVolumeIsKnownWithoutADocument() {
    var stage = Stage()
    stage.select("shop_data", in: .volumes)
    stage.press("]")
    #expect(stage.state.engineStreams == [.connection, Self.stats])
  }

  @Test func movingOnAsksForAnotherLog() {
    var stage = Stage()
    stage.select("cache")
    let before = stage.logRequests
    stage.press("k")
    #expect(stage.logRequests != before && stage.logRequests.count == 1)
  }

  @Test func comingBackAsksForANewStream() {
    var stage = Stage()
    stage.select("cache")
    let before = stage.logRequests
    stage.press("j k")
    #expect(stage.logRequests.map(\.container) == before.map(\.container) && stage.logRequests != before)
  }

  @Test func anEndedLogIsNotStreamed() {
    var stage = Stage()
    stage.select("cache")
    stage.take(.logs(.ended(stage.logRequests[0])))
    #expect(stage.logRequests.isEmpty)
  }

  @Test func statsOfWhatIsSeenComeFirst() {
    var stage = Stage(80, 24)
    stage.select("shop-db-1")
    stage.press("<enter>")
    #expect(stage.state.statsPlan.watched == [stage.id("shop-db-1")])
  }

  @Test func everyContainerThatUsesItsHostIsSampledOnce() {
    let plan = Stage().state.statsPlan
    let running = Fixture.containers.filter { [.running, .paused].contains($0.state) }.map(\.id)
    #expect((plan.watched + plan.others).sorted() == running.sorted())
  }

  @Test func whatIsNotSeenIsAmongTheOthers() {
    var stage = Stage(80, 24)
    stage.press("3")
    #expect(stage.state.statsPlan.watched.isEmpty && !stage.state.statsPlan.others.isEmpty)
  }
}
