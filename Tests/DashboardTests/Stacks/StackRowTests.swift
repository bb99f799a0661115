import EngineModel
import StackPlanning
import Testing

@testable import Dashboard

/// Stacks as rows: from labels and from files.
@Suite struct StackRowTests {
  @Test func aServiceOfTheFilesIsARowEvenWithoutContainers() {
    #expect(
      Stage.store().names(.stacks) == ["store", "api", "cache", "db", "migrate", "old", "web", "worker"])
  }

  @Test func aServiceThatNoFileHasIsAnOrphan() {
    #expect(!Stage.store().rows(with: "old  orphan").isEmpty)
  }

  @Test func aServiceOfAnInactiveProfileIsNoRow() {
    #expect(!Stage.store().names(.stacks).contains("mail"))
  }

  @Test func replicasAreCountedAgainstTheFile() {
    #expect(Stage.store(200, 40).rows(with: "api").contains { $0.contains("2/3 unhealthy") })
  }

  @Test func aScaleThatWasAskedForGoesOverTheFile() {
    var stage = Stage.store(200, 40)
    stage.take(.stacks(.first, .remembered([Fixture.storeKey.name: StackMemory(scale: ["api": 2])])))
    #expect(stage.rows(with: "api").contains { $0.contains("1 unhealthy") })
  }

  @Test func aJobThatHasDoneItsWorkIsDone() {
    #expect(Stage.store().rows(with: "migrate").contains { $0.contains("done") })
  }

  @Test func containersThatNameNoServiceCountForTheirStack() {
    let strangers = ["a", "b"].map { Fixture.container("bare-\($0)", project: ("bare", "/srv/bare")) }
    let stage = Stage.store(200, 40, containers: Fixture.storeContainers + strangers)
    #expect(stage.rows(with: "bare").contains { $0.contains("2/2 run") })
  }

  @Test func aStackThatIsDownIsShownWithItsServices() {
    let stage = Stage.store(containers: [], reading: Fixture.reading(plan: StackPlan()))
    #expect(stage.names(.stacks) == ["store", "api", "cache", "db", "migrate", "web", "worker"])
    #expect(stage.rows(with: "store").contains { $0.contains("0/8 down") })
  }

  @Test func theServicesOfAStackThatIsDownAreListed() {
    let stage = Stage.store(160, 48, containers: [], reading: Fixture.reading(plan: StackPlan()))
    #expect(stage.showing("folder      /srv/store") && stage.showing("◌ db       not created   postgres:16"))
  }

  @Test func oneNameInTwoFoldersIsTwoStacks() {
    var stage = Stage.store(200, 48)
    let other = StackSource(name: "store", directory: "/home/ana", files: ["/home/ana/compose.yaml"])
    stage.take(.stacks(.first, .found([Fixture.storeSource, other])))
    stage.press("+")
    #expect(stage.showing("store  /home/ana") && stage.showing("store  /srv/store"))
  }

  @Test func theStackOfTheCommandLineIsSelected() {
    var setup = DashboardSetup()
    setup.project = "store"
    var stage = Stage(120, 40, setup: setup)
    stage.take(.stacks(.first, .found([Fixture.storeSource])))
    #expect(stage.selected == "store" && stage.state.activePane == .stacks)
  }

  @Test func theStackOfAFileIsSelectedEvenIfItIsDown() {
    var setup = DashboardSetup()
    setup.projectFiles = ["/srv/store/compose.yaml"]
    var stage = Stage(120, 40, setup: setup)
    stage.take(.stacks(.first, .found([Fixture.storeSource])))
    #expect(stage.selected == "store")
  }

  @Test func theStackOfTheFolderIsSelectedInItsPane() {
    var setup = DashboardSetup()
    setup.workingDirectory = "/srv/store/api"
    var stage = Stage(120, 40, setup: setup)
    stage.take(.stacks(.first, .found([Fixture.storeSource])))
    #expect(stage.state.activePane == .containers)
    stage.press("1")
    #expect(stage.selected == "store")
  }
}

/// How the difference between files and containers shows.
@Suite struct DriftTests {
  private func drift(_ service: String, _ stage: Stage = .store()) -> String {
    let row = RowID.service(ServiceName(service), of: Fixture.storeKey)
    return stage.state.firstEngine.drift(of: row)?.text(.unicode).plain ?? "nothing"
  }

  private func drift(of stage: Stage) -> String {
    stage.state.firstEngine.drift(of: .stack(Fixture.storeKey))?.text(.unicode).plain ?? "nothing"
  }

