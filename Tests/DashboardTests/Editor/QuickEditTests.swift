import ComposeFile
import Testing

@testable import Dashboard

/// Changes by a form, without the editor.
@Suite struct QuickEditTests {
  /// The menu of what can be changed of the web server.
  private func menu(text: String = Fixture.shopFile) -> Stage {
    var stage = Stage()
    stage.select("shop-web-1")
    stage.press("i")
    stage.located([Fixture.shopCandidate("web", text: text)])
    return stage
  }

  private func steps(_ stage: Stage) -> [EditOrder.Step] {
    if case .propose(let order)? = stage.editorEffects.last { order.steps } else { [] }
  }

  /// The text that the steps make of a file.
  private func applied(_ stage: Stage, to text: String = Fixture.shopFile) throws -> String {
    var result = try ComposeText(text)
    for step in steps(stage) {
      switch step {
      case .edit(let edit): result = try result.applying(edit)
      case .value(let path, let value):
        result = try result.applying(.set(path, result.content(of: value, at: path)))
      }
    }
    return result.text
  }

  @Test func itSaysHowThingsAre() {
    let stage = menu()
    #expect(stage.menu?.entries.map(\.detail) == ["nginx:1.25", "2 variables", "8080:80", "none", "no"])
  }

  @Test func theImage() throws {
    var stage = menu()
    stage.press("i <backspace> 7 <enter>")
    #expect(try applied(stage).contains("    image: nginx:1.27\n"))
  }

  @Test func aVariable() throws {
    var stage = menu()
    stage.press("e <enter> <ctrl-u>")
    stage.type("debug")
    stage.press("<enter>")
    #expect(try applied(stage).contains("      LOG_LEVEL: debug\n"))
  }

  @Test func aVariableOfAList() throws {
    let text = "services:\n  web:\n    image: a\n    environment:\n      - A=1\n      - B=2\n"
    var stage = menu(text: text)
    stage.press("e j <enter> <backspace> 3 <enter>")
    #expect(try applied(stage, to: text).hasSuffix("      - A=1\n      - B=3\n"))
  }

  @Test func aNewVariable() throws {
    var stage = menu()
    stage.press("e n")
    stage.type("REGION")
    stage.press("<tab>")
    stage.type("eu")
    stage.press("<enter>")
    #expect(try applied(stage).contains("      REGION: eu\n"))
  }

  @Test func theValuesOfSecretsAreNotShown() {
    var stage = menu()
    stage.press("e")
    #expect(stage.showing("API_TOKEN") && !stage.showing("s3cret"))
  }

  @Test func aPort() throws {
    var stage = menu()
    stage.press("p <enter> <ctrl-u>")
    stage.type("9090:80")
    stage.press("<enter>")
    #expect(try applied(stage).contains("      - \"9090:80\"\n"))
  }

  @Test func anEmptyPortIsRemoved() throws {
    var stage = menu()
    stage.press("p <enter> <ctrl-u> <enter>")
    #expect(try !applied(stage).contains("8080"))
  }

  @Test func limits() throws {
    var stage = menu()
    stage.press("l")
    stage.type("0.5")
    stage.press("<tab>")
    stage.type("256M")
    stage.press("<enter>")
    let text = try applied(stage)
    #expect(text.contains("deploy:") && text.contains("memory: 256M"))
  }

  @Test func theRestartPolicy() throws {
    var stage = menu()
    stage.press("r j j <enter>")
    #expect(try applied(stage).contains("    restart: unless-stopped\n"))
  }

  @Test func whatCannotBeAValueIsSaidInTheForm() {
    var stage = menu()
    stage.press("i <ctrl-u> <enter>")
    #expect(stage.showing("enter an image name"))
    #expect(steps(stage).isEmpty)
  }

  @Test func whatComesOfItIsReviewedBeforeItIsWritten() {
    var stage = menu()
    stage.press("i <backspace> 7 <enter>")
    guard case .propose(let order)? = stage.editorEffects.last else {
      Issue.record("nothing was proposed")
      return
    }
    stage.take(
      .editor(
        .proposed(
          FileChange(
            serial: order.serial, key: order.key, source: order.source, path: Fixture.shopPath,
            base: Fixture.shopFile, text: Fixture.shopFile.replacing("1.25", with: "1.27")))))
    stage.examined()
    #expect(stage.showing("+     image: nginx:1.27"))
    #expect(stage.writes.isEmpty)
  }

  @Test func keysThatComeBeforeTheAnswerWaitForIt() throws {
    var stage = Stage()
    stage.select("shop-web-1")
    stage.press("i i <backspace> 7")
    #expect(stage.state.overlays.isEmpty && stage.state.activePane == .containers)
    stage.located([Fixture.shopCandidate("web")])
    stage.press("<enter>")
    #expect(try applied(stage).contains("    image: nginx:1.27\n"))
  }

  @Test func escapeWaitsNoMore() {
    var stage = Stage()
    stage.select("shop-web-1")
    stage.press("i n <esc> j")
    #expect(stage.selected == "shop-web-2")
    stage.located([Fixture.shopCandidate("web")])
    #expect(stage.state.overlays.isEmpty)
  }
}
