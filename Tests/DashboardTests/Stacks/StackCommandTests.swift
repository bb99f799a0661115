import EngineModel
import StackPlanning
import Testing

@testable import Dashboard

/// What is done with stacks and services through Compose.
@Suite struct StackCommandTests {
  private func select(_ name: String, _ stage: Stage = .store(160, 48)) -> Stage {
    var stage = stage
    stage.select(name, in: .stacks)
    return stage
  }

  @Test func upShowsThePlanWhereContainersGo() {
    var stage = Stage.store(160, 48)
    stage.press("U")
    #expect(
      stage.showing("Bring up store?") && stage.showing("~ recreate web  image nginx:1.25 → nginx:1.27"))
    #expect(stage.showing("+ scale    api  2 → 3") && stage.runs.isEmpty)
    stage.press("<enter>")
    #expect(stage.runs == [ComposeRun(.up, Fixture.storeSource)])
  }

  @Test func thePlanOfUpHidesSecrets() {
    var stage = Stage.store(160, 48)
    stage.press("U")
    #expect(stage.showing("environment API_TOKEN changed"))
  }

  @Test func upOfAServiceIsAboutWhatItWaitsForToo() {
    var stage = select("worker")
    stage.press("u")
    #expect(stage.showing("recreate cache") && !stage.showing("recreate web"))
    stage.press("y")
    #expect(stage.runs == [ComposeRun(.up, Fixture.storeSource, services: ["worker"])])
  }

  @Test func upWithNothingToLoseAsksNothing() {
    let plan = StackPlan(services: [ServicePlan(name: "db", action: .create, wanted: 1)])
    var stage = Stage.store(containers: [], reading: Fixture.reading(plan: plan))
    stage.take(.stacks(.first, .remembered([Fixture.storeKey.name: StackMemory(profiles: [])])))
    stage.press("U")
    #expect(stage.runs == [ComposeRun(.up, Fixture.storeSource)])
  }

  @Test func upOfWhatIsInSyncSaysSo() {
    var stage = select("db", .store(160, 48, reading: Fixture.reading(plan: Self.inSync)))
    stage.press("u")
    #expect(stage.runs.isEmpty && stage.toasts.contains { $0.contains("is in sync") })
  }

  private static let inSync = StackPlan(services: [
    ServicePlan(
      name: "db", action: .unchanged, wanted: 1,
      containers: [PlannedContainer(id: "x", name: "store-db-1", service: "db", number: 1, isRunning: true)])
  ])

  @Test func aScaleByHandIsPassedAgain() {
    var stage = Stage.store(160, 48)
    stage.take(
      .stacks(.first, .remembered([Fixture.storeKey.name: StackMemory(scale: ["api": 5, "db": 1])])))
    stage.press("U")
    #expect(stage.showing("Your scale is kept: api=5"))
    stage.press("y")
    #expect(stage.runs.map(\.scale) == [["api": 5]])
  }

  @Test func orphansStayUnlessTheyAreNamed() {
    var stage = Stage.store(160, 48)
    stage.press("U y")
    #expect(stage.runs.allSatisfy { $0.options.isEmpty })
  }

  @Test func downNamesTheContainersAndLeavesTheVolumes() {
    var stage = Stage.store(160, 48)
    stage.press("D")
    #expect(
      stage.showing("Take down store?") && stage.showing("store-db-1")
        && stage.showing("orphans: store-old-1"))
    stage.press("<enter>")
    #expect(stage.runs.isEmpty)
    stage.press("y")
    #expect(stage.runs == [ComposeRun(.down, Fixture.storeSource)])
  }

  @Test func downTakesVolumesAndOrphansWhereThatIsChosen() {
    var stage = Stage.store(160, 48)
    stage.hear(.volumes(Fixture.volumes + [VolumeSummary(name: "store_data", mountpoint: "/x")]))
    stage.press("D")
    #expect(stage.showing("volumes: store_data") && stage.showing("all data in them is lost"))
    stage.press("v o y")
    #expect(stage.runs == [ComposeRun(.down, Fixture.storeSource, options: [.volumes, .removeOrphans])])
  }

  @Test func pullAndBuildAreInTheMenu() {
    var stage = select("api")
    stage.press(":")
    stage.type("stack.pull")
    stage.press("<enter>")
    #expect(stage.runs == [ComposeRun(.pull, Fixture.storeSource, services: ["api"])])
  }

  @Test func whatIsNotBuiltCannotBeBuilt() {
    let stage = select("db")
    #expect(stage.refusal("stack.build") == "nothing to build: its images are pulled")
  }

  @Test func aServiceIsRecreatedAlone() {
    var stage = select("db")
    stage.runCommand("stack.recreate")
    #expect(stage.showing("Recreate db of store?") && stage.showing("store-db-1"))
    #expect(!stage.showing("dependencies first:"))
    stage.press("y")
    let wanted = ComposeRun(
      .up, Fixture.storeSource, services: ["db"], options: [.forceRecreate])
    #expect(stage.runs == [wanted])
  }

  @Test func whatComposeDoesBeforeARecreationIsSaid() {
    var stage = select("worker")
    stage.runCommand("stack.recreate")
    #expect(stage.showing("dependencies first:") && stage.showing("~ recreate cache"))
  }

  @Test func composeOneRecreatesAServiceWithoutTheOthers() {
    let first = ComposeProgram(kind: .standalone, version: "1.29.2", command: ["/usr/bin/docker-compose"])
    var stage = Stage.store(160, 48, program: first)
    stage.select("db", in: .stacks)
    stage.runCommand("stack.recreate")
    stage.press("y")
    #expect(stage.runs.map(\.options) == [[.forceRecreate, .noDependencies]])
  }

  @Test func orphansAreRemovedThroughTheEngine() {
    var stage = Stage.store(160, 48, program: nil)
    stage.runCommand("stack.remove-orphans")
    #expect(stage.showing("Remove 1 orphan?") && stage.showing("store-old-1"))
    stage.press("y")
    let id = stage.id("store-old-1")
    #expect(stage.waves == [[.stop(id)], [.removeContainer(id, force: false, volumes: false)]])
  }

  // MARK: Refusals

  @Test func withoutComposeItSaysWhatIsMissing() {
    var stage = Stage.store(160, 48, program: nil)
    stage.press("U")
    #expect(
      stage.toasts.contains {
        $0.contains("no docker compose, docker-compose or podman compose found — install one")
      })
  }

  @Test func withoutFilesItSaysWhichAreGone() {
    let reading = StackReading(
      source: Fixture.storeSource, project: nil, findings: [], files: [], plan: nil, serial: 2)
    let stage = Stage.store(reading: reading)
    #expect(stage.refusal("stack.up") == "its files are gone: /srv/store/compose.yaml")
  }

  @Test func filesThatCannotBeReadAreNotBroughtUp() {
    let files = ["/srv/store/compose.yaml": "services:\n  web:\n    imagine: nginx\n"]
    let stage = Stage.store(reading: Fixture.reading(files: files, plan: nil))
    #expect(
      stage.refusal("stack.down")?.hasPrefix("its files cannot be read: /srv/store/compose.yaml:3") == true)
  }

  @Test func anOrphanCannotBeBroughtUp() {
    #expect(select("old").refusal("stack.up-service") == "no file defines old")
  }

  @Test(arguments: ["u", "U", "D", "="]) func readOnlyChangesNothing(key: String) {
    var setup = DashboardSetup()
    setup.isReadOnly = true
    var stage = select("api", .store(160, 48, setup: setup))
    stage.press(key)
    #expect(stage.state.overlays.isEmpty && stage.runs.isEmpty)
  }

  // MARK: Profiles

  @Test func profilesAreAskedForOnceAndRemembered() {
    let plan = StackPlan(services: [ServicePlan(name: "db", action: .create, wanted: 1)])
    var stage = Stage.store(containers: [], reading: Fixture.reading(plan: plan))
    stage.press("U")
    #expect(stage.showing("Which profiles of store to activate?") && stage.showing("debug"))
    stage.press("1 y")
    #expect(
      stage.engineEffects.contains(
        .remember(Fixture.storeKey, StackMemory(profiles: ["debug"], source: Fixture.storeSource))))
    #expect(stage.runs.map(\.source.profiles) == [["debug"]])
    stage.forgetEffects()
    stage.press("<esc> U")
    #expect(stage.runs.count == 1)
  }

  @Test func theProfileOfAServiceThatRunsIsActive() {
    let mail = Fixture.container("store-mail-1", project: ("store", "/srv/store"), service: "mail")
    let stage = Stage.store(containers: Fixture.storeContainers + [mail])
    #expect(stage.state.firstEngine.source(of: Fixture.storeKey)?.profiles == ["debug"])
  }
}

