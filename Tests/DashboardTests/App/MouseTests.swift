import TerminalUI
import Testing

@testable import Dashboard

/// The mouse presses what it points at.
@Suite struct MouseTests {
  @Test func aPressSelectsTheRow() throws {
    var stage = Stage(120, 60)
    let place = try #require(stage.place(of: "shop-db-1"))
    stage.mouse(.press, at: place.column, place.row)
    #expect(stage.selected == "shop-db-1")
  }

  @Test func aPressInAWideTableSelectsTheRowBelowTheTitles() throws {
    var stage = Stage(80, 24)
    let place = try #require(stage.place(of: "shop-db-1"))
    stage.mouse(.press, at: place.column, place.row)
    #expect(stage.selected == "shop-db-1")
  }

  @Test func aPressGivesThePaneTheKeys() throws {
    var stage = Stage(120, 60)
    let place = try #require(stage.place(of: "redis:7"))
    stage.mouse(.press, at: place.column, place.row)
    #expect(stage.state.activePane == .images && stage.selected == "redis:7")
  }

  @Test func aPressOnATabShowsIt() throws {
    var stage = Stage()
    let place = try #require(stage.place(of: "Config"))
    stage.mouse(.press, at: place.column, place.row)
    #expect(stage.state.details.tab == .config)
  }

  @Test func aPressOnTheLastLetterOfATabShowsIt() throws {
    var stage = Stage()
    let place = try #require(stage.place(of: "Config"))
    stage.mouse(.press, at: place.column + 5, place.row)
    #expect(stage.state.details.tab == .config)
  }

  @Test func aPressInTheDetailsGivesThemTheKeys() {
    var stage = Stage()
    stage.mouse(.press, at: 100, 20)
    #expect(stage.state.focus == .details)
  }

  @Test(arguments: [(80, "4 Volumes"), (40, "4 Vol")])
  func aPressOnTheTabBarGoesToThePane(columns: Int, text: String) throws {
    var stage = Stage(columns, 24)
    let place = try #require(stage.place(of: text))
    stage.mouse(.press, at: place.column + 2, place.row)
    #expect(stage.state.activePane == .volumes)
  }

  @Test func theWheelMovesThePaneBelowIt() throws {
    var stage = Stage(120, 60)
    let place = try #require(stage.place(of: "[3] Images"))
    stage.mouse(.wheelDown, .none, at: place.column, place.row + 1)
    #expect(stage.state.activePane == .images && stage.state.panes[.images].selectionIndex == 3)
  }

  @Test func theWheelScrollsTheLog() {
    var stage = Stage()
    stage.log((1...200).map { "line \($0)" })
    stage.mouse(.wheelUp, .none, at: 100, 20)
    #expect(!stage.state.logs.isFollowing)
  }

  @Test func theWheelMovesAMenu() throws {
    var stage = Stage()
    stage.press("o")
    stage.mouse(.wheelUp, .none, at: 60, 20)
    let menu = try #require(stage.menu)
    #expect(menu.selected == 0)
  }

  @Test func aPressOnAStackTwiceFoldsIt() throws {
    var stage = Stage(120, 60)
    let rows = stage.names(.stacks).count
    let place = try #require(stage.place(of: "shop  /home"))
    stage.mouse(.press, at: place.column, place.row)
    #expect(stage.names(.stacks).count == rows)
    stage.mouse(.press, at: place.column, place.row)
    #expect(stage.names(.stacks).count == rows - 1)
  }

  @Test func aPressBesideEverythingDoesNothing() {
    var stage = Stage(120, 60)
    let before = stage.state
    stage.mouse(.press, at: 60, 0)
    #expect(stage.state == before)
  }

  @Test func aPressOnATinyScreenDoesNothing() {
    var stage = Stage(10, 3)
    stage.mouse(.press, at: 2, 1)
    #expect(stage.effects.isEmpty)
  }

  @Test func aPressOnAHintIsItsKey() throws {
    var stage = Stage()
    let place = try #require(stage.place(of: "x menu"))
    stage.mouse(.press, at: place.column + 3, place.row)
    #expect(stage.menu != nil)
  }

