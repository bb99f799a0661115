import EngineModel
import Testing

@testable import Dashboard

/// A list is filtered while one types.
@Suite struct FilterTests {
  @Test func rowsGoAsOneTypes() {
    var stage = Stage()
    stage.press("/")
    stage.type("db")
    #expect(stage.names(.containers) == ["shop-db-1"])
  }

  @Test func theFilterIsARegularExpression() {
    var stage = Stage()
    stage.press("/")
    stage.type("web-[12]")
    #expect(stage.names(.containers) == ["ana-web-1", "shop-web-1", "shop-web-2"])
  }

  @Test func theFilterFindsNamesInAnyScript() {
    var stage = Stage()
    stage.press("/")
    stage.type("日本")
    #expect(stage.names(.containers) == ["日本語データベース"])
  }

  @Test func theFilterLooksAtTheHealthToo() {
    var stage = Stage()
    stage.press("/")
    stage.type("unhealthy")
    #expect(stage.names(.containers) == ["shop-web-2"])
  }

  @Test func theFilterBeforeComesBackAndThisOneToo() {
    var stage = Stage()
    stage.press("/ db <enter> / web <enter> -")
    #expect(stage.state.panes[.containers].filter == "db")
    stage.press("-")
    #expect(stage.state.panes[.containers].filter == "web")
    stage.press("<esc> -")
    #expect(stage.state.panes[.containers].filter == "web")
  }

  @Test func olderFiltersComeBackWhileOneIsTyped() {
    var stage = Stage()
    stage.press("/ db <enter> / web <enter> / x <ctrl-p> <ctrl-p>")
    #expect(stage.state.panes[.containers].filter == "db")
    stage.press("<ctrl-n> <ctrl-n>")
    #expect(stage.state.panes[.containers].filter == "x")
  }

  @Test func enterKeepsTheFilter() {
    var stage = Stage()
    stage.press("/ db <enter>")
    #expect(stage.names(.containers) == ["shop-db-1"])
    #expect(stage.state.filterEntry == nil)
  }

  @Test func theFilterStandsInTheTitle() {
    var stage = Stage()
    stage.press("/ db <enter>")
    #expect(stage.showing("Containers /db"))
  }

  @Test func escapeDropsTheFilter() {
    var stage = Stage()
    stage.press("/ db <esc>")
    #expect(stage.names(.containers).count == Fixture.containers.count)
  }

  @Test func escapeDropsAFilterThatWasKept() {
    var stage = Stage()
    stage.press("/ db <enter> <esc>")
    #expect(stage.names(.containers).count == Fixture.containers.count)
  }

  @Test func anInvalidPatternSaysSo() {
    var stage = Stage()
    stage.press("/ (")
    #expect(stage.showing("missing closing parenthesis at position 2"))
  }

  @Test func anInvalidPatternHidesNothing() {
    var stage = Stage()
    stage.press("/ (")
    #expect(stage.names(.containers).count == Fixture.containers.count)
  }

  @Test func arrowsMoveTheCursorWhileOneTypes() {
    var stage = Stage()
    stage.press("/ web <down>")
    #expect(stage.selected == "shop-web-1")
  }

  @Test func nothingMatchingSaysHowToGoBack() {
    var stage = Stage()
    stage.press("/ zzz <enter>")
    #expect(stage.showing("no match"))
  }

  @Test func lettersThatAreCommandsAreTextInAFilter() {
    var stage = Stage()
    stage.press("/ sdq")
    #expect(stage.calls.isEmpty && !stage.effects.contains(.quit))
  }

  @Test func pastedTextIsFilteredFor() {
    var stage = Stage()
    stage.press("/")
    stage.take(.input(.paste("shop-db\nrm -rf")))
    #expect(stage.names(.containers) == ["shop-db-1"])
  }

  @Test func pastedTextRunsNoCommands() {
    var stage = Stage()
    stage.take(.input(.paste("sdq")))
    #expect(stage.effects.isEmpty)
  }

  @Test func aStackStaysWhileAServiceOfItMatches() {
    var stage = Stage()
    stage.press("1 / worker <enter>")
    #expect(stage.names(.stacks) == ["shop", "worker"])
  }

  @Test func newRowsAreFilteredToo() {
    var stage = Stage()
    stage.press("/ db <enter>")
    stage.hearContainers { $0.append(Fixture.container("shop-db-2", service: "db", number: 2)) }
    #expect(stage.names(.containers) == ["shop-db-1", "shop-db-2"])
  }

  @Test(arguments: [
    ("images", PaneKind.images, "redis", ["redis:7"]), ("volumes", .volumes, "back", ["backup"]),
  ])
  func otherPanesAreFiltered(name: String, pane: PaneKind, text: String, rows: [String]) {
    var stage = Stage()
    stage.press("\(pane.digit) / \(text) <enter>")
    #expect(stage.names(pane) == rows)
  }

  @Test(arguments: [
    ("8080", ["shop-web-1"]), ("8080:80", ["shop-web-1"]), ("8080->80/tcp", ["shop-web-1"]),
    ("shop_data", ["shop-db-1"]), ("postgresql/data", ["shop-db-1"]), ("exit 137", ["shop-worker-1"]),
  ])
  func whatTheRowShowsAndHoldsIsFound(text: String, names: [String]) {
    var stage = Stage()
    stage.press("/")
    stage.type(text)
    #expect(stage.names(.containers) == names)
  }

  @Test func aNetworkIsFoundByItsContainers() {
    var stage = Stage()
    stage.press("5 /")
    stage.type("shop-db-1")
    #expect(stage.names(.networks) == ["shop_default"])
  }

  @Test func theWholeIDMeansThatOneRow() {
    var stage = Stage()
    stage.press("/")
    stage.type(Fixture.hex("cache"))
    #expect(stage.names(.containers) == ["cache"])
  }

  @Test func theOldTextIsSelectedWhenItIsOpenedAgain() {
    var stage = Stage()
    stage.press("/ db <enter> / cache")
    #expect(stage.state.panes[.containers].filter == "cache")
  }

  @Test func aKeyThatMovesKeepsTheOldText() {
    var stage = Stage()
    stage.press("/ db <enter> / <right> - 1")
    #expect(stage.state.panes[.containers].filter == "db-1")
  }

  @Test func ofATreeTheCursorGoesToWhatMatchesByItsOwnName() {
    var stage = Stage.store(120, 34)
    stage.press("1 g / cache <enter>")
    #expect(stage.selected == "cache")
  }
}
