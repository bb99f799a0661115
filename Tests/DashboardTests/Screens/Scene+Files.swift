import EngineModel

@testable import Dashboard

extension Scene {
  /// The files of containers.
  static let fileScenes: [Scene] = [
    files("tab-files"), files("tab-files-changes", keys: "c"),
    carrier("tab-files-carrier"), carrier("tab-files-carrier-80x24", 80, 24),
    carrier("tab-files-carrier-40x12", 40, 12), carrier("files-carrier-question", keys: "<enter>"),
    Scene("volume-clone") { stage in
      stage.measure()
      stage.select("shop_data", in: .volumes)
      stage.press("C")
    },
    Scene("volume-import", 80, 24) { stage in
      stage.measure()
      stage.select("backup", in: .volumes)
      stage.press("I")
    },
    Scene("file-text") { stage in
      stage.measure()
      stage.showFiles(of: "cache")
      stage.press("G k <enter>")
      let text = "# What is kept.\nlisten = 0.0.0.0\n[log]\nlevel=info\nbad \u{1B}[31m byte\n"
      let place = FilePlace(container: stage.id("cache"), path: ContainerPath("/new.log"))
      stage.hear(
        .file(place, .text(.success(FileText(path: place.path, bytes: Array(text.utf8), size: 5 << 20)))))
    },
  ]

  /// The files of a volume that no container has mounted.
  private static func carrier(
    _ name: String, _ columns: Int = 120, _ rows: Int = 34, keys: String = ""
  ) -> Scene {
    Scene(name, columns, rows) { stage in
      stage.measure()
      stage.select("backup", in: .volumes)
      stage.turn(to: .files)
      stage.press("<enter>")
      stage.press(keys)
    }
  }

  private static func files(
    _ name: String, _ columns: Int = 120, _ rows: Int = 34, keys: String = ""
  ) -> Scene {
    Scene(name, columns, rows) { stage in
      stage.measure()
      stage.showFiles(of: "cache")
      stage.press(keys)
    }
  }
}
