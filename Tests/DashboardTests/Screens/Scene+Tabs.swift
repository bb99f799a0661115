import EngineModel

@testable import Dashboard

extension Scene {
  /// Tabs of a container that answer one question each.
  static let containerTabs: [Scene] = [
    tab("tab-mounts", "shop-db-1", .mounts), tab("tab-ports", "shop-web-1", .ports),
    tab("tab-ports-40x12", "shop-web-1", .ports, 40, 12),
  ]

  private static func tab(
    _ name: String, _ container: String, _ tab: Tab, _ columns: Int = 120, _ rows: Int = 34
  ) -> Scene {
    Scene(name, columns, rows) { stage in
      stage.measure()
      stage.select(container)
      stage.press("<enter>")
      stage.turn(to: tab)
    }
  }
}
