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

  @Test(arguments: [
    ("rst", "container.restart"), ("stp", "container.stop"), ("gvol", "pane.volumes"),
    ("ftb", "list.filter-before"),
    ("nsm", "screen.next-mode"),
  ])
  func lettersInTheirOrderFindTheirCommand(text: String, id: String) {
    #expect(found(text).first == id)
  }

  @Test func whatWasUsedLastComesFirst() {
    var stage = Stage()
    stage.press(": reverse <space> sort <enter> :")
    #expect(PaletteSearch.found("", stage.state).first?.id == "list.reverse")
  }

  @Test func whatWasTypedBeforeComesBack() {
    var stage = Stage()
    stage.press(": reverse <enter> : x <alt-p>")
    #expect(stage.showing(": reverse"))
    stage.press("<alt-n>")
    #expect(stage.showing(": x "))
  }

  @Test func typedLettersStandOut() throws {
    var stage = Stage()
    stage.press(": rst")
    let place = try #require(stage.place(of: "Restart"))
    let row = stage.frame.size.columns * place.row
    let styles = (0..<7).map {
      stage.frame.cells[row + place.column + $0].style.attributes.contains(.underline)
    }
    #expect(styles == [true, false, true, true, false, false, false])
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
