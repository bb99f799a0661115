import EngineModel
import Testing

@testable import Dashboard

/// What the containers use.
@Suite struct StatsTests {
  @Test func theFirstSampleMakesNoFigure() {
    var stage = Stage()
    stage.sample(1, ["cache": 5])
    #expect(stage.state.stats.current(stage.id("cache")) == nil)
  }

  @Test func twoSamplesMakeAFigure() {
    var stage = Stage(200, 50)
    stage.sample(1, ["cache": 5])
    stage.sample(3, ["cache": 6])
    #expect(stage.rows(with: "cache").contains { $0.contains("50%") })
  }

  @Test func aSampleThatIsNotNewerIsLeftOut() {
    var stage = Stage()
    for second in [1, 3, 3, 2] { stage.sample(Int64(second), ["cache": 5]) }
    #expect(stage.state.stats.containers[stage.id("cache")]?.history.count == 1)
  }

  @Test func aRestartedContainerDoesNotGoBelowNothing() {
    var stage = Stage()
    stage.sample(1, ["cache": 500])
    stage.sample(3, ["cache": 0.5])
    #expect(stage.state.stats.current(stage.id("cache"))?.cpu == 0)
  }

  @Test func theHistoryIsARing() {
    var stage = Stage()
    for second in 0...Int64(StatsHistory.capacity) + 50 {
      stage.sample(second, ["cache": Double(second) / 10])
    }
    let history = stage.state.stats.containers[stage.id("cache")]?.history
    #expect(history?.count == StatsHistory.capacity)
    #expect(history?.last(3) { $0.cpu.rounded() } == [10, 10, 10])
  }

  @Test func theRingKeepsTheOrder() {
    var history = StatsHistory()
    for number in 1...StatsHistory.capacity + 7 { history.append(StatsPoint(cpu: Float(number), memory: 0)) }
    #expect(history.last(3) { $0.cpu } == [305, 306, 307])
  }

  /// A dashboard with these containers of the fixture alone.
  private func stage(with names: [String]) -> Stage {
    var stage = Stage(160, 50)
    stage.hearContainers { list in list = list.filter { names.contains($0.name) } }
    return stage
  }

  @Test func totalsAreSums() {
    var stage = stage(with: ["cache", "shop-db-1"])
    stage.sample(1, ["cache": 0, "shop-db-1": 0])
    stage.sample(2, ["cache": 0.25, "shop-db-1": 0.5])
    #expect(stage.state.stats.totals.last(1) { $0.cpu.rounded() } == [75])
  }

  @Test func theHeaderShowsTheTotals() {
    var stage = stage(with: ["cache"])
    stage.sample(1, ["cache": 0])
    stage.sample(2, ["cache": 0.25])
    #expect(stage.lines[0].contains("CPU  25%") && stage.lines[0].contains("MEM 64.0M/8.0G"))
  }

  @Test func aPartOfTheContainersMakesNoTotal() {
    var stage = stage(with: ["cache", "shop-db-1"])
    for second in 1...3 { stage.sample(Int64(second), ["cache": Double(second) / 4]) }
    #expect(!stage.lines[0].contains("CPU") && stage.lines[0].contains("2 running"))
    for second in 4...5 { stage.sample(Int64(second), ["shop-db-1": Double(second) / 4]) }
    #expect(stage.lines[0].contains("CPU  50%") && stage.lines[0].contains("MEM 128M/8.0G"))
  }

  @Test func aTotalStandsWhileANewcomerIsMeasured() {
    var stage = stage(with: ["cache"])
    for second in 1...2 { stage.sample(Int64(second), ["cache": Double(second) / 4]) }
    stage.hearContainers { list in list = list.filter { ["cache", "shop-db-1"].contains($0.name) } }
    stage.sample(4, ["cache": 1])
    #expect(stage.lines[0].contains("CPU  25%"))
    stage.sample(13, ["cache": 1])
    #expect(!stage.lines[0].contains("CPU"))
  }

  @Test func figuresThatComeInPiecesMakeOneTotal() {
    var stage = stage(with: ["cache", "shop-db-1"])
    for second in 1...4 {
      stage.sample(Int64(second), ["cache": Double(second) / 4])
      stage.sample(Int64(second), ["shop-db-1": Double(second) / 4])
    }
    #expect(stage.state.stats.totals.count == 3)
  }

  @Test func nothingRunningHasNoTotal() {
    var stage = stage(with: ["cache"])
    for second in 1...2 { stage.sample(Int64(second), ["cache": Double(second) / 4]) }
    stage.hear(.event(Fixture.event("die", of: "cache")))
    #expect(!stage.lines[0].contains("CPU"))
  }

  @Test func aContainerThatIsFrozenUsesNoProcessorAndKeepsItsMemory() {
    var stage = stage(with: ["cache"])
    for second in 1...2 { stage.sample(Int64(second), ["cache": Double(second) / 4]) }
    stage.hear(.event(Fixture.event("pause", of: "cache")))
    #expect(stage.state.stats.current(stage.id("cache"))?.cpu == 0)
    #expect(stage.state.stats.current(stage.id("cache"))?.memory == Float(64 << 20))
  }

