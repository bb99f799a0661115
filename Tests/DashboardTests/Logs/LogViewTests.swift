import EngineModel
import Testing

@testable import Dashboard

/// A log on the screen: followed, scrolled, wrapped.
@Suite struct LogViewTests {
  private func stage(_ lines: Int, _ keys: String = "<enter>") -> Stage {
    var stage = Stage()
    stage.select("cache")
    if lines > 0 { stage.log((1...lines).map { "line \($0)." }) }
    stage.press(keys)
    return stage
  }

  @Test func theEndIsShown() { #expect(stage(200).showing("line 200.")) }

  @Test func newLinesAreFollowed() {
    var stage = stage(200)
    stage.log(["newest"], from: 500)
    #expect(stage.showing("newest") && stage.showing("follow · 201 lines"))
  }

  @Test func scrollingUpPauses() {
    var stage = stage(200, "<enter> k")
    let before = stage.rows(with: "line ")
    stage.log(["newest"], from: 500)
    #expect(stage.rows(with: "line ") == before && stage.showing("paused: G follows"))
  }

  @Test func endFollowsAgain() {
    var stage = stage(200, "<enter> <ctrl-u> G")
    stage.log(["newest"], from: 500)
    #expect(stage.showing("newest"))
  }

  @Test func scrollingDownToTheEndFollowsAgain() {
    #expect(stage(200, "<enter> k k j j").state.logs.isFollowing)
  }

  @Test func homeGoesToTheFirstLine() { #expect(stage(200, "<enter> g").showing("line 1.")) }

  @Test func aPageIsAScreenButOneLine() {
    let stage = stage(500, "<enter> g <pgdown>")
    #expect(stage.showing("line \(stage.state.detailRows)."))
  }

  @Test func fStandsStill() { #expect(!stage(200, "<enter> f").state.logs.isFollowing) }

  @Test func standingStillShowsTheSameLines() {
    #expect(stage(200, "<enter> f").rows(with: "line ") == stage(200, "<enter>").rows(with: "line "))
  }

  @Test func droppedLinesAreTold() {
    var setup = DashboardSetup()
    setup.settings.logs.maximumLines = 100
    var stage = Stage(setup: setup)
    stage.select("cache")
    stage.log((1...1_300).map { "line \($0)." })
    stage.press("<enter> g")
    #expect(stage.showing("… 1,200 older lines dropped to limit memory") && stage.showing("line 1201."))
  }

  @Test func aViewStandsStillWhileOldLinesGo() {
    var setup = DashboardSetup()
    setup.settings.logs.maximumLines = 100
    var stage = Stage(setup: setup)
    stage.select("cache")
    stage.log((1...100).map { "line \($0)." })
    stage.press("<enter> k")
    stage.log((101...120).map { "line \($0)." }, from: 100)
    #expect(stage.showing("line 98.") && !stage.showing("line 120."))
  }

  @Test func longLinesAreCut() {
    var stage = stage(0)
    stage.log([String(repeating: "abcdefghij", count: 30)])
    #expect(stage.rows(with: "abcdefghij").count == 1 && stage.showing("…"))
  }

  @Test func longLinesAreWrapped() {
    var stage = stage(0, "<enter> w")
    stage.log([String(repeating: "abcdefghij", count: 30)])
    #expect(stage.rows(with: "abcdefghij").count == 4 && stage.showing("wrap"))
  }

  @Test func sidewaysShowsTheRestOfLongLines() {
    var stage = stage(0)
    stage.log([String(repeating: "x", count: 100) + "THE END"])
    #expect(!stage.showing("THE END"))
    stage.press("l")
    #expect(stage.showing("THE END"))
  }

  @Test func timesAreShownOnDemand() { #expect(stage(1, "<enter> t").showing("12:00:00.000 line 1.")) }

  @Test func timesAreInTheUsersZone() {
    var setup = DashboardSetup()
    setup.utcOffset = 3_600
    var stage = Stage(setup: setup)
    stage.select("cache")
    stage.log(["hello"])
    stage.press("<enter> t")
    #expect(stage.showing("13:00:00.000 hello"))
  }

  @Test func linesOfAStackNameTheirContainer() {
    var stage = Stage(160, 50)
    stage.press("1 G k k")
    stage.log(["from one"], of: "shop-web-1")
    stage.log(["from two"], of: "shop-web-2")
    #expect(stage.showing("web-1 from one") && stage.showing("web-2 from two"))
  }

  @Test func aLogCannotPaintOverTheScreen() {
    var stage = stage(0)
    stage.log(["\u{1B}[2J\u{1B}[H\u{1B}]52;c;ZXZpbA==\u{07}\u{9B}31mboo\u{08}\u{202E}evil"])
    #expect(!stage.frame.plainText.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!stage.frame.plainText.unicodeScalars.contains { (0x80..<0xA0).contains($0.value) })
  }

  @Test func `a line of many screens is scrolled through row by row`() {
    var stage = stage(0, "<enter> w")
    stage.log(["first", (0..<20_000).map { "\($0)," }.joined(), "the-end"])
    #expect(stage.showing("the-end") && stage.showing("19990,"))
    stage.press("g")
    #expect(stage.showing("first") && stage.showing("0,1,2,3,") && !stage.showing("the-end"))
    stage.press("j j")
    #expect(stage.state.logs.position == LogPosition(number: 1, row: 1))
    #expect(!stage.showing("0,1,2,3,"))
    stage.press("G")
    #expect(stage.showing("the-end"))
  }

  @Test func `what is on the screen is not measured again for each key`() {
    var stage = stage(0, "<enter> w")
    stage.log((0..<40).map { _ in String(repeating: "x", count: 5_000) })
    let layout = stage.state.logLayout
    stage.press("k")
    let number = stage.state.logs.topPosition(layout)!.number
    #expect(stage.state.logs.remembered.rows(of: number, columns: layout.textColumns, limit: .max) != nil)
    stage.log(["short"])
    #expect(stage.state.logs.remembered.rows(of: number, columns: layout.textColumns, limit: .max) != nil)
    stage.press("w l l")
    #expect(stage.state.logs.remembered.rows(of: number, columns: 256, limit: 1) != nil)
    stage.press("c")
    #expect(stage.state.logs.remembered.isEmpty)
  }

  @Test func clearingForgetsTheLines() {
    let stage = stage(200, "<enter> c")
    #expect(!stage.showing("line ") && stage.showing("cleared: new lines will appear here"))
  }

  @Test func anotherContainerBeginsAnew() {
    var stage = stage(200, "")
    stage.press("j")
    #expect(!stage.showing("line 200."))
  }

  @Test func aServiceOfAStackShowsItsOwnLinesOnly() {
    var stage = Stage(160, 50)
    stage.press("1 G k k k k k ]")
    #expect(stage.selected == "shop")
    stage.log(["from the database"], of: "shop-db-1")
    #expect(stage.showing("from the database"))
    stage.press("j j j")
    #expect(stage.selected == "web" && !stage.showing("from the database"))
  }

  @Test func lateLinesOfAnotherContainerAreLeftOut() {
    var stage = stage(1, "")
    let old = stage.logRequests[0]
    stage.press("j")
    stage.take(
      .logs(.lines(old, [LogLine(container: old.container, time: nil, isError: false, text: "too late")])))
    #expect(!stage.showing("too late"))
  }
}
