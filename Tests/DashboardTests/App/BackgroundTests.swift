import TerminalUI
import Testing

@testable import Dashboard

/// The theme that suits the terminal's background.
@Suite struct BackgroundTests {
  private func state(followsBackground: Bool) -> DashboardState {
    DashboardState(
      size: Size(columns: 80, rows: 24), setup: DashboardSetup(followsBackground: followsBackground))
  }

  @Test func aLightBackgroundGetsTheLightTheme() {
    var state = state(followsBackground: true)
    #expect(state.update(.input(.background(isLight: true))) == [.applyTheme("light")])
    #expect(state.themeName == "light")
  }

  @Test func aDarkBackgroundChangesNothing() {
    var state = state(followsBackground: true)
    #expect(state.update(.input(.background(isLight: false))) == [])
  }

  @Test func aThemeThatWasAskedForStays() {
    var state = state(followsBackground: false)
    #expect(state.update(.input(.background(isLight: true))) == [])
    #expect(state.themeName == "dark")
  }
}
