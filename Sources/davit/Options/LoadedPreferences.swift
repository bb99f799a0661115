import DiskFiles
import Preferences
import TerminalUI

/// The settings and themes of this user, with the flags laid over them.
struct LoadedPreferences {
  var settings: Settings
  var themes: ThemeCatalogue
  var problems: [PreferenceProblem]
  /// The theme in use.
  var theme: Theme
  var themeComplaint: String?
  /// Whether the theme is to suit the terminal's background.
  var followsBackground: Bool

  /// Reads the files; what is wrong in them is a problem to show, never a reason not to start. Only a file that was
  /// asked for by name must be there.
  ///
  /// - Parameter keepsTheme: whether the theme that was chosen last in the dashboard counts.
  static func load(_ view: ViewOptions, keepsTheme: Bool = false) throws -> LoadedPreferences {
    let (settings, problems) = try readSettings(view)
    let folder = Environment.configFolder.map { "\($0)/themes" }
    let files = folder.map(TextFile.yamlFiles(in:)) ?? []
    let themes = ThemeCatalogue(adding: files.compactMap { path in TextFile.read(path).map { (path, $0) } })
    let kept = keepsTheme ? keptTheme(settings).flatMap { themes.theme(named: $0)?.name } : nil
    let wanted = view.theme ?? kept ?? settings.theme
    let (theme, complaint) = themes.theme(orDefault: wanted)
    if let complaint, view.theme != nil { throw Failure(message: complaint, code: .usage) }
    return LoadedPreferences(
      settings: settings, themes: themes, problems: problems + themes.problems, theme: theme,
      themeComplaint: complaint, followsBackground: wanted == Settings.automaticTheme)
  }

  /// The theme that was chosen last in the dashboard; nil where none was, or the settings have changed since.
  private static func keptTheme(_ settings: Settings) -> String? {
    StateFolder(environment: Environment.all).flatMap { KeptTheme.read(from: $0, settings: settings.theme) }
  }

  private static func readSettings(_ view: ViewOptions) throws -> (Settings, [PreferenceProblem]) {
    if let path = view.config {
      guard let text = TextFile.read(path) else {
        throw Failure(message: "cannot read the settings \(path): no such file — omit --config")
      }
      return Settings.reading(text, file: path)
    }
    guard let path = Environment.configFolder.map({ "\($0)/config.yaml" }), let text = TextFile.read(path)
    else { return (Settings(), []) }
    return Settings.reading(text, file: path)
  }
}