/// More and fewer replicas.
@Suite struct ScaleTests {
  /// Asks for replicas of api. Where `hasJob` says so, it waits for a job that has ended.
  private func stage(program: ComposeProgram? = Fixture.compose, hasJob: Bool = false) -> Stage {
    var files = Fixture.storeFiles
    if !hasJob {
      let wait = "      migrate:\n        condition: service_completed_successfully\n"
      files["/srv/store/compose.yaml"] = Fixture.storeText.split(separator: wait).joined(separator: "")
    }
    var stage = Stage.store(160, 48, reading: Fixture.reading(files: files), program: program)
    stage.select("api", in: .stacks)
    stage.press("=")
    for number in [1, 2] { stage.hearReplica("store-api-\(number)", "api", number) }
    return stage
  }

  @Test func theDefinitionsAreAskedForWhileTheNumberIsTyped() {
    let stage = stage()
    let wanted = DocumentSubject.container(stage.id("store-api-1"))
    #expect(stage.state.engineStreams.contains(.document(wanted, revision: 0)))
  }

  @Test func thePlanIsShownFirst() {
    var stage = stage()
    stage.press("<backspace> 4 <enter>")
    #expect(stage.showing("Scale api of store from 2 to 4?"))
    #expect(stage.showing("+ create   store-api-3") && stage.showing("+ create   store-api-4"))
  }

