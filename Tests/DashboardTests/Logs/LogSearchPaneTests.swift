import EngineModel
import TerminalUI
import Testing
import Troubles

@testable import Dashboard

/// A search through the logs of many containers.
@Suite struct LogSearchPaneTests {
  /// A dashboard that searches for `timeout` in the logs of all containers.
  private func searching(_ columns: Int = 160, _ rows: Int = 48) -> Stage {
    var stage = Stage(columns, rows)
    stage.searchLogs(for: "timeout")
    return stage
  }

  @Test func theShownContainersAreSearchedSinceTenMinutesAgo() throws {
    var stage = Stage(160, 48)
    stage.clock(0)
    stage.press("2 / s t a c k : s h o p <enter> \\")
    #expect(stage.showing("Search the logs of") && stage.showing("(stack:shop)"))
    stage.type("timeout")
    stage.press("<ctrl-s>")
    let request = try #require(stage.search)
    #expect(request.pattern == "timeout" && request.since == Fixture.now.adding(seconds: -600))
    #expect(request.containers == stage.state.panes[.containers].rows.compactMap(\.containerID))
    #expect(stage.state.activePane == .logSearch)
  }

  @Test func whatCannotBeSearchedForIsRefused() {
    var stage = Stage(160, 48)
    stage.clock(0)
    stage.press("\\")
    stage.type("(")
    stage.press("<ctrl-s>")
    #expect(stage.search == nil && stage.showing("missing closing parenthesis"))
    stage.press("<backspace>")
    stage.press("<ctrl-s>")
    #expect(stage.search == nil)
    stage.type("x")
    stage.press("<tab>")
    stage.type("noon")
    stage.press("<ctrl-s>")
    #expect(stage.search == nil && stage.showing("this is no time"))
  }

  @Test func theLastSearchIsOfferedAgain() throws {
    var stage = searching()
    stage.press("\\ <ctrl-s>")
    #expect(stage.search?.pattern == "timeout" && stage.search?.serial == 2)
    stage.press("r")
    #expect(stage.search?.serial == 3)
  }

  @Test func whatIsFoundComesFirstAndStaysWhereItIs() {
    var stage = searching()
    stage.found(["a timeout"], in: "shop-web-1")
    #expect(stage.names(.logSearch).first == "shop-web-1" && stage.selected == "shop-web-1")
    stage.found(["another timeout", "timeout again"], in: "cache")
    #expect(stage.names(.logSearch).prefix(2) == ["shop-web-1", "cache"])
    #expect(stage.selected == "shop-web-1" && stage.showing("3 found"))
  }

  @Test func matchesStandAmongTheLinesAroundThem() {
    var stage = searching()
    stage.foundAround()
    let rows = stage.lines
    let match = rows.firstIndex { $0.contains("upstream timeout after 3 s") }
    #expect(match.map { rows[$0 - 1].contains("GET /cart") && rows[$0 + 1].contains("giving up") } == true)
    #expect(stage.showing("/timeout/ 2 found, since 10m"))
  }

  @Test func theyAreFilteredByWhatWasFoundAndAsContainers() {
    var stage = searching()
    stage.found(["a timeout"], in: "cache")
    stage.found(["a timeout"], in: "shop-web-1")
    stage.press("/")
    stage.type("found:yes stack:shop")
    stage.press("<enter>")
    #expect(stage.names(.logSearch) == ["shop-web-1"])
  }

  @Test func moreThanIsKeptIsSaid() {
    var stage = searching()
    stage.found((1...1_000).map { "timeout \($0)" }, in: "cache", matches: 20_413)
    #expect(stage.showing("first 1,000 shown of 20,413"))
  }

