import EngineModel
import Preferences
import TerminalUI
import Testing

@testable import Dashboard

/// Read-only mode refuses every change, however it is asked for.
@Suite struct ReadOnlyTests {
  private static let changing = Features.standard.commands.filter { $0.danger != .none }.map(\.id)

  private func stage(for id: String) -> Stage {
    var setup = DashboardSetup()
    setup.isReadOnly = true
    var stage = Stage(120, 40, setup: setup)
    if case .panes(let kinds)? = Features.standard.command(id)?.scope, !kinds.contains(.containers) {
      stage.press(PaneKind.allCases.first { kinds.contains($0) }.map { "\($0.digit)" } ?? "")
    }
    if Features.standard.command(id)?.scope == .files { stage.showFiles(of: "cache") }
    if Features.standard.command(id)?.scope == .logs { stage.press("<enter>") }
    stage.forgetEffects()
    return stage
  }

  private func isRefused(_ stage: Stage) -> Bool {
    stage.calls.isEmpty && stage.toasts.last?.contains("read-only mode") == true
  }

  @Test(arguments: changing)
  func aKeyIsRefused(id: String) throws {
    var stage = stage(for: id)
    stage.press(try #require(Features.standard.keymap.sequences(id).first).map { "<\($0.name)>" }.joined())
    #expect(isRefused(stage))
  }

  @Test(arguments: changing)
  func theMenuIsRefused(id: String) throws {
    var stage = stage(for: id)
    stage.press("x")
    let menu = try #require(stage.menu)
    let entry = try #require(menu.entries.first { $0.choice == .command(id) })
    #expect(entry.reason?.contains("read-only mode") == true)
  }

  @Test(arguments: changing)
  func thePaletteIsRefused(id: String) throws {
    var stage = stage(for: id)
    stage.press(":")
    stage.type(id)
    stage.press("<enter>")
    #expect(isRefused(stage))
  }

  @Test(arguments: changing)
  func theCommandItselfIsRefused(id: String) throws {
    #expect(
      try #require(Features.standard.command(id)).refusal(stage(for: id).state)?.contains("read-only") == true
    )
  }

  @Test func theFooterSaysSo() { #expect(stage(for: "container.stop").showing("read-only")) }

  @Test func lookingGoesOn() {
    var stage = stage(for: "container.stop")
    stage.press("] / db <enter>")
    #expect(stage.names(.containers) == ["shop-db-1"])
  }

  @Test func aMistypedSettingThatKeepsFromChangesStaysOnTheScreen() {
    let (settings, problems) = Settings.reading("read_only: true\n", file: "config.yaml")
    var stage = Stage(
      120, 40, setup: DashboardSetup(settings: settings, isReadOnly: true, problems: problems))
    stage.press("j j <esc>")
    #expect(stage.showing("there is no setting 'read_only'"))
  }
}
