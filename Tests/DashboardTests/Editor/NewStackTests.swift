import ComposeFile
import EngineModel
import StackPlanning
import Testing

@testable import Dashboard

/// Stacks that are made from nothing.
@Suite struct NewStackTests {
  private func orders(_ stage: Stage) -> [NewStack] {
    stage.editorEffects.compactMap { if case .prepare(let order) = $0 { order } else { nil } }
  }

  private func stage(folders: [String] = ["/srv"]) -> Stage {
    var setup = DashboardSetup()
    setup.settings.stacks.folders = folders
    var stage = Stage(setup: setup)
    stage.press("1 n")
    return stage
  }

  @Test func theFolderFollowsTheName() {
    var stage = stage()
    stage.press("w <ctrl-u>")
    stage.type("blog")
    stage.press("<enter> <enter>")
    #expect(orders(stage).map(\.folder) == ["/srv/blog"])
    #expect(orders(stage).map(\.name) == ["blog"])
  }

  @Test func aNameThatComposeWouldRefuseIsSaidInTheForm() {
    var stage = stage()
    stage.press("w <ctrl-u>")
    stage.type("My Blog")
    stage.press("<enter> <enter>")
    #expect(stage.showing("a stack name starts with a lowercase letter or digit"))
    #expect(orders(stage).isEmpty)
  }

  @Test func itIsOpenedInTheEditorAndWrittenByTheReview() {
    var stage = stage()
    stage.press("e <enter> <enter>")
    let order = orders(stage)[0]
    guard case .text(let text) = order.contents else {
      Issue.record("there is no text")
      return
    }
    stage.take(
      .editor(
        .prepared(
          FileChange(
            serial: order.serial, key: Fixture.shopKey, source: Fixture.shopSource,
            path: "/srv/stack/compose.yaml",
            base: nil, text: text))))
    #expect(stage.showing("new file"))
    stage.press("<ctrl-s>")
    stage.examined()
    stage.press("w")
    #expect(stage.writes.map(\.base) == [nil] && stage.writes.map(\.text) == [text])
  }

  @Test func theContainersThatAreMarkedAreTaken() {
    var setup = DashboardSetup()
    setup.settings.stacks.folders = ["/srv"]
    var stage = Stage(setup: setup)
    stage.select("cache")
    stage.press("<space> 1 n r <enter> <enter>")
    #expect(orders(stage).map(\.contents) == [.containers([stage.id("cache")])])
    #expect(orders(stage).map(\.name) == ["cache"])
  }

  @Test(arguments: StackTemplate.allCases)
  func aTemplateHasNoErrors(template: StackTemplate) {
    let request = ComposeRequest(
      files: ["/srv/x/compose.yaml"], directory: "/srv/x", environment: ["POSTGRES_PASSWORD": "x"])
    let report = ComposeReport.check(
      request, from: .inMemory(["/srv/x/compose.yaml": template.text(name: "x")]))
    #expect(report.findings.filter { $0.severity == .error } == [])
  }

  @Test func aContainerBecomesAServiceWithoutWhatItsImageSays() throws {
    let document = Fixture.document("web", env: ["PATH=/bin", "MODE=prod$1"], cmd: ["serve"])
    let details = try #require(ContainerDetails(document))
    let image = Fixture.object([
      (
        "Config",
        Fixture.object([("Env", Fixture.strings(["PATH=/bin"])), ("Cmd", Fixture.strings(["serve"]))])
      )
    ])
    let text = StackDraft(of: [(details, image)], name: "site").yaml
    #expect(
      text.contains("name: site") && text.contains("image: nginx:1.27") && text.contains("MODE: prod$$1"))
    #expect(!text.contains("PATH") && !text.contains("serve"))
    #expect(text.contains("restart: always") && text.contains("mem_limit: 256m"))
  }
}
