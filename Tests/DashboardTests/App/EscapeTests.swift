import Testing

@testable import Dashboard

/// `esc` takes back the nearest thing, one at a time.
@Suite struct EscapeTests {
  @Test func anOverlayGoesFirst() {
    var stage = Stage()
    stage.press("<space> ? <esc>")
    #expect(stage.state.overlays.isEmpty && !stage.state.panes[.containers].marks.isEmpty)
  }

  @Test func thenTheDetailsGiveTheKeysBack() {
    var stage = Stage()
    stage.press("<space> <enter> <esc>")
    #expect(stage.state.focus == .list && !stage.state.panes[.containers].marks.isEmpty)
  }

  @Test func aSearchInTheDetailsGoesBeforeTheirFocus() {
    var stage = Stage()
    stage.press("<enter> / abc <enter> <esc>")
    #expect(stage.state.focus == .details && !stage.state.logs.search.isActive)
  }

  @Test func thenTheMarksGo() {
    var stage = Stage()
    stage.press("/ shop <enter> <space> <esc>")
    #expect(stage.state.panes[.containers].marks.isEmpty)
    #expect(stage.state.panes[.containers].filter == "shop")
  }

  @Test func thenTheFilterGoes() {
    var stage = Stage()
    stage.press("/ shop <enter> + <esc>")
    #expect(stage.state.panes[.containers].filter.isEmpty)
    #expect(stage.state.screenMode == .half)
  }

  @Test func thenTheScreenModeGoes() {
    var stage = Stage()
    stage.press("+ <esc>")
    #expect(stage.state.screenMode == .side)
  }

  @Test func fullScreenLogsGoBackToTheModeBefore() {
    var stage = Stage()
    stage.press("+ m <esc>")
    #expect(stage.state.screenMode == .half && stage.state.focus == .list)
  }

  @Test func escapeNeverQuits() {
    var stage = Stage()
    stage.press("<esc> <esc> <esc>")
    #expect(stage.effects.isEmpty)
  }

  @Test(arguments: ["q", "<ctrl-c>"])
  func quitQuits(key: String) {
    var stage = Stage()
    stage.press(key)
    #expect(stage.effects == [.quit])
  }

  @Test func controlCInAnOverlayOnlyCloses() {
    var stage = Stage()
    stage.press("? <ctrl-c>")
    #expect(stage.effects.isEmpty && stage.state.overlays.isEmpty)
  }

  @Test func theEndOfTheTerminalQuits() {
    var stage = Stage()
    stage.take(.input(.end))
    #expect(stage.effects == [.quit])
  }
}
