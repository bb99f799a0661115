import Testing

@testable import Dashboard

/// davit starts as it was left.
@Suite struct ViewMemoryTests {
  private func restarted(_ stage: Stage) -> Stage {
    var setup = DashboardSetup()
    setup.viewMemory = stage.state.viewMemory
    return Stage(120, 40, setup: setup)
  }

  @Test func nothingIsKeptOfTheViewAsItComes() {
    #expect(Stage().state.viewMemory.panes.isEmpty && Stage().state.viewMemory.sideShare == nil)
  }

  @Test func paneModeOrderFoldsAndWidthComeBack() {
    var stage = Stage()
    stage.press("2 o n 3 O > 1 g z")
    let again = restarted(stage)
    #expect(again.state.activePane == .stacks)
    #expect(again.state.shared.layout.details == stage.state.shared.layout.details)
    #expect(again.names(.stacks) == stage.names(.stacks) && again.names(.stacks) != Stage().names(.stacks))
    for kind in PaneKind.allCases { #expect(again.state.panes[kind].sort == stage.state.panes[kind].sort) }
  }

  @Test func chosenColumnsComeBack() {
    var stage = Stage()
    stage.state.shared.panes[.containers].columns = ["name", "mounts"]
    let again = restarted(stage)
    #expect(again.state.shared.columns(of: .containers).map(\.id) == ["name", "mounts"])
  }

  @Test func whatIsThereNoMoreIsPassedOver() {
    var setup = DashboardSetup()
    var memory = ViewMemory()
    (memory.pane, memory.mode, memory.sideShare) = ("Pods", "hexagonal", -7)
    var pane = ViewMemory.Pane()
    (pane.sort, pane.folds) = ("weight", [["9", "x"], [], ["0", "\u{1B}[2J", "", ""]])
    memory.panes = ["Containers": pane, "Pods": pane, "Stacks": pane]
    setup.viewMemory = memory
    let stage = Stage(120, 40, setup: setup)
    #expect(stage.state.activePane == .containers && stage.names(.containers) == Stage().names(.containers))
  }
}
