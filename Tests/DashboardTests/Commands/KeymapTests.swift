import Preferences
import TerminalUI
import Testing
import YAMLDocument

@testable import Dashboard

/// Which key asks for what.
@Suite struct KeymapTests {
  private func settings(_ keys: [(String, [String])]) -> Settings {
    var settings = Settings()
    settings.keys = keys.enumerated().map { index, entry in
      let position = YAMLPosition(line: index + 2, column: 3)
      return KeyBinding(
        command: entry.0, keys: entry.1.map { KeyBinding.Key(name: $0, position: position) },
        file: "davit.yaml",
        position: position)
    }
    return settings
  }

  private func problems(_ keys: [(String, [String])]) -> [String] {
    Features.standard.keymap.overridden(by: settings(keys), .standard).problems
  }

  private func stage(_ keys: [(String, [String])]) -> Stage {
    var setup = DashboardSetup()
    setup.settings = settings(keys)
    return Stage(setup: setup)
  }

  @Test func theStandardKeysDoNotClash() { #expect(problems([]) == []) }

  @Test func anOwnKeyWorks() {
    var stage = stage([("screen.help", ["f1"])])
    stage.press("<f1>")
    #expect(stage.showing("Here, in Containers"))
  }

  @Test func anOwnKeyReplacesTheStandardOnes() {
    var stage = stage([("screen.help", ["f1"])])
    stage.press("?")
    #expect(stage.state.overlays.isEmpty)
  }

  @Test func aSequenceWaitsForItsEnd() {
    var stage = stage([("list.last", ["g e"]), ("list.first", ["g g"])])
    stage.press("g")
    #expect(stage.state.panes[.containers].selectionIndex == 0)
    stage.press("e")
    #expect(stage.selected == stage.names(.containers).last)
  }

  @Test func aBegunSequenceIsShown() {
    var stage = stage([("list.last", ["g e"]), ("list.first", ["g g"])])
    stage.press("g")
    #expect(stage.lines.last?.hasSuffix("g") == true)
  }

  @Test func aKeyThatDoesNotGoOnMeansItself() {
    var stage = stage([("list.first", ["g g"])])
    stage.press("g j")
    #expect(stage.state.panes[.containers].selectionIndex == 1)
  }

  @Test func anUnknownCommandIsAnsweredWithTheNearest() {
    #expect(problems([("container.stpo", ["s"])]).first?.contains("container.stop") == true)
  }

  @Test func anUnknownKeyIsToldWithItsLine() {
    let problem = problems([("container.stop", ["hyper-s"])]).first ?? ""
    #expect(problem.contains("davit.yaml:2") && problem.contains("hyper-s"))
  }

  @Test func aClashIsTold() {
    #expect(
      problems([("container.start", ["s"])]) == ["key s: bound to both container.stop and container.start"])
  }

  @Test func aSequenceThatAShorterOneHidesIsTold() {
    #expect(
      problems([("list.first", ["g g"]), ("list.last", ["g"])]) == [
        "keys g g of list.first: g alone is list.last, so they can never be reached"
      ])
  }

  @Test func theSameKeyInOtherPanesIsNoClash() {
    #expect(problems([("volume.remove", ["D"]), ("image.remove", ["D"])]) == [])
  }

  @Test func problemsStayUntilTheFirstKey() {
    var stage = stage([("container.stpo", ["s"])])
    #expect(stage.showing("container.stpo"))
    stage.press("j")
    #expect(!stage.showing("container.stpo"))
  }

  @Test func theFooterShowsOwnKeys() {
    #expect(stage([("screen.help", ["f1"])]).lines.last?.contains("f1 help") == true)
  }

  @Test func aKeyOfTheLogsWinsOverOneOfAllDetails() {
    var stage = stage([("logs.follow", ["n"])])
    stage.log((1...100).map { "line \($0)" })
    stage.press("<enter> n")
    #expect(!stage.state.logs.isFollowing)
  }
}
