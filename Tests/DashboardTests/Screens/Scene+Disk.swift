@testable import Dashboard

extension Scene {
  /// What takes the disk, and what has happened.
  static let diskScenes: [Scene] =
    sceneSizes.flatMap { columns, rows in
      [
        Scene("disk-\(columns)x\(rows)", columns, rows) { $0.lookAtDisk() },
        Scene("disk-prune-\(columns)x\(rows)", columns, rows) { stage in
          stage.lookAtDisk()
          stage.press("G X a")
        },
        Scene("events-\(columns)x\(rows)", columns, rows) { stage in
          stage.hearEvents()
          stage.press("8")
        },
        Scene("event-\(columns)x\(rows)", columns, rows) { stage in
          stage.hearEvents()
          stage.press("8 k k <enter>")
        },
      ]
    } + [
      Scene("disk-cache-120x34", 120, 34) { stage in
        stage.lookAtDisk()
        stage.press("G")
      },
      Scene("disk-unmeasured-80x24", 80, 24) { $0.press("7") },
      Scene("events-noise-120x34", 120, 34) { stage in
        stage.hearEvents()
        stage.press("8 .")
      },
      Scene("event-history-120x34", 120, 34) { stage in
        stage.hearEvents()
        stage.press("8 k k ]")
        stage.hear(
          .document(
            .events(stage.id("shop-worker-1")),
            .success(.events([Fixture.event("create", of: "shop-worker-1")]))))
      },
    ]
}
