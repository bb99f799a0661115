import EngineModel
import Troubles

@testable import Dashboard

/// The sizes at which every pane and tab is looked at.
let sceneSizes = [(160, 48), (120, 34), (80, 24), (40, 12)]

extension Scene {
  /// Networks and volumes: who is in them, and how they are made.
  static let networkScenes: [Scene] =
    sceneSizes.flatMap { columns, rows in
      [
        Scene("network-addresses-\(columns)x\(rows)", columns, rows) { stage in
          stage.hearMembers()
          if columns < 100 { stage.press("<enter>") }
        },
        Scene("network-new-\(columns)x\(rows)", columns, rows) { stage in
          stage.press("5 n")
          stage.type("backend")
          stage.press("<down> <down>")
          stage.type("10.9.0.0/16")
          stage.press("<enter> <down> <down> <down> <down> <down> <down> <enter>")
        },
        Scene("volume-new-\(columns)x\(rows)", columns, rows) { stage in
          stage.press("4 n")
          stage.type("nas")
          stage.press("<down> <ctrl-u>")
          stage.type("rclone")
          stage.press("<down> <down> <enter>")
          stage.end(
            .failed(
              Trouble("create nas: error looking up volume plugin rclone: plugin \"rclone\" not found")))
        },
        Scene("network-disconnect-\(columns)x\(rows)", columns, rows) { stage in
          stage.select("shop-web-1")
          stage.press("D <enter>")
        },
      ]
    } + [
      Scene("network-connect-80x24", 80, 24) { stage in
        stage.select("lonely", in: .networks)
        stage.press("C")
      },
      Scene("network-connect-form-80x24", 80, 24) { stage in
        stage.select("lonely", in: .networks)
        stage.press("C <enter>")
      },
    ]
}