  @Test func aLogForWhichThereWasNoRoomIsSaid() {
    var stage = searching()
    stage.found([], in: "cache", matches: 12)
    stage.hear(.search(.done(1, stage.id("cache"), nil)))
    #expect(
      stage.showing("first 0 shown of 12") && stage.showing("more was found in other logs than is kept"))
  }

  @Test func logsThatCannotBeReadAreSaid() {
    var stage = searching()
    let trouble = Trouble("cannot read the log", why: "the logging driver none keeps none")
    stage.hear(.search(.done(1, stage.id("cache"), trouble)))
    #expect(stage.names(.logSearch).first == "cache" && stage.showing("cannot"))
    #expect(stage.showing("the logging driver none keeps none"))
  }

  @Test func escapeEndsTheSearchAtOnce() {
    var stage = searching()
    stage.found(["a timeout"], in: "cache")
    #expect(stage.state.engineStreams.contains { if case .logSearch = $0 { true } else { false } })
    stage.press("<esc>")
    #expect(!stage.state.engineStreams.contains { if case .logSearch = $0 { true } else { false } })
    #expect(stage.state.activePane == .logSearch && stage.showing("stopped at 0 of 11"))
    stage.found(["a late timeout"], in: "cache", matches: 2)
    #expect(!stage.showing("a late timeout"))
    stage.press("<esc>")
    #expect(stage.state.activePane == .containers)
  }

  @Test func aLostEngineEndsTheSearch() {
    var stage = searching()
    stage.hear(.lost(Trouble("gone")))
    #expect(stage.showing("broken off at 0 of 11"))
    stage.hear(.live)
    #expect(!stage.state.engineStreams.contains { if case .logSearch = $0 { true } else { false } })
  }

  @Test func enterGoesToTheLineInItsLog() throws {
    var stage = searching()
    stage.foundAround()
    stage.press("<enter> j <enter>")
    #expect(stage.state.activePane == .containers && stage.selected == "cache")
    let request = try #require(stage.logRequests.first { $0.container == stage.id("cache") })
    let time = Fixture.now.adding(seconds: 40)
    #expect(request.since == time.adding(seconds: -60))
    stage.log((0..<60).map { $0 == 40 ? "timeout here" : "row \($0)." })
    #expect(stage.showing("timeout here") && stage.showing("search /timeout/ 1 found"))
    #expect(stage.showing("row 39.") && stage.showing("paused"))
    // More of the same log is searched as before, the next log is filtered again.
    stage.press("s a")
    #expect(stage.state.logs.mode == .search && stage.state.logs.search.text == "timeout")
    stage.press("<esc> <esc> k")
    #expect(stage.state.logs.mode == .filter)
  }

  @Test func theLineIsFoundAmongOthersOfLaterTimes() {
    var stage = searching()
    stage.foundAround()
    stage.press("<enter> j <enter>")
    // The two outputs come side by side: what is later may come first.
    stage.log((0..<400).map { "row \($0)." }, from: 41)
    stage.log(["timeout here"], from: 40, isError: true)
    stage.log((400..<800).map { "row \($0)." }, from: 39)
    #expect(stage.showing("timeout here"))
  }

  @Test func aLineThatWasGoneToIsNotPushedOut() {
    var setup = DashboardSetup()
    setup.settings.logs.maximumLines = 1_000
    var stage = Stage(160, 48, setup: setup)
    stage.searchLogs(for: "timeout")
    stage.foundAround()
    stage.press("<enter> <enter>")
    for start in 0..<10 {
      guard !stage.logRequests.isEmpty else { break }
      stage.log(
        (0..<500).map { $0 == 7 && start == 0 ? "upstream timeout after 3 s" : "row \(start * 500 + $0)." },
        from: Int64(start * 500))
    }
    #expect(stage.logRequests.isEmpty && stage.showing("upstream timeout") && stage.showing("cut here"))
  }

  @Test func whoComesBackStandsWhereTheyWere() {
    var stage = searching()
    stage.foundAround()
    stage.press("<enter> j")
    let cursor = stage.state.shared.details.cursor
    stage.press("<enter> 9 <enter>")
    #expect(cursor > 0 && stage.state.shared.openableCursor == cursor)
  }

  @Test func aContainerThatIsGoneIsSaid() {
    var stage = searching()
    stage.foundAround()
    stage.hear(.containers(Fixture.containers.filter { $0.name != "cache" }))
    #expect(stage.names(.logSearch).first == "cache")
    stage.press("<enter> <enter>")
    #expect(stage.toasts.contains { $0.contains("is gone, and its log with it") })
  }

  @Test func hostileTextIsHarmless() {
    var stage = searching()
    stage.found(["timeout \u{1B}[2J\u{1B}]0;x\u{7} \u{202E}end"], in: "cache")
    #expect(!stage.frame.plainText.contains("\u{1B}") && !stage.frame.plainText.contains("\u{202E}"))
  }
}

