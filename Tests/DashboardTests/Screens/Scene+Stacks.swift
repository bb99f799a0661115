import StackPlanning

@testable import Dashboard

extension Scene {
  /// The stacks with all that their files say.
  static let stackScenes: [Scene] =
    [
      store("stack-store-160x48", "", 160, 48), store("stack-store-120x34", ""),
      store("stack-store-80x24", "", 80, 24), store("stack-store-40x10", "", 40, 10),
      store("stack-graph-160x48", "] ] ] ]", 160, 48), store("stack-graph-120x34", "] ] ] ]"),
      store("stack-graph-80x24", "] ] ] ] <enter>", 80, 24),
      store("stack-graph-40x10", "] ] ] ] <enter>", 40, 10),
      store("stack-graph-ascii", "] ] ] ]", setup: ascii),
      store("stack-file-160x48", "] ] ]", 160, 48), store("stack-file-120x34", "] ] ]"),
      store("stack-file-80x24", "] ] ] <enter>", 80, 24), store("stack-file-service", "g j j j ] ] ]"),
      store("stack-plan-160x48", "[ [", 160, 48), store("stack-plan-120x34", "[ ["),
      store("stack-plan-80x24", "[ [ <enter>", 80, 24), store("stack-env-160x48", "[", 160, 48),
      store("stack-env-120x34", "["), store("stack-env-80x24", "[ <enter> v", 80, 24),
      store("stack-up", "U"), store("stack-down", "D"), store("stack-down-80x24", "D", 80, 24),
      store("stack-scale", "j =") { stage in
        for number in [1, 2] { stage.hearReplica("store-api-\(number)", "api", number) }
        stage.press("<backspace> 4 <enter>")
      },
      store("stack-store-ascii", "", setup: ascii), store("stack-store-full", "+ +", 160, 30),
    ]

  /// The store's stack after some keys.
  private static func store(
    _ name: String, _ keys: String, _ columns: Int = 120, _ rows: Int = 34,
    setup: DashboardSetup = DashboardSetup(),
    then: @escaping @Sendable (inout Stage) -> Void = { _ in }
  ) -> Scene {
    Scene(name, columns, rows, setup: setup, hasEngine: false) { stage in
      stage.openStore()
      stage.measure()
      stage.press(keys)
      then(&stage)
    }
  }
}