  @Test(arguments: [
    ("web", "▲ changed"), ("cache", "↑ new image"), ("api", "# replicas"), ("worker", "◌ not created"),
    ("old", "○ orphan"), ("migrate", "✓ in sync"), ("db", "✗ no volume"),
  ])
  func eachDifferenceHasItsWord(service: String, word: String) {
    #expect(drift(service) == word)
  }

  @Test func aServiceThatIsDownIsOnlyNotCreated() {
    let plan = StackPlan(
      services: [ServicePlan(name: "db", action: .create, wanted: 1)],
      resources: [ResourcePlan(.volume, name: "store_data", state: .missing)])
    #expect(drift("db", .store(containers: [], reading: Fixture.reading(plan: plan))) == "◌ not created")
  }

  @Test func aStackSumsItsServicesUp() { #expect(drift(of: .store()) == "▲ changed +5") }

  @Test func aStackLikeItsFilesIsInSync() {
    let plan = StackPlan(services: [ServicePlan(name: "db", action: .unchanged, wanted: 1)])
    let containers = Fixture.storeContainers.filter { $0.service == "db" }
    var stage = Stage.store(containers: containers, reading: Fixture.reading(plan: plan))
    stage.take(.stacks(.first, .remembered([Fixture.storeKey.name: StackMemory(scale: ["db": 0])])))
    #expect(drift(of: stage) == "✓ in sync")
  }

  @Test func aScaleThatWasAskedForIsNoDifference() {
    var stage = Stage.store()
    stage.take(.stacks(.first, .remembered([Fixture.storeKey.name: StackMemory(scale: ["api": 2])])))
    #expect(drift("api", stage) == "✓ in sync")
  }

  @Test func filesThatAreGoneSayNothing() {
    let reading = StackReading(
      source: Fixture.storeSource, project: nil, findings: [], files: [], plan: nil, serial: 2)
    let stage = Stage.store(reading: reading)
    #expect(drift("web", stage) == "? unknown")
    #expect(
      stage.state.firstEngine.drift(of: .stack(Fixture.storeKey))?.unknown?.contains("files are gone") == true
    )
  }

  @Test func filesOnAnotherMachineAreCalledSo() {
    var setup = DashboardSetup()
    setup.engineIsLocal = false
    let reading = StackReading(
      source: Fixture.storeSource, project: nil, findings: [], files: [], plan: nil, serial: 2)
    let stage = Stage.store(setup: setup, reading: reading)
    #expect(
      stage.state.firstEngine.drift(of: .stack(Fixture.storeKey))?.unknown?.contains("not on this machine")
        == true)
  }

  @Test func filesThatCannotBeReadSayWhy() {
    let files = ["/srv/store/compose.yaml": "services:\n  web:\n    imagine: nginx\n"]
    let stage = Stage.store(reading: Fixture.reading(files: files, plan: nil))
    #expect(
      stage.state.firstEngine.drift(of: .stack(Fixture.storeKey))?.unknown?.contains("compose.yaml:3") == true
    )
  }

  @Test func theSideShowsTheSignAlone() {
    #expect(Stage.store().rows(with: "worker").contains { $0.contains(" ◌") && !$0.contains("not created") })
  }

  @Test func theWideTableShowsTheWord() {
    var stage = Stage.store(160, 40)
    stage.press("+ +")
    #expect(stage.rows(with: "worker").contains { $0.contains("◌ not created") })
  }
}

/// The log of a stack, narrowed to one service.
@Suite struct StackLogTests {
  private func stage() -> Stage {
    var stage = Stage.store(160, 40)
    stage.press("] <enter>")
    return stage
  }

  @Test func allServicesAreInTheLogAtFirst() { #expect(stage().logRequests.count == 7) }

  @Test func oneServiceCanBeChosen() {
    var stage = stage()
    stage.press("F")
    #expect(stage.menu?.entries.map(\.title).prefix(2) == ["all services", "api"])
    stage.press("1")
    #expect(stage.logRequests.count == 2 && stage.showing("api only"))
  }

  @Test func allCanBeHadAgain() {
    var stage = stage()
    stage.press("F 1 F 0")
    #expect(stage.logRequests.count == 7 && !stage.showing("api only"))
  }

  @Test func anotherStackBeginsWithAll() {
    var stage = stage()
    stage.press("s 1 <esc> j k <enter>")
    #expect(stage.logRequests.count == 7)
  }

  @Test func theLogOfAServiceHasNothingToChoose() {
    var stage = Stage.store(160, 40)
    stage.select("api", in: .stacks)
    stage.press("<enter>")
    #expect(stage.refusal("logs.service") != nil)
  }
}