  @Test func composeScalesTheServiceAlone() {
    var stage = stage()
    stage.press("<backspace> 4 <enter> <enter>")
    let wanted = ComposeRun(
      .up, Fixture.storeSource, services: ["api"], options: [.noRecreate], scale: ["api": 4])
    #expect(stage.runs == [wanted])
    #expect(
      stage.engineEffects.contains(
        .remember(Fixture.storeKey, StackMemory(scale: ["api": 4], source: Fixture.storeSource))))
  }

  @Test func theWordsForComposeTouchNothingElse() {
    let run = ComposeRun(
      .up, Fixture.storeSource, services: ["api"], options: [.noRecreate], scale: ["api": 4])
    #expect(
      run.arguments(for: Fixture.compose).suffix(7)
        == ["never", "up", "-d", "--no-recreate", "--scale", "api=4", "api"])
  }

  @Test func composeOneNeedNotSeeWhatTheServiceWaitsFor() {
    let first = ComposeProgram(kind: .standalone, version: "1.29.2", command: ["/usr/bin/docker-compose"])
    var stage = stage(program: first, hasJob: true)
    stage.press("<backspace> 4 <enter> <enter>")
    #expect(stage.runs.map(\.options) == [[.noDependencies, .noRecreate]])
  }

  @Test func whereComposeWouldStartMoreTheEngineMakesACopy() {
    var stage = stage(hasJob: true)
    stage.press("<backspace> 3 <enter>")
    #expect(stage.showing("Compose would start more: its dependency migrate is not running"))
    stage.press("<enter>")
    #expect(stage.runs == [] && stage.waves.count == 1)
  }

  @Test func theNumberOfTheFileIsNotRemembered() {
    var stage = stage()
    stage.take(.stacks(.first, .remembered([Fixture.storeKey.name: StackMemory(scale: ["api": 2])])))
    stage.press("<backspace> 3 <enter> <enter>")
    #expect(
      stage.engineEffects.contains(.remember(Fixture.storeKey, StackMemory(source: Fixture.storeSource))))
  }

  @Test func withoutComposeTheEngineMakesACopy() {
    var stage = stage(program: nil)
    stage.press("<backspace> 3 <enter> <enter>")
    #expect(stage.waves.count == 1)
    guard case .createReplica(let replica)? = stage.waves.first?.first else {
      Issue.record("no replica is made")
      return
    }
    #expect(replica.name == "store-api-3" && replica.number == 3)
  }

  @Test func fewerMeansTheHighestNumberGoes() {
    var stage = stage(program: nil)
    stage.press("<backspace> 1 <enter>")
    #expect(stage.showing("- remove   store-api-2"))
    stage.press("y")
    let id = stage.id("store-api-2")
    #expect(stage.waves == [[.stop(id)], [.removeContainer(id, force: false, volumes: false)]])
  }

  @Test(arguments: [("x", "enter a number, 0 or more"), ("2", "already at 2"), ("5000", "at most 1000")])
  func numbersThatCannotBeAreRefused(text: String, reason: String) {
    var stage = stage()
    stage.press("<backspace>")
    stage.type(text)
    stage.press("<enter>")
    #expect(stage.showing(reason))
  }

  @Test func itCanBeWrittenToTheFile() {
    var stage = stage()
    stage.press("<backspace> 4 <enter> w")
    #expect(stage.showing("[x] w  write 4 to the file too"))
    stage.press("y")
    let proposals = stage.effects.compactMap { effect -> EditOrder? in
      if case .editor(.propose(let order)) = effect { order } else { nil }
    }
    #expect(proposals.map(\.file) == ["/srv/store/compose.yaml"])
  }

  @Test func beforeTheDefinitionsHaveComeNothingIsDone() {
    var stage = Stage.store(160, 48)
    stage.select("api", in: .stacks)
    stage.press("= <backspace> 4 <enter>")
    #expect(stage.showing("are still loading"))
  }
}

