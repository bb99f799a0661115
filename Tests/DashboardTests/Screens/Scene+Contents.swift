import EngineModel

@testable import Dashboard

extension Scene {
  /// What images are made of.
  static let contentsScenes: [Scene] = [
    contents("contents-160x48", 160, 48), contents("contents-120x34"), contents("contents-80x24", 80, 24),
    contents("contents-40x12", 40, 12), contents("contents-layer-120x34", keys: "n n <enter>"),
    contents("contents-layer-40x12", 40, 12, keys: "p"),
    contents("contents-waste-160x48", 160, 48, keys: "w"),
    contents("contents-waste-120x34", keys: "w"), contents("contents-waste-80x24", 80, 24, keys: "w"),
    contents("contents-waste-40x12", 40, 12, keys: "w"), contents("contents-layers-120x34", keys: "c"),
    Scene("contents-unread-120x34", 120, 34) { $0.turnToContents() },
    Scene("contents-unread-40x12", 40, 12) { $0.turnToContents() },
    Scene("contents-reading-80x24", 80, 24) { stage in
      stage.turnToContents()
      stage.press("<enter>")
      stage.hear(.contents(Fixture.imageID(of: "redis:7"), .progress(bytes: 69 << 20, files: 1_204)))
    },
    layers("layers-160x48", 160, 48), layers("layers-120x34", 120, 34), layers("layers-80x24", 80, 24),
    layers("layers-40x12", 40, 12),
  ]

  private static func contents(
    _ name: String, _ columns: Int = 120, _ rows: Int = 34, keys: String = ""
  ) -> Scene {
    Scene(name, columns, rows) { stage in
      stage.turnToContents()
      stage.readContents()
      stage.press(keys)
    }
  }

  private static func layers(_ name: String, _ columns: Int, _ rows: Int) -> Scene {
    Scene(name, columns, rows) { stage in
      stage.select("redis:7", in: .images)
      stage.turn(to: .layers)
      stage.press("<enter>")
      let subject = DocumentSubject.image(Fixture.imageID(of: "redis:7"))
      stage.hear(.document(subject, .success(.image(.null, history: Fixture.imageHistory))))
      stage.readContents()
    }
  }
}
