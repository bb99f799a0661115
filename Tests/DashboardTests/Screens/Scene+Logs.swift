import EngineModel

@testable import Dashboard

extension Scene {
  /// Logs with all that is told apart in them.
  static let logs: [Scene] =
    streams + [
      Scene("log-structured") { $0.writeStructured() },
      Scene("log-structured-open") { stage in
        stage.writeStructured()
        stage.press("p w")
      },
      Scene("log-structured-raw") { stage in
        stage.writeStructured()
        stage.press("p p")
      },
      Scene("log-structured-40x12", 40, 12) { $0.writeStructured() },
    ]

  private static let streams: [Scene] = sizes.flatMap { columns, rows in
    [
      Scene("log-streams-\(columns)x\(rows)", columns, rows) { $0.writeStreams() },
      Scene("log-rate-\(columns)x\(rows)", columns, rows) { stage in
        stage.select("cache")
        stage.writeBursts()
        stage.press("<enter> <ctrl-b> <ctrl-b> <ctrl-b> <ctrl-b> <ctrl-b> <ctrl-b>")
      },
      Scene("log-save-\(columns)x\(rows)", columns, rows) { stage in
        stage.writeStreams()
        stage.press("S")
      },
      Scene("log-since-\(columns)x\(rows)", columns, rows) { stage in
        stage.writeStreams()
        stage.press("s")
      },
    ]
  }

  private static let sizes = [(160, 48), (120, 34), (80, 24), (40, 12)]
}

extension Stage {
  /// Output, errors, and a mark between old and new.
  fileprivate mutating func writeStreams() {
    clock(0)
    select("cache")
    log(["listening on :6379", "GET /cart 200 12ms", "GET /cart 200 11ms"])
    log(["connection reset by peer"], from: 3, isError: true)
    press("<enter> m")
    log(["GET /cart 502 3ms"], from: 4)
    log(
      ["upstream is gone, tried 3 times, the last one after 1.5 s of waiting for an answer"], from: 5,
      isError: true)
  }

  /// Lines for machines among lines for people.
  fileprivate mutating func writeStructured() {
    clock(0)
    select("cache")
    log([
      "2026-11-24 12:00:00 INFO  starting", "[error] cannot bind",
      "E1124 12:00:00.123 reflector.go: list failed",
      #"{"level":"info","ts":1764504000.5,"msg":"request","method":"GET","path":"/cart","status":200}"#,
      #"{"time":"2026-11-24T12:00:01Z","level":"error","msg":"boom","stack":"main.go:1\nmain.go:2","tags":["a","b"]}"#,
      #"{"level":30,"time":1764504000500,"msg":"pino","pid":7}"#,
      #"time="2026-11-24T12:00:02Z" level=warning msg="disk is nearly full" free=12M path=/data"#,
      #"{"broken": "#, #"{"msg":"\u001b[31mred\u001b[2J evil","level":"debug"}"#,
    ])
    press("<enter>")
  }
}
