import Preferences
import Testing
import YAMLDocument

@testable import Dashboard

/// Keys that take several presses say what can follow.
@Suite struct WhichKeyTests {
  static var setup: DashboardSetup {
    let text = """
      keys:
        container.restart: Q r
        container.stop: Q s
        screen.theme: Q T
      """
    var setup = DashboardSetup()
    setup.settings = Settings.reading(text, file: "config.yaml").settings
    return setup
  }

  @Test func theBoxNamesWhatCanFollow() {
    var stage = Stage(setup: Self.setup)
    stage.select("cache")
    stage.press("Q")
    #expect(stage.showing("r  Restart") && stage.showing("T  Theme") && stage.showing("esc: cancel"))
    stage.press("T")
    #expect(stage.menu?.title == "Theme" && !stage.showing("esc: cancel"))
  }

  @Test func escCancelsAndDoesNothingElse() {
    var stage = Stage(setup: Self.setup)
    stage.press("/ db <enter> Q <esc>")
    #expect(stage.state.pendingKeys.isEmpty && stage.state.panes[.containers].filter == "db")
  }

  @Test func aPressOfTheMouseIsTheKey() throws {
    var stage = Stage(setup: Self.setup)
    stage.press("Q")
    let place = try #require(stage.place(of: "T  Theme"))
    stage.mouse(.press, at: place.column, place.row)
    #expect(stage.menu?.title == "Theme")
  }
}
