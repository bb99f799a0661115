import EngineModel
import Troubles

@testable import Dashboard

extension Scene {
  /// Every scene that has a golden screen.
  static let all: [Scene] =
    main + tabs + logs + logSearch + fileScenes + overlays + forms + whichKey + engines + jobs
    + stackScenes + editing + networkScenes + diskScenes + imageScenes + everyTab + contentsScenes

  private static let main: [Scene] = [
    Scene("main-80x24", 80, 24) { $0.measure() }, Scene("main-120x40") { $0.measure() },
    Scene("main-40x12", 40, 12) { $0.measure() },
    Scene("main-200x60", 200, 60) { stage in
      stage.measure()
      stage.writeLog()
    },
    Scene("main-ascii", setup: ascii) { stage in
      stage.measure()
      stage.writeLog()
    },
    .keys("main-half", "+"), .keys("main-full", "+ +"), .keys("main-full-wide", "+ +", 200, 50),
    .keys("stacks", "1 G k k z"), .keys("stacks-full", "1 + +", 160, 40),
    .keys("images-full", "3 + +", 160, 30),
    .keys("volumes-full", "4 + +", 160, 30), .keys("networks-full", "5 + +", 160, 30),
    .keys("marked", "g <space> j <space>"), .keys("filter-typed", "/ shop"),
    .keys("filter-kept", "/ db <enter>"),
    .keys("filter-broken", "/ ("), .keys("jobs", "g s y j r y"), .keys("details-80x24", "<enter>", 80, 24),
    Scene("too-small-20x5", 20, 5), Scene("smallest-40x10", 40, 10),
  ]

  private static let tabs: [Scene] = [
    .container("tab-logs", "cache", "<enter>") { $0.writeLog() },
    .container("tab-logs-wrapped", "cache", "<enter> w t") { stage in
      stage.writeLog()
      stage.press("g")
    },
    .container("tab-logs-filtered", "cache", "<enter>") { stage in
      stage.writeLog()
      stage.press("/ took <enter>")
    },
    .container("tab-stats", "shop-db-1", "]"),
    .container("tab-config", "cache", "] ]") { $0.hearDocument(of: "cache", env: ["A=1", "DB_PASSWORD=x"]) },
    .container("tab-env", "cache", "] ] ]") { $0.hearDocument(of: "cache", env: ["A=1", "DB_PASSWORD=x"]) },
    .container("tab-why", "shop-worker-1", "") { $0.hearWhy() },
    .container("log-runs", "shop-worker-1", "m") { stage in
      stage.log(["listening on :9000", "panic: out of cheese"], from: 0)
      stage.hear(.pastEnds(stage.id("shop-worker-1"), [Stage.lastEnd]))
      stage.log(["listening on :9000"], from: 9)
    },
    .container("tab-top", "cache", "] ] ] ]") { stage in
      let table = ProcessTable(
        titles: ["UID", "PID", "CMD"],
        rows: [["999", "1", "redis-server *:6379"], ["999", "4711", "redis-cli monitor"]])
      stage.hear(.processes(stage.id("cache"), .success(table)))
    },
    .keys("tab-services", "1 G k k k k k"), .keys("tab-stack-stats", "1 G k k k k k ] ]"),
    Scene("tab-stack-logs", 160, 40) { stage in
      stage.measure()
      stage.press("1 G k k")
      stage.log(["started", "listening on 80", "GET / 200"], of: "shop-web-1")
      stage.log(["started", "\u{1B}[31mno upstream\u{1B}[0m"], from: 1, of: "shop-web-2")
    },
    Scene("tab-layers") { stage in
      stage.select("redis:7", in: .images)
      stage.press("]")
      let history = [
        ImageHistoryEntry(created: Fixture.now, createdBy: "/bin/sh -c #(nop)  CMD [\"redis-server\"]"),
        ImageHistoryEntry(created: Fixture.now, createdBy: "/bin/sh -c apt-get update", size: 83_886_080),
      ]
      stage.hear(.document(.image(Fixture.imageID(of: "redis:7")), .success(.image(.null, history: history))))
    },
    Scene("tab-used-by") { stage in
      stage.select("shop_data", in: .volumes)
      stage.press("]")
    },
  ]

  private static let overlays: [Scene] = [
    .container("overlay-menu", "shop-db-1", "x"), .container("overlay-signals", "shop-db-1", "K"),
    .container("overlay-remove", "shop-db-1", "d f"),
    .container("overlay-rename", "cache", "N <ctrl-u> - <enter>"),
    .keys("overlay-bulk-stop", "* s"), .keys("overlay-prune-images", "3 X"),
    .keys("overlay-prune-volumes", "4 X a"),
    .keys("overlay-sort", "o"), .keys("overlay-palette", ":"), .keys("overlay-palette-typed", ": remove"),
    .keys("overlay-help", "?"), .keys("overlay-help-40x12", "?", 40, 12), .keys("overlay-theme", "T"),
    .container("overlay-copy", "shop-web-1", "y"),
    .container("overlay-activity", "shop-db-1", "s y r y") { stage in
      stage.answerJobs { call in if case .stop = call { .failed("permission denied") } else { .done } }
      stage.press("@")
    },
    .container("overlay-remove-40x12", "shop-db-1", "d") { $0.resize(40, 12) },
    .keys("notices", "4 d y").noticed(),
  ]

  private static let forms: [Scene] = [(160, 48), (120, 34), (80, 24), (40, 12)].map { columns, rows in
    Scene("form-\(columns)x\(rows)", columns, rows) { stage in
      stage.show(.form(Form("Run a container", .screen(.quitNow), FormTests.fields())))
      stage.press("<down> 8 x <shift-tab> r <tab>")
    }
  }

  private static let whichKey: [Scene] = [
    Scene("which-key", setup: WhichKeyTests.setup) { $0.press("Q") },
    Scene("which-key-40x12", 40, 12, setup: WhichKeyTests.setup) { $0.press("Q") },
    .keys("overlay-palette-40x12", ": rst", 40, 12),
  ]

  private func noticed() -> Scene {
    let before = play
    return Scene(name, columns, rows, setup: setup, hasEngine: hasEngine) { stage in
      before(&stage)
      stage.answerJobs { _ in .failed("volume is in use - [4711abc, 0815def]") }
      stage.take(.notice(Notice(.success, "the engine is back")))
      stage.take(.notice(Notice(.information, "copied the name")))
      stage.take(.notice(Notice(.warning, "cannot copy: the text is too long for the terminal's clipboard")))
    }
  }

  private static let trouble = Trouble(
    "cannot reach the engine at unix:///var/run/docker.sock: connection refused",
    advice: "start it with `systemctl start docker`, or name another with --host")

  private static let engines: [Scene] = [
    Scene("engine-connecting", hasEngine: false),
    Scene("engine-none", hasEngine: false) { $0.hear(.lost(trouble)) },
    Scene("engine-none-80x24", 80, 24, hasEngine: false) { $0.hear(.lost(trouble)) },
    Scene("engine-lost") { stage in
      stage.measure()
      stage.writeLog()
      stage.hear(.lost(trouble))
    },
    Scene("engine-empty", hasEngine: false) {
      $0.hear(
        .version(Fixture.version), .info(Fixture.info), .containers([]), .images([]), .volumes([]),
        .networks([]),
        .live)
    },
    Scene("read-only", setup: readOnly) { $0.press("s") },
  ]

  private static var readOnly: DashboardSetup {
    var setup = DashboardSetup()
    setup.isReadOnly = true
    return setup
  }
}
