import Testing

@testable import Dashboard

/// A key without a use here says where it has one, or what there is instead.
@Suite struct KeyElsewhereTests {
  @Test func aKeyOfOtherPanesSaysWhichOnes() {
    var stage = Stage()
    stage.press("3 m")
    #expect(stage.toasts == ["m: Show logs full screen works in stacks, containers"])
  }

  @Test func aKeyOfTheListSaysHowToGetThere() {
    var stage = Stage()
    stage.press("<enter> r")
    #expect(stage.toasts == ["r: Restart works in the list: esc goes back to it"])
    #expect(stage.calls.isEmpty && stage.state.overlays.isEmpty)
  }

  @Test func aKeyOfALogSaysSo() {
    var stage = Stage()
    stage.press("<enter> ] f")
    #expect(stage.toasts == ["f: Follow works in a log"])
  }

  @Test(arguments: ["E", "a"])
  func whoLooksForAShellIsToldOfOne(key: String) {
    var stage = Stage()
    stage.select("cache")
    stage.press(key)
    #expect(stage.toasts == ["no shells in davit: docker exec -it cache sh"])
  }

  @Test func aKeyThatNobodyKnowsSaysNothing() {
    var stage = Stage()
    stage.press("%")
    #expect(stage.toasts.isEmpty)
  }

  @Test(arguments: [
    ("undo", "stack.take-back"), ("rollback", "stack.take-back"), ("pull", "stack.pull"),
    ("events", "screen.activity"),
    ("delete", "stack.down"), ("browser", "container.open-port"), ("dark", "screen.theme"),
    ("exit", "screen.quit"),
  ])
  func wordsOfOtherToolsFindACommand(word: String, id: String) {
    var stage = Stage()
    stage.press("1")
    #expect(PaletteSearch.found(word, stage.state).map(\.id).contains(id))
  }

  @Test func whatThereIsNotIsSaid() {
    var stage = Stage()
    stage.press(": exec")
    #expect(stage.showing("no shells in davit: docker exec -it"))
  }

  @Test func synonymsAreOfCommandsThatAreThere() {
    for id in Synonyms.commands { #expect(Features.standard.command(id) != nil, "\(id)") }
  }

  @Test func aMenuComesBackWhenItsQuestionIsLeft() {
    var stage = Stage()
    stage.select("cache")
    stage.press("x s <esc>")
    #expect(stage.menu?.title == "cache" && stage.calls.isEmpty)
    stage.press("<esc>")
    #expect(stage.state.overlays.isEmpty)
  }

  @Test func anAnswerClosesTheMenuToo() {
    var stage = Stage()
    stage.select("cache")
    stage.press("x s y")
    #expect(stage.state.overlays.isEmpty && stage.calls.count == 1)
  }
}
