import EngineModel
import Testing

@testable import Dashboard

/// Rows that stand for containers open with `enter`; texts wrap, tables do not.
@Suite struct OpenableRowTests {
  @Test func aUserOfAVolumeOpens() {
    var stage = Stage(120, 40)
    stage.select("shop_data", in: .volumes)
    stage.press("] <enter> <enter>")
    #expect(stage.state.activePane == .containers && stage.selected == "shop-db-1")
    #expect(stage.state.focus == .list)
  }

  @Test func theCursorGoesFromUserToUser() {
    var stage = Stage(120, 40)
    stage.select("nginx:1.27", in: .images)
    stage.press("] ] ] <enter> j <enter>")
    #expect(stage.selected == "shop-web-1")
  }

  @Test func aContainerOfAStackOpens() {
    var stage = Stage(120, 40)
    stage.press("1 g j j <enter> <enter>")
    #expect(stage.state.activePane == .containers)
  }

  @Test func aFilterThatHidesItGoes() {
    var stage = Stage(120, 40)
    stage.press("2 / party <enter>")
    stage.select("shop_data", in: .volumes)
    stage.press("] <enter> <enter>")
    #expect(stage.selected == "shop-db-1" && stage.state.panes[.containers].filter.isEmpty)
  }

  @Test func elsewhereItSaysWhy() {
    var stage = Stage(120, 40)
    stage.select("cache")
    stage.press("] ] <enter> <enter>")
    #expect(stage.toasts == ["Go to container: nothing in this tab can be opened"])
  }

  @Test func longValuesWrapUntilTheyAreNotToAnyMore() {
    var stage = Stage(100, 40)
    stage.select("cache")
    let value = (0..<40).map { "word\($0)" }.joined(separator: "-")
    stage.hearDocument(of: "cache", env: ["LONG=\(value) end"])
    stage.press("] ] ] <enter>")
    #expect(stage.showing(" end"))
    stage.press("w")
    #expect(!stage.showing(" end"))
  }

  @Test func toTheRightIsNoFurtherThanTheText() {
    var stage = Stage(120, 40)
    stage.select("cache")
    stage.hearDocument(of: "cache", env: ["A=1"])
    stage.press("] ] ] <enter> w l l l l")
    #expect(stage.state.details.column == 0 && stage.showing("A=1"))
  }

  @Test func aTableDoesNotWrap() {
    var stage = Stage(120, 40)
    stage.select("cache")
    stage.press("] ] ] ] <enter> w")
    #expect(stage.toasts == ["Wrap lines: this tab is a table: l scrolls right"])
  }
}
