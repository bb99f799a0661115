import EngineModel
import Testing

@testable import Dashboard

/// Menus: what can be done, and why not.
@Suite struct MenuTests {
  @Test func theMenuIsTitledByTheSelection() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press("x")
    #expect(stage.showing("╭ shop-db-1"))
  }

  @Test func theMenuIsTitledByTheMarks() {
    var stage = Stage()
    stage.press("g <space> <space> x")
    #expect(stage.showing("╭ 2 marked"))
  }

  @Test func theMenuSaysWhySomethingIsDimmed() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press("x")
    #expect(stage.rows(with: "Start ").contains { $0.contains("already running") })
  }

  @Test func aDimmedEntryDoesNothing() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press("x j <enter>")
    #expect(stage.calls.isEmpty && !stage.state.overlays.isEmpty)
  }

  @Test func theFirstEntryIsChosenByEnter() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press("x <enter> y")
    #expect(stage.calls == [.stop(stage.id("shop-db-1"))])
  }

  @Test func aCommandsKeyChoosesItsEntry() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press("x r y")
    #expect(stage.calls == [.restart(stage.id("shop-db-1"))])
  }

  @Test func theCursorGoesAroundTheEnds() {
    var stage = Stage()
    stage.press("T k")
    #expect(stage.state.themeName == "light")
  }

  @Test(arguments: ["q", "x", "<esc>"])
  func aMenuCloses(key: String) {
    var stage = Stage()
    stage.press("x \(key)")
    #expect(stage.state.overlays.isEmpty)
  }

  @Test(arguments: PaneKind.allCases)
  func everyPaneHasAMenu(pane: PaneKind) throws {
    var stage = Stage()
    stage.press("\(pane.digit) x")
    let menu = try #require(stage.menu)
    #expect(menu.entries.contains { $0.reason == nil })
  }

  @Test func movingThroughThemesShowsEach() {
    var stage = Stage()
    stage.press("T j")
    #expect(stage.effects == [.applyTheme("light")])
  }

  @Test(arguments: ["<esc>", "q"])
  func leavingTheThemesRestoresTheOldOne(key: String) {
    var stage = Stage()
    stage.press("T j \(key)")
    #expect(stage.effects == [.applyTheme("light"), .applyTheme("dark")])
    #expect(stage.state.themeName == "dark")
  }

  @Test func enterKeepsTheTheme() {
    var stage = Stage()
    stage.press("T j <enter>")
    #expect(
      stage.state.themeName == "light"
        && stage.effects.suffix(2) == [.applyTheme("light"), .keepTheme("light")])
  }
}
