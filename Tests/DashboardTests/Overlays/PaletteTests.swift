import EngineModel
import Testing

@testable import Dashboard

/// Every command, found by what it is called.
@Suite struct PaletteTests {
  private func found(_ text: String, in pane: PaneKind = .containers) -> [String] {
    var stage = Stage()
    stage.press("\(pane.digit) :")
    stage.type(text)
    guard case .palette(let palette)? = stage.state.overlays.last else { return [] }
    return PaletteSearch.found(palette.field.text, stage.state).map(\.id)
  }

  @Test func nothingTypedOffersEverything() {
    #expect(Set(found("")) == Set(Features.standard.outerCommands.map(\.id)))
  }

  @Test(arguments: [
    ("restart", "container.restart"), ("theme", "screen.theme"), ("secrets", "details.reveal"),
    ("remove vol", "volume.remove"), ("PRUNE", "list.prune"), ("network remove", "network.remove"),
  ])
  func wordsFindTheirCommand(text: String, id: String) {
    #expect(found(text).first == id)
  }

  @Test func whatCanBeUsedNowComesFirst() {
    #expect(found("remove", in: .volumes).first == "volume.remove")
  }

  @Test func wordsThatNobodyHasFindNothing() { #expect(found("frobnicate").isEmpty) }

  @Test func enterRunsTheCommand() {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press(": restart <enter> <enter>")
    #expect(stage.calls == [.restart(stage.id("shop-db-1"))] && stage.state.overlays.isEmpty)
  }

  @Test func theCursorChoosesAnother() {
    var stage = Stage()
    stage.press(":")
    stage.type("go to")
    stage.press("<down> <down> <enter>")
    #expect(stage.state.activePane == .images)
  }

  @Test func keysAreShownBesideTheirCommands() {
    var stage = Stage()
    stage.press(": restart")
    #expect(stage.rows(with: "container.restart").contains { $0.contains(" r ") })
  }

  @Test func aCommandOfAnotherPaneSaysWhereItWorks() {
    var stage = Stage()
    stage.press(":")
    stage.type("remove volume")
    #expect(stage.showing("works in volumes"))
  }

  @Test func aCommandOfAnotherPaneIsNotRunUnseen() {
    var stage = Stage()
    stage.press(":")
    stage.type("remove volume")
    stage.press("<enter>")
    #expect(stage.state.overlays.isEmpty && stage.toasts == ["Remove volume works in volumes"])
  }

  @Test func enterOnNothingDoesNothing() {
    var stage = Stage()
    stage.press(": zzzz <enter>")
    #expect(stage.effects.isEmpty)
  }
}
