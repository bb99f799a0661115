import TerminalUI
import Testing

@testable import Dashboard

/// The editor in the place of the details.
@Suite struct EditorTests {
  @Test func aServiceIsOpenedAtItsBlockAlone() {
    var stage = Stage()
    stage.edit("web")
    #expect(stage.showing("image: nginx:1.25"))
    #expect(!stage.showing("image: postgres:16"))
    #expect(stage.showing("compose.yaml  web"))
  }

  @Test func `of several documents the block is the one that edits change`() {
    var stage = Stage()
    stage.edit("web", text: Fixture.shopFile + "---\nservices:\n  web:\n    image: nginx:later\n")
    #expect(stage.showing("image: nginx:later"))
    #expect(!stage.showing("image: nginx:1.25"))
    stage.press("<ctrl-b>")
    #expect(stage.showing("image: nginx:1.25") && stage.showing("image: nginx:later"))
  }

  @Test func aKeySwitchesToTheWholeFileAndBack() {
    var stage = Stage()
    stage.edit("web")
    stage.press("<ctrl-b>")
    #expect(stage.showing("image: postgres:16"))
    stage.press("<ctrl-b>")
    #expect(!stage.showing("image: postgres:16"))
  }

  @Test func aStackIsOpenedAsAWhole() {
    var stage = Stage()
    stage.press("1 G k k")
    stage.press("e")
    stage.located([Fixture.shopCandidate(nil)])
    #expect(stage.showing("# The shop."))
  }

  @Test func ofSeveralFilesTheLastOneIsOfferedFirst() {
    var stage = Stage()
    stage.select("shop-web-1")
    stage.press("e")
    stage.located([
      Fixture.shopCandidate("web"),
      Fixture.shopCandidate("web", text: "services:\n  web:\n    image: dev:1\n", path: "/srv/shop/dev.yaml"),
    ])
    #expect(stage.menu?.entries.map(\.title) == ["compose.yaml", "dev.yaml"])
    stage.press("<enter>")
    #expect(stage.showing("image: dev:1"))
  }

  @Test func aContainerWithoutAProjectSaysWhyThereIsNothingToEdit() {
    var stage = Stage()
    stage.select("cache")
    stage.press("e")
    #expect(stage.toasts.contains { $0.contains("cache belongs to no Compose project") })
    #expect(stage.editorEffects.isEmpty)
  }

  @Test func aFileThatIsNotThereIsOneClearLine() {
    var stage = Stage()
    stage.select("shop-web-1")
    stage.press("e")
    stage.located([
      FileCandidate(path: Fixture.shopPath, text: "", problem: "no such file on this machine")
    ])
    #expect(
      stage.toasts == ["cannot edit web: /srv/shop/compose.yaml: no such file on this machine"])
  }

  @Test func whatIsTypedIsText() {
    var stage = Stage()
    stage.edit("web")
    stage.press("<down> <end>")
    stage.type("-alpine")
    #expect(stage.showing("image: nginx:1.25-alpine"))
    #expect(stage.showing("modified"))
  }

  @Test func keysThatAreCommandsElsewhereAreLetters() {
    var stage = Stage()
    stage.edit("web")
    stage.press("<end> q d")
    #expect(stage.showing("web:qd"))
    #expect(stage.calls.isEmpty)
  }

  @Test func pastedLinesAreText() {
    var stage = Stage()
    stage.edit("web")
    stage.press("<end>")
    stage.take(.input(.paste("\n    user: www\n    tty: true")))
    #expect(stage.showing("    user: www") && stage.showing("    tty: true"))
  }

  @Test func inReadOnlyModeTheTextCanBeReadAndNotChanged() {
    var setup = DashboardSetup()
    setup.isReadOnly = true
    var stage = Stage(setup: setup)
    stage.edit("web")
    stage.press("<down> x")
    #expect(stage.editedText == Fixture.shopFile)
    #expect(stage.showing("cannot edit: davit is in read-only mode"))
  }

  @Test func escapeLeavesAtOnceWhereNothingChanged() {
    var stage = Stage()
    stage.edit("web")
    stage.press("<esc>")
    #expect(stage.state.editing.editor == nil)
    #expect(stage.state.focus == .list)
  }

  @Test func escapeAsksWhereSomethingChanged() {
    var stage = Stage()
    stage.edit("web")
    stage.press("x <esc>")
    #expect(stage.menu?.title == "compose.yaml has unsaved changes")
    stage.press("<esc>")
    #expect(stage.editedText != nil)
    stage.press("<esc> d")
    #expect(stage.state.editing.editor == nil)
  }

  @Test func whatWasUndoneNeedsNoQuestion() {
    var stage = Stage()
    stage.edit("web")
    stage.press("x <ctrl-z> <esc>")
    #expect(stage.state.editing.editor == nil)
  }

  @Test func everythingFoundIsReplacedAsOneStep() {
    var stage = Stage()
    stage.edit("web")
    stage.press("<ctrl-b> <ctrl-r>")
    stage.type("image")
    stage.press("<tab>")
    stage.type("picture")
    stage.press("<ctrl-a> <esc>")
    #expect(stage.showing("picture: nginx:1.25") && stage.showing("picture: postgres:16"))
    stage.press("<ctrl-z>")
    #expect(stage.editedText == Fixture.shopFile)
  }

  @Test func whatIsSearchedForIsCounted() {
    var stage = Stage()
    stage.edit("web")
    stage.press("<ctrl-b> <ctrl-f>")
    stage.type("image")
    #expect(stage.showing("find: image") && stage.showing("1/2"))
    stage.press("<enter>")
    #expect(stage.showing("2/2"))
  }

  @Test func imagesOfTheEngineAreOffered() {
    var stage = Stage()
    stage.edit("web", text: "services:\n  web:\n    image: post\n")
    stage.press("<ctrl-b> <ctrl-end> <up> <end> <ctrl-space>")
    #expect(stage.editedText?.contains("image: postgres:16\n") == true)
  }

  @Test func ofSeveralOffersOneIsChosen() {
    var stage = Stage()
    stage.edit("web", text: "services:\n  web:\n    image: nginx\n")
    stage.press("<ctrl-b> <ctrl-end> <up> <end> <ctrl-space>")
    #expect(stage.state.editing.editor?.completion != nil)
    stage.press("<down> <enter>")
    #expect(stage.editedText?.contains("image: nginx:latest\n") == true)
  }
}
