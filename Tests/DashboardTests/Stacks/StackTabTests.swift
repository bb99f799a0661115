import ComposeFile
import EngineModel
import StackPlanning
import Testing
import Troubles

@testable import Dashboard

/// The tabs of stacks and services as text.
@Suite struct StackTabTests {
  private static let tabs = ["services", "logs", "stats", "file", "graph", "plan", "env"]

  /// The store with a tab of a row open, wide and high enough for all of it.
  private func stage(_ tab: Tab, of name: String = "store", _ reading: StackReading? = nil) -> Stage {
    var stage = Stage.store(200, 120, reading: reading ?? Fixture.reading())
    stage.select(name, in: .stacks)
    while stage.state.details.tab != tab { stage.press("]") }
    return stage
  }

  @Test func aStackHasItsTabs() {
    #expect(StackRow.tabs.map(\.id) == Self.tabs)
  }

  // MARK: File

  @Test func withoutAnyEngineTheFileIsThereAllTheSame() {
    var stage = Stage(silent: 200, 120)
    stage.hear(.lost(Trouble("cannot connect")))
    stage.take(.stacks(.first, .found([Fixture.reading().source])))
    stage.take(.stacks(.first, .read(Fixture.storeKey, Fixture.reading())))
    stage.press("1 g")
    while stage.state.details.tab != .stackFile { stage.press("]") }
    #expect(stage.showing(" 5 │     image: nginx:1.27") && !stage.showing("cannot connect"))
  }

  @Test func theFileHasNumbers() {
    #expect(stage(.stackFile).showing(" 5 │     image: nginx:1.27"))
  }

  @Test func aFindingStandsBelowItsLine() {
    let lines = stage(.stackFile).lines
    let line = lines.firstIndex { $0.contains("▲ 17 │       LOG_LEVEL: ${LOG_LEVEL}") }
    #expect(line.map { lines[$0 + 1].contains("▲ the variable LOG_LEVEL is not set") } == true)
  }

  @Test func everyFileHasAHeading() {
    #expect(stage(.stackFile).showing("│compose.yaml") && stage(.stackFile).showing("│api.env"))
  }

  @Test func `a service is marked in each document that says something of it`() {
    var files = Fixture.storeFiles
    files["/srv/store/compose.yaml", default: ""] += "---\nservices:\n  web:\n    tty: true\n"
    let lines = stage(.stackFile, of: "web", Fixture.reading(files: files)).lines
    for text in ["image: nginx:1.27", "tty: true"] {
      #expect(lines.contains { $0.contains("┃     \(text)") }, "\(lines.joined(separator: "\n"))")
    }
    #expect(!lines.contains { $0.contains("┃ ---") })
  }

  @Test func secretsOfEnvironmentFilesAreMasked() {
    let stage = stage(.stackFile)
    #expect(stage.showing("DB_PASSWORD=••••••") && !stage.showing("hunter2") && !stage.showing("s3cret"))
  }

  @Test func secretsOfFilesCanBeSeen() {
    var stage = stage(.stackFile)
    stage.press("<enter> v")
    #expect(stage.showing("DB_PASSWORD=hunter2"))
  }

  @Test func theFileOfAServiceBeginsAtTheService() {
    var stage = Stage.store(120, 30)
    stage.select("db", in: .stacks)
    stage.press("] ] ]")
    #expect(stage.lines.firstIndex { $0.contains(" ┃   db:") } == 3)
  }

  @Test func aFileThatIsNoProjectStillShows() {
    let files = ["/srv/store/compose.yaml": "services:\n  web:\n    imagine: nginx\n"]
    let stage = stage(.stackFile, Fixture.reading(files: files, plan: nil))
    #expect(stage.showing("✗  3 │     imagine: nginx") && stage.showing("did you mean image"))
  }

  @Test func filesThatAreGoneSaySo() {
    let reading = StackReading(
      source: Fixture.storeSource, project: nil, findings: [], files: [], plan: nil, serial: 2)
    for tab in [Tab.stackFile, .stackPlan, .stackEnvironment] {
      #expect(stage(tab, reading).showing("its files are gone: /srv/store/compose.yaml"))
    }
  }

  // MARK: Plan

  @Test func thePlanSaysWhy() {
    let stage = stage(.stackPlan)
    #expect(stage.showing("~ recreate  web      image nginx:1.25 → nginx:1.27"))
    #expect(stage.showing("+ create    worker") && stage.showing("= unchanged db"))
    #expect(stage.showing("- orphan    store-old-1") && stage.showing("+ create    volume store_data"))
  }

