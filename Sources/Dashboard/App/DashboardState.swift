import EngineModel
import Preferences
import TerminalUI

/// Everything the dashboard knows and everything the user has done to its view: one value, changed only by `update`.
package struct DashboardState: Sendable, Equatable {
  // What the engine said.
  package internal(set) var connection: ConnectionState = .connecting
  package internal(set) var facts = EngineFacts()
  var stats = StatsFacts()
  var documents: [DocumentSubject: LoadedDocument] = [:]
  var documentRevisions: [DocumentSubject: Int] = [:]
  var processes = ProcessesState()
  var stacks = StacksState()
  var editing = EditingState()

  // What the user did.
  package internal(set) var panes = PerPane { PaneState(sort: $0.feature.defaultSort) }
  package internal(set) var activePane = PaneKind.containers
  package internal(set) var focus = Focus.list
  var screenMode = ScreenMode.side
  /// Where `esc` goes back to from details over the whole screen.
  var modeBeforeFull = ScreenMode.side
  var hidesStopped = false
  /// Projects and services whose children are hidden or shown against the default.
  var folded: Set<RowID> = []
  var details = DetailsState()
  var logs = LogsState()
  /// The line being typed at the foot of a list or a log: a filter.
  var filterEntry: FilterEntry?
  /// What lies over the panes; the last one takes the keys.
  var overlays: [Overlay] = []

  // What davit did.
  var jobs: [Job] = []
  var toasts: [Toast] = []
  var nextJob = 0
  var nextNotice = 0

  // The ground it stands on.
  package internal(set) var size: Size
  package let setup: DashboardSetup
  var keymap: Keymap
  var pendingKeys: [KeyPress] = []
  package internal(set) var themeName: String

  /// A dashboard that has heard nothing yet.
  package init(size: Size, setup: DashboardSetup) {
    self.size = size
    self.setup = setup
    let (keymap, problems) = Keymap.standard.overridden(by: setup.settings)
    self.keymap = keymap
    themeName = setup.themeName
    logs.wraps = setup.settings.logs.wraps
    logs.showsTimestamps = setup.settings.logs.showsTimestamps
    logs.buffer = LogBuffer(
      maximumLines: setup.settings.logs.maximumLines, maximumBytes: setup.settings.logs.maximumBytes)
    if setup.project != nil || !setup.projectFiles.isEmpty {
      activePane = .stacks
    }
    details.waitsForProject = activePane == .stacks || setup.workingDirectory != nil
    let notices = setup.problems.map(\.description) + problems
    // The first problems stay until the first key; the rest is what `davit doctor` is for.
    toasts = notices.prefix(3).enumerated().map {
      Toast(id: NoticeID(rawValue: -1 - $0.offset), notice: Notice(.warning, $0.element))
    }
    relayout()
  }

  /// Whether commands that change something are refused.
  package var isReadOnly: Bool { setup.isReadOnly }

  var glyphs: GlyphSet { setup.glyphs }

  /// Says that what these panes show may have changed.
  mutating func markStale(_ kinds: PaneKind...) {
    for kind in kinds { panes[kind].isStale = true }
  }
}

/// What is fixed for the whole run: flags, settings, and how the terminal draws.
package struct DashboardSetup: Sendable, Equatable {
  package var settings: Settings
  package var isReadOnly: Bool
  package var glyphs: GlyphSet
  package var themeName: String
  /// Whether the theme changes with the terminal's background, since nobody has asked for another.
  package var followsBackground: Bool
  /// Names of the themes there are, for the picker.
  package var themes: [String]
  /// What the header calls the engine: a host or context name.
  package var engineName: String
  /// The host that published ports are reached at.
  package var engineHost: String
  /// The project to open on; nil opens on the containers.
  package var project: ProjectName?
  /// The Compose files whose project to open on, as absolute paths.
  package var projectFiles: [String]
  /// The folder davit was started in; nil where stacks are not looked for there.
  package var workingDirectory: String?
  /// What was wrong with the settings.
  package var problems: [PreferenceProblem]
  /// Seconds east of UTC, for the times that are shown.
  package var utcOffset: Int

  /// The setup of a run; every value has a default for tests.
  package init(
    settings: Settings = Settings(), isReadOnly: Bool = false, glyphs: GlyphSet = .unicode,
    themeName: String = "dark", followsBackground: Bool = false, themes: [String] = ["dark", "light"],
    engineName: String = "local", engineHost: String = "localhost", project: ProjectName? = nil,
    projectFiles: [String] = [], workingDirectory: String? = nil, problems: [PreferenceProblem] = [],
    utcOffset: Int = 0
  ) {
    self.settings = settings
    self.isReadOnly = isReadOnly
    self.glyphs = glyphs
    self.themeName = themeName
    self.followsBackground = followsBackground
    self.themes = themes
    self.engineName = engineName
    self.engineHost = engineHost
    self.project = project
    self.projectFiles = projectFiles
    self.workingDirectory = workingDirectory
    self.problems = problems
    self.utcOffset = utcOffset
  }
}
