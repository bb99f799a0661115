import EngineModel
import Testing

@testable import Dashboard

/// A pattern in a log: hiding what does not match, or going from match to match.
@Suite struct LogSearchTests {
  private func stage(_ lines: [String], _ keys: String) -> Stage {
    var stage = Stage()
    stage.select("cache")
    stage.log(lines)
    stage.press("<enter>")
    stage.press(keys)
    return stage
  }

  private static let hundred = (1...100).map { $0 % 10 == 0 ? "error \($0)." : "fine \($0)." }

  @Test func aFilterHidesTheOthers() {
    let stage = stage(Self.hundred, "/ error <enter>")
    #expect(!stage.showing("fine") && stage.showing("error 10."))
  }

  @Test func theFooterCountsWhatWasFound() {
    #expect(stage(Self.hundred, "/ error <enter>").showing("filter /error/ 10 found"))
  }

  @Test func newLinesAreFilteredToo() {
    var stage = stage(Self.hundred, "/ error <enter>")
    stage.log(["fine again", "error again"], from: 500)
    #expect(stage.showing("error again") && !stage.showing("fine again"))
  }

  @Test func aSearchHidesNothing() {
    #expect(stage(Self.hundred, "/ error <ctrl-s> <enter>").showing("fine 99."))
  }

  @Test func nGoesToTheNextMatch() {
    let stage = stage(Self.hundred, "/ error <ctrl-s> <enter> g n n")
    #expect(stage.state.logs.search.current.map { stage.state.logs.buffer[$0].text } == "error 20.")
  }

  @Test func capitalNGoesBack() {
    let stage = stage(Self.hundred, "/ error <ctrl-s> <enter> g n n N")
    #expect(stage.state.logs.search.current.map { stage.state.logs.buffer[$0].text } == "error 10.")
  }

  @Test func afterTheLastMatchComesTheFirst() {
    let stage = stage(Self.hundred, "/ error <ctrl-s> <enter> g N n")
    #expect(stage.state.logs.search.current.map { stage.state.logs.buffer[$0].text } == "error 10.")
  }

  @Test func aMatchIsPutOnTheScreen() {
    #expect(stage(Self.hundred, "/ error <ctrl-s> <enter> g n").showing("error 10."))
  }

  @Test func withoutASearchThereIsNoNextMatch() {
    #expect(stage(Self.hundred, "n").toasts == ["Next match: no search: / starts one"])
  }

  @Test func coloursDoNotHideAMatch() {
    #expect(stage(["er\u{1B}[31mror\u{1B}[0m"], "/ error <enter>").showing("error"))
  }

  @Test func nothingFoundSaysHowToGoBack() {
    #expect(stage(Self.hundred, "/ zzz <enter>").showing("no line matches /zzz/ — esc clears the filter"))
  }

  @Test func anInvalidPatternSaysSo() {
    #expect(stage(Self.hundred, "/ (").showing("missing closing parenthesis at position 2"))
  }

  @Test func aPatternThatTakesForEverIsCutOff() {
    var stage = stage((1...60).map { "\(String(repeating: "a", count: 60))! \($0)" }, "/")
    stage.type("(a+)+$")
    finishScan(&stage)
    #expect(stage.showing("pattern takes too long to match: gave up"))
  }

  @Test func afterACutOffTheLogIsShownAgain() {
    var stage = stage((1...60).map { "\(String(repeating: "a", count: 60))! \($0)" }, "/")
    stage.type("(a+)+$")
    finishScan(&stage)
    #expect(stage.showing("aaa! 60"))
  }

  /// Gives the scan its turns until it has seen all lines.
  private func finishScan(_ stage: inout Stage) {
    while stage.state.logs.isScanning {
      guard case .after(0, let action)? = stage.effects.last else {
        Issue.record("the scan stopped")
        return
      }
      stage.take(.delayed(action))
    }
  }

  @Test func aPatternThatTriesMuchEverywhereLetsKeysThrough() {
    let line = String(repeating: "abcdefghij", count: 50_000)
    var stage = stage(Array(repeating: line, count: 10) + ["the end 7"], "/")
    stage.type("[a-z]{0,30}[a-z]{0,30}[0-9]")
    #expect(stage.state.logs.isScanning)
    stage.press("<esc>")
    #expect(!stage.state.logs.isScanning && stage.showing("the end 7"))
  }

  @Test func aLongLogIsSearchedInSlices() throws {
    var stage = stage((1...50_000).map { "line \($0)" }, "/")
    stage.type("7")
    #expect(stage.state.logs.isScanning)
    finishScan(&stage)
    #expect(stage.state.logs.matches.count == (1...50_000).count { "\($0)".contains("7") })
  }

  @Test func keysComeBetweenTheSlices() {
    var stage = stage((1...50_000).map { "line \($0)" }, "/")
    stage.type("7")
    let old = stage.effects.last
    stage.type("77")
    guard case .after(0, let action)? = old else {
      Issue.record("no slice")
      return
    }
    let before = stage.effects.count
    stage.take(.delayed(action))
    #expect(stage.effects.count == before)
  }
}