  @Test func whatMayBeWrongIsMarked() { #expect(stage(.stackPlan).showing("interval 30s removed (maybe)")) }

  @Test func aSecretIsNoReasonToShowIt() {
    let stage = stage(.stackPlan)
    #expect(stage.showing("environment API_TOKEN changed") && !stage.showing("old → new"))
  }

  @Test func aPlanWithoutStepsSaysSo() {
    let plan = StackPlan(services: [ServicePlan(name: "db", action: .unchanged, wanted: 1)])
    var stage = stage(.stackPlan, Fixture.reading(plan: plan))
    stage.take(.stacks(.first, .remembered([Fixture.storeKey.name: StackMemory(scale: ["db": 0])])))
    #expect(stage.showing("In sync: `up` would change nothing."))
  }

  @Test func aServicesPlanHasWhatItWaitsFor() {
    let stage = stage(.stackPlan, of: "worker")
    #expect(stage.showing("brings up its dependencies first") && stage.showing("~ recreate  cache"))
    #expect(!stage.showing("~ recreate  web"))
  }

  @Test func aScaleByHandIsNamed() {
    var stage = stage(.stackPlan)
    stage.take(.stacks(.first, .remembered([Fixture.storeKey.name: StackMemory(scale: ["api": 4])])))
    #expect(stage.showing("api      2 → 4") && stage.showing("scaled to 4 by hand; the file says 3"))
  }

  @Test func withoutAPlanItSaysWhy() {
    #expect(stage(.stackPlan, Fixture.reading(plan: nil)).showing("its containers are still loading"))
  }

  // MARK: Env

  @Test(arguments: [
    "CACHE_URL=redis://cache ", "api.env:2",
    "compose.yaml:43 with DB_PASSWORD from .env:2",
    "compose.yaml:17 with LOG_LEVEL, which is not set", "▲ LOG_LEVEL is not set  services.api",
  ])
  func aVariableSaysWhereItComesFrom(text: String) { #expect(stage(.stackEnvironment).showing(text)) }

  @Test func secretsAreMaskedUntilTheyAreAskedFor() {
    var stage = stage(.stackEnvironment)
    #expect(!stage.showing("hunter2") && stage.showing("3 hidden: v reveals them"))
    stage.press("<enter> v")
    #expect(stage.showing("POSTGRES_PASSWORD=hunter2"))
  }

  @Test func aServiceHasItsOwnVariables() {
    let stage = stage(.stackEnvironment, of: "db")
    #expect(stage.showing("POSTGRES_PASSWORD") && !stage.showing("CACHE_URL"))
  }

  @Test func aVariableOfTheShellIsCalledSo() {
    let files = [
      "/srv/store/compose.yaml": "services:\n  a:\n    image: b\n    environment: [HOME, X=$USER]\n"
    ]
    let request = Fixture.storeSource.request(environment: ["HOME": "/root", "USER": "ana"])
    let report = ComposeReport.check(request, from: .inMemory(files))
    let reading = StackReading(
      source: Fixture.storeSource, project: report.project, findings: [],
      files: files.map { StackFile(path: $0, text: $1) }, plan: nil, serial: 3)
    #expect(stage(.stackEnvironment, reading).showing("X=ana"))
    #expect(stage(.stackEnvironment, reading).showing("USER from the shell"))
  }
}

/// The graph of dependencies.
@Suite struct StackGraphTests {
  private func text(_ columns: Int, of row: RowID = .stack(Fixture.storeKey), _ stage: Stage = .store())
    -> String
  {
    StackGraphText.rows(row, columns: columns, stage.state.firstEngine, .unicode).map(\.plain).joined(
      separator: "\n")
  }

  @Test func whatIsWaitedForStandsAtTheLeft() {
    let lines = text(120).split(separator: "\n").map(String.init)
    func column(_ name: String) -> Int? {
      for line in lines {
        if let range = line.firstRange(of: name) {
          return line.distance(from: line.startIndex, to: range.lowerBound)
        }
      }
      return nil
    }
    let columns = ["db 1/1", "migrate done", "api 2/3", "web 1/1"].compactMap(column)
    #expect(columns.count == 4 && columns == columns.sorted())
  }

  @Test func anEdgeSaysWhatIsWaitedForAndWhetherItIsSo() {
    #expect(text(120).contains("▸│ ◌ healthy") && text(120).contains("▸│ ✓ completed"))
  }

  @Test func aServiceShowsItsPart() {
    let part = text(120, of: .service("worker", of: Fixture.storeKey))
    #expect(part.contains("worker") && part.contains("db") && !part.contains("web"))
  }

  @Test func theNarrowGraphIsAList() {
    #expect(text(40).contains("    ✓ healthy db") && !text(40).contains("╭"))
  }

  @Test func servicesWithoutDependenciesStandBelow() {
    #expect(text(120).contains("without dependencies"))
  }

  @Test func circlesAreNamedAndDoNoHarm() {
    func container(_ name: String, needs: String) -> ContainerSummary {
      var container = Fixture.container("store-\(name)-1", project: ("store", "/srv/store"), service: name)
      container.labels["com.docker.compose.depends_on"] = "\(needs):service_started:false"
      return container
    }
    let reading = StackReading(
      source: Fixture.storeSource, project: nil, findings: [], files: [], plan: nil, serial: 2)
    let stage = Stage.store(
      containers: [container("a", needs: "b"), container("b", needs: "c"), container("c", needs: "a")],
      reading: reading)
    #expect(text(120, stage).contains("wait for each other"))
  }

  private func text(_ columns: Int, _ stage: Stage) -> String {
    text(columns, of: .stack(Fixture.storeKey), stage)
  }

  @Test func noEdgeLiesOnAnother() {
    // Three services wait for three others, crosswise.
    var text = "services:\n"
    for name in ["a", "b", "c"] { text += "  \(name): {image: x}\n" }
    for name in ["p", "q", "r"] { text += "  \(name): {image: x, depends_on: [a, b, c]}\n" }
    let reading = Fixture.reading(files: ["/srv/store/compose.yaml": text], plan: StackPlan())
    let stage = Stage.store(containers: [], reading: reading)
    let layout = GraphLayout(ServiceGraph(Fixture.storeKey, around: nil, stage.state.firstEngine, .unicode))
    let ins = layout.links.indices.map(layout.inRow)
    let outs = layout.levels[0].map { layout.vertices[$0].outRow }
    #expect(Set(ins).count == 9 && Set(ins).isDisjoint(with: outs))
  }
}
