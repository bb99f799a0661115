import StackPlanning
import Testing

@testable import Dashboard

/// A change before it is written, and what follows.
@Suite struct ReviewTests {
  /// The shop with its image changed and reviewed.
  private func reviewed(_ findings: Bool = false, isReadable: Bool = true) -> Stage {
    var stage = Stage()
    stage.findCompose()
    stage.edit("web")
    stage.press("<down> <end> <backspace> 7 <ctrl-s>")
    stage.examined(findings ? [Fixture.finding("there is no such key", line: 4)] : [], isReadable: isReadable)
    return stage
  }

  @Test func itShowsTheLinesAndThePlan() {
    let stage = reviewed()
    #expect(stage.showing("-     image: nginx:1.25") && stage.showing("+     image: nginx:1.27"))
    #expect(stage.showing("recreate") && stage.showing("image nginx:1.25 → nginx:1.27"))
  }

  @Test func writingAndApplyingBringsTheStackUp() {
    var stage = reviewed()
    stage.press("a")
    #expect(stage.writes.map(\.base) == [Fixture.shopFile])
    #expect(stage.composeRuns.isEmpty)
    stage.written()
    #expect(stage.composeRuns == [ComposeRun(.up, Fixture.shopSource)])
    #expect(stage.state.editing.editor == nil)
  }

  @Test func thePlanIsAskedForWithTheScaleThatIsPassed() {
    var stage = Stage()
    stage.take(.stacks(.first, .remembered([Fixture.shopKey.name: StackMemory(scale: ["web": 4])])))
    stage.findCompose()
    stage.edit("web")
    stage.press("x <ctrl-s>")
    stage.examined()
    #expect(stage.lastChange?.scale == ["web": 4])
    stage.press("a")
    stage.written()
    #expect(stage.composeRuns == [ComposeRun(.up, Fixture.shopSource, scale: ["web": 4])])
  }

  @Test func writingOnlyStartsNothing() {
    var stage = reviewed()
    stage.press("w")
    stage.written()
    #expect(stage.composeRuns.isEmpty)
    #expect(stage.toasts == ["wrote /srv/shop/compose.yaml"])
  }

  @Test func escapeGoesBackToTheText() {
    var stage = reviewed()
    stage.press("<esc>")
    #expect(stage.writes.isEmpty)
    #expect(stage.editedText?.contains("nginx:1.27") == true)
  }

  @Test func errorsMustBeOverruled() {
    var stage = reviewed(true)
    stage.press("w")
    #expect(stage.writes.isEmpty)
    #expect(stage.toasts == ["cannot write: 1 error — ! overrides it"])
    stage.press("! w")
    #expect(stage.writes.count == 1)
  }

  @Test func whatComposeCannotReadIsNeverApplied() {
    var stage = reviewed(true, isReadable: false)
    stage.press("! a")
    #expect(stage.writes.isEmpty)
    #expect(stage.toasts.contains { $0.contains("Compose could not read it") })
  }

  @Test func withoutComposeItCanBeWrittenOnly() {
    var stage = Stage()
    stage.take(.compose(nil))
    stage.edit("web")
    stage.press("x <ctrl-s>")
    stage.examined()
    stage.press("a")
    #expect(stage.toasts == ["cannot write and apply: no Compose command found — w writes only"])
    stage.press("w")
    #expect(stage.writes.count == 1)
  }

  @Test func nothingIsWrittenBeforeTheAnswerIsThere() {
    var stage = Stage()
    stage.edit("web")
    stage.press("x <ctrl-s> w")
    #expect(stage.writes.isEmpty)
  }

  @Test func whatFailsToComeUpCanBeTakenBackWithOneKey() {
    var stage = reviewed()
    stage.press("a")
    stage.written()
    stage.end(.failed("docker compose ended with status 1"))
    #expect(stage.showing("z: restore the old file and bring it up again"))
    stage.press("z")
    let revert = stage.writes.last
    #expect(revert?.text == Fixture.shopFile && revert?.base?.contains("nginx:1.27") == true)
    #expect(revert?.takesBack == true)
    stage.written()
    #expect(stage.composeRuns.count == 2)
  }

  @Test func theLastEditIsTakenBackAfterItsLinesWereShown() {
    var stage = Stage()
    stage.press("1 G k k Z")
    guard case .takeBack(let request)? = stage.editorEffects.last else {
      Issue.record("no text was asked for")
      return
    }
    stage.take(
      .editor(
        .proposed(
          FileChange(
            serial: request.serial, title: "Undo the edit", key: Fixture.shopKey,
            source: Fixture.shopSource,
            path: Fixture.shopPath, base: "a: 1\n", text: "a: 0\n", takesBack: true))))
    stage.examined()
    #expect(stage.showing("+ a: 0") && stage.showing("Undo the edit"))
    stage.press("w")
    #expect(stage.writes.map(\.text) == ["a: 0\n"])
  }
}

/// Files that are changed by somebody else.
@Suite struct ConflictTests {
  private let theirs = Fixture.shopFile.replacing("postgres:16", with: "postgres:17")

  /// A change of the image that meets another text on the disk.
  private func conflicting() -> Stage {
    var stage = Stage()
    stage.findCompose()
    stage.edit("web")
    stage.press("<down> <end> <backspace> 7 <ctrl-s>")
    stage.take(.editor(.conflict(serial: stage.lastChange?.serial ?? 0, theirs: theirs)))
    return stage
  }

  @Test func allThreeVersionsAreShown() {
    let stage = conflicting()
    #expect(stage.showing("Nothing was written"))
    #expect(stage.showing("+     image: postgres:17") && stage.showing("+     image: nginx:1.27"))
  }

  @Test func mineOverTheirsIsReviewedAgainstTheirs() {
    var stage = conflicting()
    stage.press("m")
    #expect(stage.lastChange?.base == theirs)
    stage.examined()
    #expect(stage.showing("-     image: postgres:17"))
    stage.press("w")
    #expect(stage.writes.last?.base == theirs)
  }

  @Test func theirsIsOneStepInTheText() {
    var stage = conflicting()
    stage.press("t")
    #expect(stage.editedText == theirs)
    stage.press("<ctrl-z>")
    #expect(stage.editedText?.contains("nginx:1.27") == true)
  }

  @Test func escapeGoesBackToTheText() {
    var stage = conflicting()
    stage.press("<esc>")
    #expect(stage.editedText?.contains("nginx:1.27") == true)
    #expect(stage.writes.isEmpty)
  }

  @Test func aFileThatChangesWhileItIsEditedIsToldEarly() {
    var stage = Stage()
    stage.edit("web")
    stage.take(
      .stacks(
        .first,
        .read(
          Fixture.shopKey,
          StackReading(
            source: Fixture.shopSource, project: nil, findings: [],
            files: [StackFile(path: Fixture.shopPath, text: theirs)], plan: nil, serial: 1))))
    #expect(stage.showing("the file changed on disk"))
  }

  @Test func aConflictWhileWritingIsShownToo() {
    var stage = Stage()
    stage.edit("web")
    stage.press("x <ctrl-s>")
    stage.examined()
    stage.press("w")
    stage.take(.editor(.conflict(serial: stage.writes[0].serial, theirs: nil)))
    #expect(stage.showing("was deleted after davit read it"))
  }
}
