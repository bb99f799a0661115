import EngineModel
import Testing

@testable import Dashboard

/// A log that is written to a file, or handed to a pager.
@Suite struct LogSavingTests {
  private func logging(_ setup: DashboardSetup = DashboardSetup()) -> Stage {
    var stage = Stage(120, 34, setup: setup)
    stage.clock(100)
    stage.select("cache")
    stage.log(["one", "two: timeout", "three"])
    stage.log(["four: timeout"], from: 3, isError: true)
    stage.press("<enter>")
    return stage
  }

  private func saved(_ stage: Stage) -> (SavedLog, TargetFile)? {
    stage.engineEffects.lazy.compactMap { effect in
      if case .transfer(.saveLog(let log, let file), _) = effect { (log, file) } else { nil }
    }.first
  }

  @Test func theShownLinesAreSaved() throws {
    var stage = logging()
    stage.press("/ t i m e o u t <enter> e S")
    #expect(stage.showing("Save the log of cache") && stage.showing("cache.log"))
    stage.press("<ctrl-s>")
    let (log, file) = try #require(saved(stage))
    #expect(log.since == Fixture.now && log.until == nil && log.pattern == "timeout" && log.errorsOnly)
    #expect(!log.hasTimes && log.sources.map(\.container) == [stage.id("cache")] && !file.replaces)
    #expect(stage.state.jobs.last?.command == "docker logs --since 2026-11-24T12:00:00Z cache")
  }

  @Test func allThereIsIsSavedWhereItIsAskedFor() throws {
    var stage = logging()
    stage.press("/ t i m e o u t <enter> S <enter> <space> <enter> <space> <ctrl-s>")
    let (log, _) = try #require(saved(stage))
    #expect(log.since == nil && log.pattern == nil && log.hasTimes)
  }

  @Test func aSearchHidesNothing() throws {
    var stage = logging()
    stage.press("<ctrl-s> / t i m e o u t <enter> S <ctrl-s>")
    #expect(try #require(saved(stage)).0.pattern == nil)
  }

  @Test func readOnlyModeWritesNothing() {
    var setup = DashboardSetup()
    setup.isReadOnly = true
    var stage = logging(setup)
    stage.press("S")
    #expect(stage.toasts.contains { $0.contains("read-only") } && saved(stage) == nil)
  }

  @Test func whatIsThereIsReplacedOnlyWhenAsked() throws {
    var stage = logging()
    stage.press("S <ctrl-s>")
    stage.end(.fileExists("/srv/cache.log"))
    #expect(stage.showing("Replace the file?"))
    stage.forgetEffects()
    stage.press("y")
    #expect(try #require(saved(stage)).1.replaces)
  }

  @Test func thePagerGetsTheShownLinesFromWhereOneStands() throws {
    var stage = logging()
    stage.press("/ t i m e o u t <enter> g o")
    let log = try #require(stage.paged)
    #expect(log.text(colours: true) == "two: timeout\nfour: timeout\n" && log.first == 1)
    stage.press("G o")
    #expect(stage.paged?.first == nil)
  }

  @Test func thePagerGetsNothingThatCommandsATerminal() throws {
    var stage = logging()
    stage.press("c")
    stage.log([
      "\u{1B}[31mred\u{1B}[0m \u{1B}[2J\u{1B}]8;;http://x\u{7}link\u{1B}]8;;\u{7} \u{9B}5n\u{8}\ttab\u{202E}",
      "\u{1B}[1;38:5:1mopen", "\u{1B}[6n\u{1B}Pq\u{1B}\\plain",
    ])
    stage.press("o")
    let log = try #require(stage.paged)
    let lines = log.text(colours: true).split(separator: "\n").map(String.init)
    #expect(lines[0] == "\u{1B}[31mred\u{1B}[0m link \\u0008\ttab\\u202e\u{1B}[m")
    #expect(lines[1] == "\u{1B}[1;38:5:1mopen\u{1B}[m" && lines[2] == "plain")
    #expect(!log.text(colours: false).contains("\u{1B}"))
  }

  @Test func namesAndTimesStandBeforeTheLinesOfSeveral() throws {
    var stage = Stage(120, 34)
    stage.clock(100)
    stage.press("1 g j j m t")
    stage.log(["a line"], of: "shop-web-1")
    stage.press("o")
    let text = try #require(stage.paged).text(colours: true)
    #expect(text == "12:00:00.000 web-1: a line\n")
  }
}

extension Stage {
  /// What the pager was given last.
  fileprivate var paged: PagedLog? {
    effects.lazy.reversed().compactMap { if case .page(let log) = $0 { log } else { nil } }.first
  }
}
