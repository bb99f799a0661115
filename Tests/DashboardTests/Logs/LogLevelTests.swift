import Testing

@testable import Dashboard

/// What lines say of themselves: levels, and the fields of structured ones.
@Suite struct LogLevelTests {
  @Test(arguments: [
    ("2026-11-30 12:00:00 INFO started", LogLevel.info), ("[error] cannot bind", .error),
    ("WARNING:root:x", .warning),
    ("error: no such file", .error), ("panic: out of cheese", .fatal),
    ("E1124 12:00:00.1 x.go:1] failed", .error),
    ("level=warn msg=x", .warning), (#"{"level":"error","msg":"x"}"#, .error),
    (#"{"level":50,"msg":"x"}"#, .error),
    (#"{"a":1,"severity":"CRITICAL"}"#, .fatal), ("\u{1B}[32mDEBUG\u{1B}[0m x", .debug),
    ("a [trace] b", .trace),
  ])
  func `levels are found`(line: String, level: LogLevel) { #expect(LogLevel.of(line) == level) }

  @Test(arguments: [
    "", "all is fine", "no error here", "ERROR_LOG=/tmp/x", "GET /error/info 200", #"{"error":"none"}"#,
    "INFORMATION-X",
    "took 50 ms", "level of water",
  ])
  func `other lines have none`(line: String) { #expect(LogLevel.of(line) == nil) }

  @Test func `JSON is taken apart`() throws {
    let fields = try #require(
      LogFields(#" {"ts":1,"LEVEL":"Warn","message":"hi","n":{"a":[1,"b"]},"ok":true}"#))
    #expect(fields.level == .warning && fields.time == "1" && fields.message == "hi")
    #expect(
      fields.rest == [.init(name: "n", value: #"{a:[1,"b"]}"#), .init(name: "ok", value: "true")])
  }

  @Test func `logfmt is taken apart`() throws {
    let fields = try #require(LogFields(#"level=info msg="it \"works\"" n=1"#))
    #expect(fields.level == .info && fields.message == #"it "works""# && fields.rest.map(\.value) == ["1"])
  }

  @Test(arguments: ["{", "{}", "[1]", "a=1 and more", "a=1", #"a="open b=2"#, "plain", ""])
  func `other lines stay as they are`(line: String) { #expect(LogFields(line) == nil) }

  @Test func `a line of a megabyte stays as it is`() {
    #expect(LogFields(#"{"msg":""# + String(repeating: "x", count: 1 << 20) + #""}"#) == nil)
  }

  @Test func `deep nesting does no harm`() {
    #expect(LogFields(#"{"a":"# + String(repeating: "[", count: 8_000)) == nil)
  }

  private func stage(_ keys: String, fields: [String] = []) -> Stage {
    var setup = DashboardSetup()
    setup.settings.logs.fields = fields
    var stage = Stage(setup: setup)
    stage.select("cache")
    stage.log([
      #"{"ts":"2026-11-24T12:00:07.5Z","level":"info","msg":"request","path":"/cart","status":200}"#,
      "a plain line",
    ])
    stage.press("<enter>")
    stage.press(keys)
    return stage
  }

  @Test func `level, time and message come first`() {
    #expect(stage("").showing("INFO  12:00:07.500 request path=/cart status=200"))
  }

  @Test func `only chosen fields follow`() {
    let stage = stage("", fields: ["status", "absent"])
    #expect(stage.showing("request status=200") && !stage.showing("path="))
  }

  @Test func `a line is folded open, and shown as it came`() {
    let open = stage("p")
    #expect(open.showing("  path: /cart") && open.showing("  status: 200") && open.showing("a plain line"))
    let raw = stage("p p")
    #expect(raw.showing(#"{"ts":"2026-11-24T12:00:07.5Z""#) && raw.showing("raw"))
    #expect(stage("p p p").showing("request path=/cart"))
  }

  @Test func `an open log is scrolled row by row`() {
    var stage = stage("p")
    stage.log((0..<60).map { #"{"msg":"number \#($0)","a":1,"b":2}"# }, from: 5)
    #expect(stage.showing("number 59") && !stage.showing("number 40"))
    stage.press("k")
    #expect(!stage.state.logs.isFollowing)
    stage.press("g j j j")
    #expect(stage.showing("a plain line") && stage.showing("number 0"))
    stage.press("G")
    #expect(stage.state.logs.isFollowing && stage.showing("number 59"))
  }

  @Test func `a pattern looks at the line as it came`() {
    #expect(stage("/ \"status\":200 <enter>").showing("request path=/cart"))
  }
}
