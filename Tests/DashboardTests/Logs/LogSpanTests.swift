import EngineModel
import Testing

@testable import Dashboard

/// How much of a log is read, and what of it is shown: time span, marks, standard error, times to go to.
@Suite struct LogSpanTests {
  private func stage(_ lines: Int = 200) -> Stage {
    var stage = Stage()
    stage.clock(0)
    stage.select("cache")
    stage.log((0..<lines).map { "line \($0)." })
    stage.press("<enter>")
    return stage
  }

  @Test func `the last five minutes are read anew`() throws {
    var stage = stage()
    let before = stage.logRequests[0]
    stage.press("s 5")
    let after = stage.logRequests[0]
    #expect(after.generation > before.generation && after.window == .seconds(300) && after.since == nil)
    #expect(after.tail == 50_000 && stage.showing("last 5m") && !stage.showing("line 199."))
    stage.log(["a line of then"])
    #expect(stage.showing("a line of then"))
  }

  @Test func `everything is as much as is kept`() {
    var stage = stage()
    #expect(stage.showing("tail 1,000"))
    stage.press("s a")
    #expect(stage.logRequests[0].tail == 50_000 && stage.logRequests[0].window == nil && stage.showing("all"))
  }

  @Test func `a search stays while the span changes`() {
    var stage = stage()
    stage.press("/ 7 <enter> s h")
    stage.log(["line 7", "line 8"])
    #expect(stage.showing("line 7") && !stage.showing("line 8") && stage.showing("/7/ 1 found"))
  }

  @Test func `another container is read as the settings say`() {
    var stage = stage()
    stage.press("s 1 <esc>")
    stage.select("shop-api-1")
    #expect(stage.state.logs.span == .settings && stage.logRequests.map(\.window) == [nil])
  }

  @Test func `nothing in the span says how to read more`() {
    var stage = stage()
    stage.press("s 1")
    #expect(stage.showing("no output in the last 1m: s reads more"))
  }

  @Test func `a mark stands between old and new`() throws {
    var stage = stage(3)
    stage.press("m")
    stage.log(["fresh"], from: 50)
    let rows = try #require(stage.place(of: "marked at 12:00:00")).row
    #expect(stage.place(of: "line 2.")?.row == rows - 1 && stage.place(of: "fresh")?.row == rows + 1)
    #expect(stage.showing("4 lines"))
  }

  @Test func `a mark is seen among filtered lines`() {
    var stage = stage(30)
    stage.press("/ 7 <enter> m")
    #expect(stage.showing("marked at") && stage.showing("line 27.") && !stage.showing("line 28."))
    #expect(stage.showing("/7/ 3 found"))
  }

  @Test func `lines of before do not slip below a mark`() {
    var stage = stage(3)
    stage.press("m")
    stage.log(["late"], from: 1)
    #expect((stage.place(of: "late")?.row ?? 0) > (stage.place(of: "marked at")?.row ?? .max))
  }

  @Test func `standard error has a sign, and is shown alone`() {
    var stage = stage(3)
    stage.log(["it broke"], from: 60, isError: true)
    #expect(stage.showing("▌it broke") && stage.showing(" line 1."))
    stage.press("e")
    #expect(stage.showing("it broke") && !stage.showing("line 1.") && stage.showing("stderr only"))
    stage.log(["fine", "broke again"], from: 70, isError: true)
    stage.press("/ broke <enter>")
    #expect(stage.showing("broke again") && !stage.showing("fine") && stage.showing("/broke/ 2 found"))
    stage.press("<esc> e")
    #expect(stage.showing("line 1.") && stage.showing("fine"))
  }

  @Test func `no line of standard error says so`() {
    var stage = stage(3)
    stage.press("e")
    #expect(stage.showing("nothing went to standard error — e shows all lines"))
  }

  @Test func `a time is gone to`() {
    var stage = stage()
    stage.clock(300)
    stage.press("<ctrl-g>")
    stage.type("12:01:40")
    stage.press("<enter>")
    #expect(stage.showing("line 100.") && !stage.showing("line 199.") && !stage.state.logs.isFollowing)
  }

  @Test func `a time before the first line goes there and says so`() {
    var stage = stage()
    stage.press("<ctrl-g>")
    stage.type("-10m")
    stage.press("<enter>")
    #expect(stage.showing("line 0.") && stage.toasts.contains { $0.contains("s reads more of the log") })
  }

  @Test func `a time that is none is refused in the form`() {
    var stage = stage()
    stage.press("<ctrl-g>")
    stage.type("25:99")
    stage.press("<enter>")
    #expect(stage.showing("this is no time: write 12:03"))
  }

  @Test(arguments: [
    ("12:03", "2026-11-30T11:03:00Z"), ("23:59:07", "2026-11-29T22:59:07Z"),
    ("-10m", "2026-11-30T12:50:00Z"), ("1h30m", "2026-11-30T11:30:00Z"),
    ("2026-11-28", "2026-11-27T23:00:00Z"), ("2026-11-28 07:05", "2026-11-28T06:05:00Z"),
    ("2026-11-28T07:05:01Z", "2026-11-28T07:05:01Z"),
  ])
  func `times are read as people write them`(text: String, wanted: String) throws {
    let now = try #require(Timestamp("2026-11-30T13:00:00Z"))
    let asked = try #require(AskedTime(text))
    #expect(asked.time(now: now, zone: 3_600) == Timestamp(wanted))
  }

  @Test(arguments: [
    "", "-", "12", "12:60", "24:00", "10x", "2026-13-01", "2026-02-30", "yesterday", "1:2:3:4",
  ])
  func `other texts are no times`(text: String) { #expect(AskedTime(text) == nil) }

  @Test func `a prompt is shown, and goes on where it stands`() {
    var stage = stage(2)
    let request = stage.logRequests[0]
    func part(_ text: String) -> LogLine {
      LogLine(container: request.container, time: nil, isError: false, text: text)
    }
    stage.take(.logs(.beginning(request, part("Password: "))))
    #expect(stage.showing("Password:") && stage.showing("3 lines"))
    stage.take(.logs(.beginning(request, part("Password: again? "))))
    stage.log(["Password: again? no"], from: 9)
    #expect(stage.rows(with: "Password").count == 1 && stage.showing("again? no") && stage.showing("3 lines"))
  }

  @Test func `the border below says what has room`() {
    var stage = stage(3)
    stage.press("/ line <enter> e")
    stage.resize(40, 12)
    #expect(stage.lines.contains { $0.contains("found") || $0.contains("stderr only") })
  }
}
