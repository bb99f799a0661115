import TerminalUI
import Testing

@testable import Dashboard

/// Panes, screen modes and what fits where.
@Suite struct PaneTests {
  @Test(arguments: PaneKind.allCases)
  func aDigitGoesToItsPane(pane: PaneKind) {
    var stage = Stage()
    stage.press("\(pane.digit)")
    #expect(stage.state.activePane == pane)
  }

  @Test(arguments: [("l", PaneKind.images), ("<tab>", .images), ("h", .stacks), ("<shift-tab>", .stacks)])
  func keysGoToTheNextPane(key: String, pane: PaneKind) {
    var stage = Stage()
    stage.press(key)
    #expect(stage.state.activePane == pane)
  }

  @Test func thePaneAfterTheLastIsTheFirst() {
    var stage = Stage()
    stage.press("5 l")
    #expect(stage.state.activePane == .stacks)
  }

  @Test func davitOpensOnTheContainers() {
    #expect(Stage().state.activePane == .containers)
  }

  @Test func aProjectFromTheCommandLineIsSelected() {
    var setup = DashboardSetup()
    setup.project = "shop"
    let stage = Stage(setup: setup)
    #expect(stage.state.activePane == .stacks && stage.selected == "shop")
  }

  @Test func aComposeFileFromTheCommandLineSelectsItsFolder() {
    var setup = DashboardSetup()
    setup.projectFiles = ["/srv/shop/compose.yaml"]
    let stage = Stage(setup: setup)
    #expect(stage.state.panes[.stacks].selection == .stack(ProjectKey(name: "shop", folder: "/srv/shop")))
  }

  @Test func plusGoesThroughTheScreenModes() {
    var stage = Stage()
    var modes: [ScreenMode] = []
    for _ in 0..<3 {
      stage.press("+")
      modes.append(stage.state.screenMode)
    }
    #expect(modes == [.half, .full, .side])
  }

  @Test func underscoreGoesBack() {
    var stage = Stage()
    stage.press("_")
    #expect(stage.state.screenMode == .full)
  }

  @Test func sidePanesAreAllOnTheScreen() {
    let stage = Stage()
    #expect(PaneKind.residents.allSatisfy { stage.showing("[\($0.digit)] \($0.title)") })
  }

  @Test func oneFullPaneIsAlone() {
    var stage = Stage()
    stage.press("+ +")
    #expect(stage.state.layout.details == nil && stage.state.layout.panes.count == 1)
  }

  @Test func aNarrowScreenHasATabBar() {
    let stage = Stage(80, 24)
    #expect(stage.lines[1].contains("1 Stacks  2 Containers  3 Images  4 Volumes  5 Networks"))
  }

  @Test func aVeryNarrowTabBarShortensTheOthers() {
    let stage = Stage(40, 12)
    #expect(stage.lines[1].contains("1 Sta  2 Containers  3 Ima  4 Vol"))
  }

  @Test func aNarrowScreenShowsOnePane() {
    #expect(Array(Stage(99, 24).state.layout.panes.keys) == [.containers])
  }

  @Test func hundredColumnsAreWide() {
    #expect(Stage(100, 24).state.layout.panes.count == PaneKind.residents.count)
  }

  @Test func enterShowsTheDetailsOnANarrowScreen() {
    var stage = Stage(80, 24)
    stage.press("<enter>")
    #expect(stage.state.layout.panes.isEmpty && stage.showing("Logs  Stats  Config  Env  Top"))
  }

  @Test func escapeLeavesTheDetailsOnANarrowScreen() {
    var stage = Stage(80, 24)
    stage.press("<enter> <esc>")
    #expect(stage.showing("[2] Containers"))
  }

  @Test func aTooSmallScreenSaysWhatItNeeds() {
    #expect(Stage(20, 5).lines[0] == "davit needs 40x10")
  }

  @Test func aScreenThatGrowsIsUsed() {
    var stage = Stage(80, 24)
    stage.resize(200, 60)
    #expect(stage.frame.size == Size(columns: 200, rows: 60))
    #expect(stage.state.layout.panes.count == PaneKind.residents.count)
  }

  @Test func bracketsTurnTheTabs() {
    var stage = Stage()
    stage.press("]")
    #expect(stage.state.details.tab == .stats)
    stage.press("[ [")
    #expect(stage.state.details.tab == .why)
  }

  @Test func everyKindOfRowKeepsItsOwnTab() {
    var stage = Stage()
    stage.press("] 3 ] 2")
    #expect(stage.state.details.tab == .stats)
  }
}