  @Test func aPressOnAMenusRowChoosesIt() throws {
    var stage = Stage()
    stage.select("cache")
    stage.press("x")
    let place = try #require(stage.place(of: "Restart "))
    stage.mouse(.press, at: place.column, place.row)
    #expect(stage.showing("Restart cache?"))
  }

  @Test(arguments: [("y or enter: yes", 1), ("n or esc: no", 0)])
  func aPressOnAButtonAnswers(text: String, count: Int) throws {
    var stage = Stage()
    stage.select("cache")
    stage.press("s")
    let place = try #require(stage.place(of: text))
    stage.mouse(.press, at: place.column + 2, place.row)
    #expect(stage.calls.count == count && stage.state.overlays.isEmpty)
  }

  @Test func aPressOnAColumnsTitleSortsByItAndAnotherTurnsTheOrder() throws {
    var stage = Stage(120, 30)
    stage.press("2 + +")
    let place = try #require(stage.place(of: "IMAGE"))
    stage.mouse(.press, at: place.column + 1, place.row)
    #expect(stage.state.panes[.containers].sort == SortOrder("image"))
    stage.mouse(.press, at: place.column + 1, place.row)
    #expect(stage.state.panes[.containers].sort == SortOrder("image", descending: true))
  }

  @Test func whatLiesBelowABoxTakesNoPress() throws {
    var stage = Stage()
    let place = try #require(stage.place(of: "x menu"))
    stage.press("?")
    stage.mouse(.press, at: place.column, place.row)
    #expect(stage.menu == nil && stage.state.overlays.count == 1)
  }

  @Test func theLineBetweenPanesAndDetailsIsDragged() throws {
    var stage = Stage()
    let edge = try #require(stage.state.shared.layout.details).column
    stage.mouse(.press, at: edge, 20)
    stage.mouse(.drag, at: edge + 15, 20)
    stage.mouse(.release, at: edge + 15, 20)
    #expect(stage.state.shared.layout.details?.column == edge + 15)
    stage.mouse(.drag, at: edge, 20)
    #expect(stage.state.shared.layout.details?.column == edge + 15, "nothing is held any more")
  }

  @Test(arguments: [-50, 500])
  func bothSidesKeepTheirRoom(column: Int) throws {
    var stage = Stage()
    stage.mouse(.press, at: try #require(stage.state.shared.layout.details).column, 20)
    stage.mouse(.drag, at: column, 20)
    let details = try #require(stage.state.shared.layout.details)
    #expect(details.column >= 20 && details.columns >= 40)
  }

  @Test func keysMoveTheLineToo() throws {
    var stage = Stage()
    let edge = try #require(stage.state.shared.layout.details).column
    stage.press("> > <lt>")
    #expect(stage.state.shared.layout.details?.column == edge + 4)
  }

  @Test func aScrollBarIsPressedAndDragged() throws {
    var stage = Stage()
    stage.log((1...400).map { "line \($0) end" })
    let details = try #require(stage.state.shared.layout.details)
    stage.mouse(.press, at: details.endColumn - 1, details.row + 1)
    #expect(stage.showing("line 1 end") && !stage.state.logs.isFollowing)
    stage.mouse(.drag, at: details.endColumn - 1, details.row + details.rows / 2)
    #expect(!stage.showing("line 1 end") && !stage.showing("line 400 end"))
    stage.mouse(.drag, at: 0, 200)
    #expect(stage.state.logs.isFollowing)
  }

  @Test func theScrollBarOfAListMovesItsCursor() throws {
    var stage = Stage(80, 12)
    let pane = try #require(stage.state.shared.layout.panes[.containers])
    stage.mouse(.press, at: pane.endColumn - 1, pane.maxRow - 1)
    #expect(stage.state.panes[.containers].selectionIndex == stage.names(.containers).count - 1)
  }

  @Test func theMouseIsLeftToTheTerminalAndTakenBack() {
    var stage = Stage()
    stage.press("<alt-m>")
    #expect(
      stage.effects.contains(.useMouse(false)) && stage.toasts.last?.contains("alt-m takes it back") == true)
    stage.press("<alt-m>")
    #expect(stage.effects.contains(.useMouse(true)))
  }
}
