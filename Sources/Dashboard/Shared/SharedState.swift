import EngineModel
import TerminalUI

/// What all features look at: the engines, the panes and what is selected in them, what is fixed for the run. No
/// feature's own state is in it, and no feature changes it but by saying what is to become of it (`ViewChange`).
package struct SharedState: Sendable, Equatable {
  package let setup: DashboardSetup
  /// The panes there are.
  let registry: PaneRegistry
  package internal(set) var size: Size
  package internal(set) var engines: EngineStates
  /// The time of what happened last, as the runtime tells it; nil until it has.
  var now: Timestamp?
  /// Who one is at registries, as it was found out last; nil while nobody has wanted to know.
  var logins: RegistryLogins?
  /// Whether Compose can be run on this machine.
  var compose = ComposeAvailability.unknown

  // What the user did.
  package internal(set) var panes: PaneStates
  package internal(set) var activePane: PaneKind
  /// The pane to go back to from one that has no place beside the others.
  var paneBefore: PaneKind
  package internal(set) var focus = Focus.list
  var screenMode = ScreenMode.side
  /// Where `esc` goes back to from details over the whole screen.
  var modeBeforeFull = ScreenMode.side
  /// The width of the side panes in thousandths of the screen, as it was dragged; nil leaves it to the settings.
  var sideShare: Int?
  var details = DetailsState()
  /// Whether the stack that was asked for at the start has not been seen yet.
  var awaitsStack = false

  init(size: Size, setup: DashboardSetup, registry: PaneRegistry, active: PaneKind) {
    self.size = size
    self.setup = setup
    self.registry = registry
    engines = EngineStates(
      EngineState(name: setup.engineName, host: setup.engineHost, isLocal: setup.engineIsLocal))
    panes = PaneStates(registry)
    activePane = active
    paneBefore = active
  }

  /// Whether commands that change something are refused.
  package var isReadOnly: Bool { setup.isReadOnly }

  var glyphs: GlyphSet { setup.glyphs }

  /// The engine of a row.
  func engine(of row: RowID) -> EngineState { engines[row.engine] }

  /// The engine of what is looked at; the first where that is nothing.
  var currentEngine: EngineState { engines[details.subject?.engine ?? .first] }

  /// Why nothing may be changed on an engine now; nil where it may.
  func changeRefusal(on engine: EngineID) -> String? {
    if isReadOnly { return Self.readOnlyReason }
    return engines[engine].connection.isLive ? nil : "the engine is not answering"
  }

  static let readOnlyReason = "davit is in read-only mode"
}
