import EngineModel
import Troubles

@testable import Dashboard

extension Scene {
  /// A search through all logs: asked for, under way, ended, and what it has found.
  static let logSearch: [Scene] = [(160, 48), (120, 34), (80, 24), (40, 12)].flatMap { columns, rows in
    [
      Scene("log-search-form-\(columns)x\(rows)", columns, rows) { stage in
        stage.clock(0)
        stage.press("\\")
        stage.type("time ?out")
      },
      Scene("log-search-\(columns)x\(rows)", columns, rows) { stage in
        stage.searchAll()
      },
      Scene("log-search-matches-\(columns)x\(rows)", columns, rows) { stage in
        stage.searchAll()
        for name in ["shop-web-1", "shop-api-1"] { stage.hear(.search(.done(1, stage.id(name), nil))) }
        stage.hear(.search(.ended(1, nil)))
        stage.press("<enter> j")
      },
    ]
  }
}

extension Stage {
  /// A search that has found some of what there is.
  fileprivate mutating func searchAll() {
    searchLogs(for: "time ?out")
    foundAround()
    hear(.search(.done(1, id("cache"), nil)))
    found((1...1_000).map { "request \($0) ended with a timeout" }, in: "shop-worker-1", matches: 20_413)
    found(["timeout"], in: "shop-web-2")
    hear(
      .search(.done(1, id("shop-db-1"), Trouble("cannot read the log", why: "its logging driver keeps none")))
    )
    hear(.search(.found(1, id("shop-web-1"), [], matches: 0, lines: 12_000)))
    hear(.search(.done(1, id("shop-web-1"), nil)))
  }
}