  @Test func aContainerThatWasFrozenBeforeHasItsMemoryAtOnce() {
    var stage = Stage(200, 50)
    stage.sample(1, ["ana-web-1": 5])
    stage.press("2 + +")
    #expect(stage.rows(with: "ana-web-1").contains { $0.contains("0.0%") && $0.contains("64.0M") })
  }

  @Test func whatIsFrozenIsSampled() {
    let plan = Stage().state.statsPlan(of: .first)
    #expect((plan.watched + plan.others).contains(Stage().id("ana-web-1")))
  }

  @Test func memoryThatNobodyCountsIsNoZero() {
    var stage = stage(with: ["cache"])
    for second in 1...3 {
      var sample = Fixture.sample(Int64(second), cpu: Double(second) / 4)
      (sample.memoryUsage, sample.memoryLimit, sample.pids) = (nil, 0, nil)
      stage.take(.sampled(.first, [stage.id("cache"): sample]))
    }
    #expect(stage.lines[0].contains("CPU  25%") && !stage.lines[0].contains("MEM"))
    stage.select("cache")
    stage.press("]")
    #expect(!stage.showing("Memory") && !stage.showing("pids"))
  }

  @Test func aStackIsTheSumOfItsContainers() {
    var stage = Stage()
    stage.sample(1, ["shop-web-1": 0, "shop-web-2": 0])
    stage.sample(2, ["shop-web-1": 0.25, "shop-web-2": 0.5])
    let sum = stage.state.firstEngine.statsSum([stage.id("shop-web-1"), stage.id("shop-web-2")])
    #expect(sum.map { $0.cpu.rounded() } == 75)
  }

  @Test func aPartOfAStackIsNoSum() {
    var stage = Stage()
    for second in 1...2 { stage.sample(Int64(second), ["shop-web-1": Double(second) / 4]) }
    #expect(stage.state.firstEngine.statsSum([stage.id("shop-web-1"), stage.id("shop-web-2")]) == nil)
    #expect(stage.state.firstEngine.statsSum([stage.id("shop-web-1"), stage.id("shop-worker-1")])?.cpu == 25)
  }

  @Test func aContainerThatEndsUsesNothing() {
    var stage = Stage()
    stage.sample(1, ["cache": 0])
    stage.sample(2, ["cache": 0.25])
    stage.hear(.event(Fixture.event("die", of: "cache")))
    #expect(stage.state.stats.current(stage.id("cache")) == nil)
  }

  @Test func itsHistoryStays() {
    var stage = Stage()
    stage.sample(1, ["cache": 0])
    stage.sample(2, ["cache": 0.25])
    stage.hear(.event(Fixture.event("die", of: "cache")))
    #expect(stage.state.stats.containers[stage.id("cache")]?.history.count == 1)
  }

  @Test func aRemovedContainerIsForgotten() {
    var stage = Stage()
    stage.sample(1, ["cache": 0])
    stage.hear(.event(Fixture.event("destroy", of: "cache")))
    #expect(stage.state.stats.containers[stage.id("cache")] == nil)
  }

  @Test func samplesOfUnknownContainersAreLeftOut() {
    var stage = Stage()
    stage.sample(1, ["nobody": 0])
    #expect(stage.state.stats.containers.isEmpty)
  }

  @Test func theStatsTabWaitsForSamples() {
    var stage = Stage()
    stage.select("cache")
    stage.press("]")
    #expect(stage.showing("waiting for the first samples"))
  }

  @Test func theStatsTabOfAStoppedContainerSaysSo() {
    var stage = Stage()
    stage.select("shop-worker-1")
    stage.press("] ]")
    #expect(stage.showing("no stats: the container is not running"))
  }

  @Test func aMemoryLimitIsTold() {
    var stage = Stage()
    stage.select("cache")
    stage.press("]")
    stage.sample(1, ["cache": 0])
    stage.sample(2, ["cache": 0.25])
    #expect(stage.showing("Memory  64.0M of 256M allowed") && stage.showing("25% of its limit"))
  }

  @Test func aSampleThatComesAfterAPauseIsNoFigureOfNow() {
    var stage = Stage(120, 40)
    stage.sample(1, ["cache": 0])
    stage.sample(2, ["cache": 0.5])
    stage.hear(.event(EngineEvent(kind: .container, action: "pause", actorID: Fixture.hex("cache"))))
    stage.sample(3, ["cache": 1])
    #expect(stage.rows(with: "cache").contains { $0.contains("paused") && $0.contains("0.0%") })
  }

  @Test func limitsOfProcessorsAndProcessesAreTold() throws {
    var stage = Stage()
    stage.select("cache")
    stage.press("]")
    let limits = Fixture.object([("NanoCpus", .number("150000000")), ("PidsLimit", .number("64"))])
    let document = Fixture.object([("Id", .string(Fixture.hex("cache"))), ("HostConfig", limits)])
    let details = try #require(ContainerDetails(document))
    stage.hear(.document(.container(stage.id("cache")), .success(.container(details))))
    stage.sample(1, ["cache": 0])
    stage.sample(2, ["cache": 0.1])
    #expect(stage.showing("CPU  10%, 0.15 CPUs allowed"))
  }

  @Test(arguments: [(3.0, 10.0), (10, 10), (26, 50), (99, 100), (101, 200), (799, 800)])
  func scalesAreRound(value: Double, top: Double) { #expect(Scale.cpu(value) == top) }
}