extension Stage {
  /// The runs of Compose that were asked for.
  var runs: [ComposeRun] {
    engineEffects.compactMap { if case .compose(let run, _, _) = $0 { run } else { nil } }
  }

  /// The waves of the sequence that was asked for.
  var waves: [[EngineCall]] {
    engineEffects.compactMap { if case .sequence(let waves, _) = $0 { waves } else { nil } }.first ?? []
  }

  func refusal(_ command: String) -> String? { Features.standard.command(command)?.refusal(state) }

  /// Runs a command through the palette.
  mutating func runCommand(_ id: String) {
    press(":")
    type(id)
    press("<enter>")
  }

  /// The engine's document of a replica of the store.
  mutating func hearReplica(_ name: String, _ service: String, _ number: Int) {
    let labels = [
      ("com.docker.compose.project", "store"), ("com.docker.compose.service", service),
      ("com.docker.compose.container-number", String(number)), ("com.docker.compose.oneoff", "False"),
    ]
    let document = Fixture.object([
      ("Id", .string(Fixture.hex(name))), ("Name", .string("/" + name)),
      ("Image", .string("sha256:" + Fixture.hex("api"))),
      ("State", Fixture.object([("Status", .string("running")), ("Running", .bool(true))])),
      (
        "Config",
        Fixture.object([
          ("Image", .string("store/api:1.5")),
          ("Labels", Fixture.object(labels.map { ($0.0, .string($0.1)) })),
        ])
      ),
      ("HostConfig", Fixture.object([("NetworkMode", .string("store_default"))])),
    ])
    guard let details = ContainerDetails(document) else {
      Issue.record("no document of \(name)")
      return
    }
    hear(.document(.container(id(name)), .success(.container(details))))
  }
}
