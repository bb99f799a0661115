import EngineModel
import Preferences
import TerminalUI

/// What is fixed for the whole run: flags, settings, and how the terminal draws.
package struct DashboardSetup: Sendable, Equatable {
  package var settings: Settings
  package var isReadOnly: Bool
  package var glyphs: GlyphSet
  package var themeName: String
  /// Whether the theme changes with the terminal's background, since nobody has asked for another.
  package var followsBackground: Bool
  /// Whether the mouse is listened to at the start.
  package var usesMouse: Bool
  /// How the view was left; nil where that does not matter.
  package var viewMemory: ViewMemory?
  /// Names of the themes there are, for the picker.
  package var themes: [String]
  /// What kind of theme each is, by its name.
  package var themeDescriptions: [String: String]
  /// What the header calls the engine: a host or context name.
  package var engineName: String
  /// The host that published ports are reached at.
  package var engineHost: String
  /// Whether the engine runs on this machine, as the way to it tells.
  package var engineIsLocal: Bool
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
    themeDescriptions: [String: String] = [:], usesMouse: Bool = true, viewMemory: ViewMemory? = nil,
    engineName: String = "local", engineHost: String = "localhost", engineIsLocal: Bool = true,
    project: ProjectName? = nil,
    projectFiles: [String] = [], workingDirectory: String? = nil, problems: [PreferenceProblem] = [],
    utcOffset: Int = 0
  ) {
    self.settings = settings
    self.isReadOnly = isReadOnly
    self.glyphs = glyphs
    self.themeName = themeName
    self.followsBackground = followsBackground
    self.themes = themes
    self.themeDescriptions = themeDescriptions
    self.usesMouse = usesMouse
    self.viewMemory = viewMemory
    self.engineName = engineName
    self.engineHost = engineHost
    self.engineIsLocal = engineIsLocal
    self.project = project
    self.projectFiles = projectFiles
    self.workingDirectory = workingDirectory
    self.problems = problems
    self.utcOffset = utcOffset
  }
}
