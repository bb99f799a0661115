import Preferences
import TerminalUI

/// Everything the dashboard knows and everything the user has done to its view: one value, changed only by `update`.
/// What only the whole knows is here; each feature's state is a type of its own.
package struct DashboardState: Sendable, Equatable {
  /// What all features look at.
  package internal(set) var shared: SharedState
  let features: Features

  /// What the mouse holds; nil for nothing.
  var grip: MouseGrip?
  /// Whether the mouse is davit's; else it selects text, as the terminal does.
  var usesMouse: Bool

  // The features that have state.
  var logs = LogsState()
  var files = FilesState()
  var contents = ContentsState()
  var editing = EditingState()

  /// The line being typed at the foot of a list or a log: a filter.
  var filterEntry: FilterEntry?
  /// What lies over the panes; the last one takes the keys.
  var overlays: [Overlay<RootAction>] = []
  /// Where one stood in what a search through logs has found, who has gone to a line from there.
  var placeInMatches: PlaceInMatches?
  /// What was typed in forms before.
  var formHistory = FormHistory()
  /// The commands that were run from the palette, the newest first.
  var recentCommands: [String] = []
  /// The filters that were typed before, by what they were of.
  var filterHistory = FormHistory()
  var toasts: Toasts
  var lastJob = 0
  let keymap: Keymap
  var pendingKeys: [KeyPress] = []
  /// Keys that were pressed while an answer that takes them was on its way.
  var heldKeys: [KeyPress] = []
  package internal(set) var themeName: String

  /// A dashboard that has heard nothing yet.
  package init(size: Size, setup: DashboardSetup) {
    self.init(size: size, setup: setup, features: .standard)
  }

  init(size: Size, setup: DashboardSetup, features: Features) {
    let (features, keymap, problems) = features.with(setup.settings)
    self.features = features
    self.keymap = keymap
    let isNamed = WantedStack.isNamed(setup)
    shared = SharedState(
      size: size, setup: setup, registry: features.panes, active: isNamed ? .stacks : .containers)
    shared.awaitsStack = WantedStack.isAwaited(setup)
    themeName = setup.themeName
    usesMouse = setup.usesMouse
    if let memory = setup.viewMemory { shared.take(memory, opening: !isNamed) }
    let settings = setup.settings.logs
    logs.wraps = settings.wraps
    logs.showsTimestamps = settings.showsTimestamps
    logs.fieldNames = settings.fields
    logs.buffer = LogBuffer(maximumLines: settings.maximumLines, maximumBytes: settings.maximumBytes)
    toasts = Toasts(
      lasting: setup.problems.filter(\.isAboutSafety).map(\.description),
      problems: setup.problems.filter { !$0.isAboutSafety }.map(\.description) + problems)
    layoutChanged()
  }

  /// The text in the editor, where it is written nowhere; nil where nothing would be lost.
  package var unsavedText: UnsavedText? { editing.unsavedText }

  /// What is to be kept of the view for the next start.
  package var viewMemory: ViewMemory { shared.viewMemory }

  /// The engine that davit was started on.
  package var firstEngine: EngineState { shared.engines[.first] }

  /// All jobs of all engines, in the order in which they began.
  var jobs: [Job] { shared.engines.all.flatMap(\.jobs.all).sorted { $0.id < $1.id } }

  /// A job; nil when it is long gone.
  func job(_ id: JobID) -> Job? { shared.engines.all.lazy.compactMap { $0.jobs[id] }.first }
}

/// A place in the text of a row's details.
struct PlaceInMatches: Sendable, Equatable {
  let row: RowID
  let cursor: Int
  let offset: Int
}
