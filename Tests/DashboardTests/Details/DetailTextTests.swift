import EngineModel
import Testing
import Troubles

@testable import Dashboard

/// The texts in the detail pane.
@Suite struct DetailTextTests {
  private func stage(_ name: String, in pane: PaneKind, _ keys: String) -> Stage {
    var stage = Stage(160, 60)
    stage.select(name, in: pane)
    stage.press(keys)
    return stage
  }

  @Test func aDocumentThatHasNotComeIsLoading() {
    #expect(stage("cache", in: .containers, "] ]").showing("loading …"))
  }

  @Test func theConfigTabBeginsWithTheFacts() {
    var stage = stage("cache", in: .containers, "] ]")
    stage.hearDocument(of: "cache")
    #expect(stage.showing("limits      memory 256M") && stage.showing("policy      always"))
  }

  @Test func theWholeDocumentFollows() {
    var stage = stage("cache", in: .containers, "] ]")
    stage.hearDocument(of: "cache")
    #expect(stage.showing("RestartCount: 2") && stage.showing("Name: always"))
  }

  @Test func aDocumentThatCannotBeReadSaysWhy() {
    var stage = stage("cache", in: .containers, "] ]")
    stage.hear(.document(.container(stage.id("cache")), .failure(Trouble("no such container"))))
    #expect(stage.showing("no such container"))
  }

  @Test func theOldDocumentStaysWhenANewReadingFails() {
    var stage = stage("cache", in: .containers, "] ]")
    stage.hearDocument(of: "cache")
    stage.hear(.document(.container(stage.id("cache")), .failure(Trouble("broken pipe"))))
    #expect(stage.showing("broken pipe") && stage.showing("RestartCount: 2"))
  }

  @Test func anEmptyEnvironmentSaysSo() {
    var stage = stage("cache", in: .containers, "] ] ]")
    stage.hearDocument(of: "cache")
    #expect(stage.showing("no environment variables"))
  }

  @Test func processesAreATable() {
    var stage = stage("cache", in: .containers, "] ] ] ]")
    let table = ProcessTable(titles: ["PID", "CMD"], rows: [["1", "redis-server *:6379"], ["4711", "sh"]])
    stage.hear(.processes(stage.id("cache"), .success(table)))
    #expect(stage.showing("PID   CMD") && stage.showing("1     redis-server *:6379"))
  }

  @Test(arguments: [
    ProcessTable(titles: [], rows: []), ProcessTable(titles: ["PID"], rows: [[], ["1", "2", "3"]]),
  ])
  func anOddProcessTableDoesNoHarm(table: ProcessTable) {
    var stage = stage("cache", in: .containers, "] ] ] ]")
    stage.hear(.processes(stage.id("cache"), .success(table)))
    #expect(stage.lines.count == 60)
  }

  @Test func aStoppedContainerHasNoProcesses() {
    #expect(
      stage("shop-worker-1", in: .containers, "] ] ] ] ]").showing(
        "no processes: the container is not running"))
  }

  @Test func theServicesOfAStackAreListed() {
    let stage = stage("shop", in: .stacks, "G k k k k k")
    #expect(stage.showing("folder      /srv/shop") && stage.showing("web-2"))
  }

  @Test func whoUsesAVolumeIsListed() {
    let stage = stage("shop_data", in: .volumes, "]")
    #expect(stage.rows(with: "/var/lib/postgresql/data").contains { $0.contains("shop-db-1") })
  }

  @Test func anUnusedVolumeSaysSo() {
    #expect(stage("backup", in: .volumes, "]").showing("not used by any container"))
  }

  @Test func whoUsesANetworkIsListedWithTheAddress() {
    let stage = stage("shop_default", in: .networks, "")
    #expect(stage.rows(with: "172.18.0.2").contains { $0.contains("shop-db-1") })
  }

  @Test func theLayersOfAnImageAreInstructions() {
    var stage = stage("redis:7", in: .images, "]")
    let history = [
      ImageHistoryEntry(created: Fixture.now, createdBy: "/bin/sh -c #(nop)  CMD [\"redis\"]"),
      ImageHistoryEntry(created: Fixture.now, createdBy: "/bin/sh -c apt-get update", size: 5_242_880),
    ]
    stage.hear(.document(.image(Fixture.imageID(of: "redis:7")), .success(.image(.null, history: history))))
    #expect(
      stage.rows(with: "2026-11-24  CMD [\"redis\"]").contains { $0.contains("0B  ") }
        && stage.rows(with: "2026-11-24  RUN apt-get update").contains { $0.contains("5.0M  ") })
  }

  @Test func aSearchGoesFromMatchToMatch() {
    var stage = stage("cache", in: .containers, "] ] <enter>")
    stage.hearDocument(of: "cache", env: (1...200).map { "VARIABLE_\($0)=x" })
    stage.press("/")
    stage.type("VARIABLE_150=")
    stage.press("<enter> n")
    #expect(stage.showing("VARIABLE_150=x"))
  }

  @Test func theEndOfALongTextCanBeReached() {
    var stage = stage("cache", in: .containers, "] ] ] <enter>")
    stage.hearDocument(of: "cache", env: (100...300).map { "V\($0)=x" })
    stage.press("G")
    #expect(stage.showing("V300=x") && stage.showing("V280=x"))
  }

  @Test func longLinesCanBeScrolledSideways() {
    var stage = stage("cache", in: .containers, "] ] ] <enter>")
    stage.hearDocument(of: "cache", env: ["A=" + String(repeating: "x", count: 150) + "THE END"])
    stage.press("l l")
    #expect(stage.showing("THE END"))
  }

  @Test func leftStopsAtTheEdge() {
    let stage = stage("cache", in: .containers, "] ] <enter> l h h h")
    #expect(stage.state.focus == .details)
  }
}
