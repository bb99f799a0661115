import Testing

@testable import Dashboard

/// The columns of a list are chosen and ordered with `c`.
@Suite struct ChosenColumnTests {
  private func stage() -> Stage {
    var stage = Stage(240, 40)
    stage.press("2 + +")
    return stage
  }

  private func titles(_ stage: Stage) -> String { stage.rows(with: "STATUS").first ?? "" }

  @Test func anExtraColumnIsShownOnceChosen() throws {
    var stage = stage()
    #expect(!titles(stage).contains("MOUNTS"))
    stage.press("c")
    stage.choose("MOUNTS")
    stage.press("<esc>")
    #expect(titles(stage).contains("MOUNTS"))
    #expect(stage.rows(with: "shop-db-1").contains { $0.contains("shop_data") })
  }

  @Test func aColumnIsHidden() {
    var stage = stage()
    stage.press("c")
    stage.choose("IMAGE")
    stage.press("h <esc>")
    #expect(!titles(stage).contains("IMAGE"))
  }

  @Test func aColumnGoesFurtherLeft() throws {
    var stage = stage()
    stage.press("c")
    stage.choose("CPU")
    stage.press("< <esc>")
    let line = titles(stage)
    let (cpu, status) = (
      try #require(line.firstRange(of: "CPU")), try #require(line.firstRange(of: "STATUS"))
    )
    #expect(cpu.lowerBound < status.lowerBound)
  }

  @Test func theFirstOneGoesNoFurther() {
    var stage = stage()
    stage.press("c <enter> <")
    #expect(stage.showing("it is the first"))
  }

  @Test func allComesBackOnAKey() {
    var stage = stage()
    let before = titles(stage)
    stage.press("c")
    stage.choose("IMAGE")
    stage.press("h 0 <esc>")
    #expect(titles(stage) == before)
  }

  @Test func theLastColumnStays() {
    var stage = stage()
    stage.state.shared.panes[.containers].columns = ["name"]
    stage.press("c <enter> h")
    #expect(stage.state.shared.panes[.containers].columns == ["name"])
  }

  @Test func aTreeHasItsOwn() {
    var stage = Stage(160, 40)
    stage.press("1 c")
    #expect(stage.showing("stacks are a tree with fixed columns"))
  }

  @Test func whatIsNoColumnAnyMoreIsPassedOver() {
    var stage = stage()
    stage.state.shared.panes[.containers].columns = ["gone", "image"]
    #expect(stage.state.shared.columns(of: .containers).map(\.id) == ["image"])
  }
}

extension Stage {
  /// Chooses the entry of the menu on the screen that has a text.
  mutating func choose(_ text: String) {
    guard case .menu(let menu)? = state.overlays.last,
      let index = menu.entries.firstIndex(where: { $0.title.contains(text) })
    else {
      Issue.record("no menu has \(text)")
      return
    }
    for _ in 0..<menu.entries.count {
      guard case .menu(let now)? = state.overlays.last, now.selected != index else { break }
      press("<down>")
    }
    press("<enter>")
  }
}
