import EngineModel
import TerminalUI
import Testing

@testable import Dashboard

/// A new pane is a folder, and a line in the list of panes, of commands and of keys: nothing else in davit has to know
/// it.
@Suite struct MadeUpPaneTests {
  /// davit with one pane more.
  private static let features = Features(
    panes: Features.standardPanes + [PortsPane.self],
    commands: Features.standardCommands + PortCommands.all.map(\.lifted),
    keys: StandardKeys.all + [("port.free", ["f"])])

  private func stage(_ keys: String = "6") -> Stage {
    var stage = Stage(120, 50, features: Self.features)
    stage.press(keys)
    return stage
  }

  @Test func itStandsBelowTheOthers() { #expect(stage().showing("[6] Ports")) }

  @Test func itsDigitGivesItTheKeys() { #expect(stage().state.activePane == .ports) }

  @Test func itsRowsAreSelectedAndItsTabIsShown() {
    let stage = stage()
    #expect(stage.selected == "port 8080" && stage.showing("8080 belongs to shop-web-1"))
  }

  @Test func itsCommandIsInTheMenuTheHelpAndThePalette() {
    #expect(stage("6 x").showing("Free the port"))
    #expect(stage("6 ?").showing("Stops the container that holds the port."))
    #expect(stage("6 : f r e e").showing("port.free"))
    #expect(stage().lines.last?.contains("f free") == true)
  }

  @Test func itsQuestionLeadsToItsCall() {
    var stage = stage("6 f")
    #expect(stage.showing("Free port 8080?"))
    stage.press("y")
    #expect(stage.calls == [.stop(stage.id("shop-web-1"))])
  }

  @Test func whatCanBeCopiedOfItIsOffered() { #expect(stage("6 y").showing("http://localhost:8080/")) }

  @Test func aFilterNarrowsIt() {
    var stage = stage("6 /")
    stage.type("nothing like it")
    #expect(stage.names(.ports).isEmpty)
  }

  @Test func readOnlyModeRefusesItsCommand() {
    var setup = DashboardSetup()
    setup.isReadOnly = true
    var stage = Stage(120, 50, setup: setup, features: Self.features)
    stage.press("6 f")
    #expect(stage.toasts.last?.contains("read-only mode") == true)
  }
}
