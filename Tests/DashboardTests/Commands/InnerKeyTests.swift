import Preferences
import TerminalUI
import Testing
import YAMLDocument

@testable import Dashboard

/// The keys of what takes all keys are bound like all others.
@Suite struct InnerKeyTests {
  private func setup(_ command: String, _ key: String) -> DashboardSetup {
    var setup = DashboardSetup()
    let position = YAMLPosition(line: 2, column: 3)
    setup.settings.keys = [
      KeyBinding(
        command: command, keys: [KeyBinding.Key(name: key, position: position)], file: "davit.yaml",
        position: position)
    ]
    return setup
  }

  @Test func anOwnKeyReviewsAndIsShown() {
    var stage = Stage(setup: setup("editor.review", "f2"))
    stage.edit("web")
    stage.press("x")
    #expect(stage.lines.last?.contains("f2 review") == true)
    stage.press("<f2>")
    #expect(stage.state.editing.review != nil)
  }

  @Test func aKeyThatAnotherHasReplacedMeansNothing() {
    var stage = Stage(setup: setup("editor.undo", "f3"))
    stage.edit("web")
    stage.press("x <ctrl-z>")
    #expect(stage.editedText?.hasPrefix("x") == true || stage.editedText?.contains("x") == true)
    let typed = stage.editedText
    stage.press("<f3>")
    #expect(stage.editedText != typed)
  }

  @Test func aMenuSaysTheKeyThatLeavesIt() {
    var stage = Stage(setup: setup("menu.close", "f4"))
    stage.press("o")
    #expect(stage.showing("enter: choose   f4: back"))
    stage.press("<f4>")
    #expect(stage.state.overlays.isEmpty)
  }

  @Test func aQuestionSaysTheKeyThatMeansYes() {
    var stage = Stage(setup: setup("confirmation.yes", "ctrl-y"))
    stage.select("shop-worker-1")
    stage.press("d")
    #expect(stage.showing("ctrl-y: yes   n or esc: no"))
    stage.press("y")
    #expect(stage.calls.isEmpty)
    stage.press("<ctrl-y>")
    #expect(stage.calls.count == 1)
  }

  @Test func theKeysOfTheEditorAreListed() {
    var stage = Stage(120, 40)
    stage.edit("web")
    stage.press("<f1>")
    #expect(stage.showing("Keys of the editor") && stage.showing("Undoes the last step."))
  }

  @Test(arguments: InnerScope.allCases)
  func everyScopeHasCommandsAndEachOfThemAKey(scope: InnerScope) {
    let commands = Features.standard.commands.filter { $0.scope == .inner(scope) }
    #expect(!commands.isEmpty)
    #expect(commands.filter { Features.standard.keymap.keys($0.id).isEmpty }.map(\.id) == [])
  }
}