/// How much of what is found is kept.
@Suite struct FoundRoomTests {
  private func line(_ text: String, isMatch: Bool = true) -> FoundLine {
    FoundLine(text, time: nil, isError: false, isMatch: isMatch, followsGap: false)
  }

  @Test func aLogHasItsShareAndAllHaveTheirs() {
    var room = FoundRoom()
    let lines = (0..<5_000).map { line("match \($0)") }
    var sum = 0
    for _ in 0..<20 {
      var (kept, isFull) = (0, false)
      let shown = room.keep(lines, &kept, &isFull)
      #expect(shown.count == kept && kept <= FoundRoom.mostOfOne && isFull)
      sum += kept
    }
    #expect(sum == FoundRoom.mostOfAll)
  }

  @Test func longLinesAreCutAndCounted() {
    var room = FoundRoom()
    let long = String(repeating: "é", count: 1 << 19)
    var shown = 0
    for _ in 0..<10 {
      var (kept, isFull) = (0, false)
      let lines = room.keep(Array(repeating: line(long), count: 1_000), &kept, &isFull)
      #expect(lines.allSatisfy { $0.text.utf8.count < FoundRoom.longestLine + 40 })
      shown += lines.count
    }
    #expect(shown * FoundRoom.longestLine <= FoundRoom.mostBytes + FoundRoom.longestLine * 2 && shown > 1_000)
  }

  @Test func nothingIsKeptBehindAMatchThatWasNot() {
    var room = FoundRoom()
    var (kept, isFull) = (FoundRoom.mostOfOne - 1, false)
    let shown = room.keep(
      [line("a"), line("b", isMatch: false), line("c"), line("d", isMatch: false)], &kept, &isFull)
    #expect(shown.map(\.text) == ["a", "b"] && isFull)
    #expect(room.keep([line("e", isMatch: false)], &kept, &isFull).isEmpty)
  }
}

extension Stage {
  /// The last search through logs.
  var search: LogSearchRequest? { state.shared.engines[.first].search.request }

  /// Searches the logs of all containers.
  mutating func searchLogs(for pattern: String) {
    clock(0)
    press("\\")
    type(pattern)
    press("<ctrl-s>")
  }

  /// Lets the search find lines, all of them matches.
  mutating func found(_ texts: [String], in name: String, matches: Int? = nil) {
    let lines = texts.enumerated().map { index, text in
      FoundLine(
        text, time: Fixture.now.adding(seconds: Int64(index)), isError: false, isMatch: true,
        followsGap: false)
    }
    hear(.search(.found(search?.serial ?? 0, id(name), lines, matches: matches ?? lines.count, lines: 2_000)))
  }

  /// Lets the search find two lines of the cache, among others.
  mutating func foundAround() {
    func line(
      _ second: Int64, _ text: String, isMatch: Bool = false, isError: Bool = false, gap: Bool = false
    )
      -> FoundLine
    {
      FoundLine(
        text, time: Fixture.now.adding(seconds: second), isError: isError, isMatch: isMatch, followsGap: gap)
    }
    let lines = [
      line(6, "GET /cart 200 12ms"), line(7, "upstream timeout after 3 s", isMatch: true, isError: true),
      line(8, "giving up", isError: true), line(38, "GET /cart 200 11ms", gap: true),
      line(40, "timeout here", isMatch: true), line(41, "GET / 200 1ms"),
    ]
    hear(.search(.found(search?.serial ?? 0, id("cache"), lines, matches: 2, lines: 1_204)))
  }
}
