import EngineModel
import Testing

@testable import Dashboard

/// The cursor is on a thing, not on a line.
@Suite struct SelectionTests {
  @Test func theCursorStaysOnItsContainerWhenOthersComeBefore() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.hearContainers { $0.append(Fixture.container("aaa", project: nil)) }
    #expect(stage.selected == "shop-db-1")
  }

  @Test func whoSortsSeesWhatComesFirst() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press("O")
    #expect(stage.selected == "日本語データベース")
  }

  @Test func theCursorStaysOnItsContainerWhenFiguresChangeTheOrder() {
    var stage = Stage()
    stage.press("o c")
    stage.select("shop-db-1")
    stage.sample(1, ["cache": 0, "shop-db-1": 0])
    stage.sample(2, ["cache": 0.9, "shop-db-1": 0.1])
    stage.sample(3, ["cache": 1, "shop-db-1": 1.1])
    #expect(stage.selected == "shop-db-1")
  }

  @Test func theCursorStaysOnItsContainerWhenAFilterHidesOthers() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press("/")
    stage.type("shop")
    #expect(stage.selected == "shop-db-1")
  }

  @Test func theCursorStaysInItsPlaceWhenItsContainerVanishes() {
    var stage = Stage()
    stage.select("shop-db-1")
    let index = stage.state.panes[.containers].selectionIndex
    stage.hearContainers { list in list.removeAll { $0.name == "shop-db-1" } }
    #expect(stage.names(.containers)[index] == stage.selected)
  }

  @Test func theCursorMovesUpWhenTheLastContainerVanishes() throws {
    var stage = Stage()
    stage.press("G")
    let last = try #require(stage.selected)
    stage.hearContainers { list in list.removeAll { $0.name == last } }
    #expect(stage.selected == stage.names(.containers).last)
  }

  @Test func theCursorOfAnEmptyListIsNowhere() {
    var stage = Stage()
    stage.hear(.containers([]))
    #expect(stage.selected == nil)
  }

  @Test func theCursorComesBackWithTheFirstContainer() {
    var stage = Stage()
    stage.hear(.containers([]), .containers([Fixture.container("first", project: nil)]))
    #expect(stage.selected == "first")
  }

  @Test func everyPaneKeepsItsOwnCursor() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press("3 j j 2")
    #expect(stage.selected == "shop-db-1")
  }

  @Test(arguments: [("G", -1), ("g", 0), ("G g j j", 2), ("<down> <up> <down>", 1), ("<end> <home>", 0)])
  func keysMoveTheCursor(keys: String, index: Int) {
    var stage = Stage()
    stage.press(keys)
    let names = stage.names(.containers)
    #expect(stage.selected == names[index < 0 ? names.count - 1 : index])
  }

  @Test func theCursorIsAlwaysOnTheScreen() {
    var stage = Stage(120, 12)
    stage.press("G")
    #expect(stage.state.panes[.containers].visible.contains(.container(stage.id("日本語データベース"), on: .first)))
  }

  @Test func halfAPageIsHalfOfWhatIsSeen() {
    var stage = Stage(80, 13)
    stage.press("<ctrl-d>")
    #expect(stage.state.panes[.containers].selectionIndex == stage.state.panes[.containers].visibleRows / 2)
  }

  @Test func detailsFollowTheCursor() {
    var stage = Stage()
    stage.select("shop-db-1")
    #expect(stage.state.details.subject == .container(stage.id("shop-db-1"), on: .first))
  }
}
