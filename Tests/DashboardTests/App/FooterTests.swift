import Testing

@testable import Dashboard

/// The footer names the keys that matter most, and always those that lead to all others.
@Suite struct FooterTests {
  private func footer(_ stage: Stage) -> String { stage.lines.last ?? "" }

  @Test(arguments: [40, 60, 80, 120, 200])
  func helpAndTheMenuAreAlwaysThere(columns: Int) {
    let footer = footer(Stage(columns, 24))
    #expect(footer.contains("? help") && footer.contains("x menu"))
  }

  @Test func theBestComesBeforeTheRest() throws {
    let text = footer(Stage.store(80, 24))
    #expect(text.contains("enter details") && text.contains("e edit"))
    #expect(!text.contains("p pause") && !text.contains("z fold"))
  }

  @Test func whatCannotBeUsedGivesWayToWhatCan() {
    var setup = DashboardSetup()
    setup.isReadOnly = true
    let text = footer(Stage(80, 24, setup: setup))
    #expect(text.contains("/ filter") && !text.contains("s stop"))
  }

  @Test func aBoxHasItsOwn() {
    var stage = Stage()
    stage.press("x")
    #expect(footer(stage).trimmed.isEmpty && stage.showing("enter: choose   esc: back"))
  }

  @Test func bothKeysOfTheTabsStandThere() { #expect(footer(Stage(200, 50)).contains("[ ] tab")) }
}
