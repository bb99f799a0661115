import Troubles

/// The theme that was chosen last in the dashboard: `theme` in the state folder. It counts as long as the settings still
/// say what they said then: whoever changes them there means it.
package struct KeptTheme: Sendable, Hashable {
  /// The theme's name.
  package var name: String
  /// What the settings said when it was chosen.
  package var settings: String

  private static let file = "theme"

  /// A theme that was chosen.
  package init(name: String, settings: String) {
    self.name = name
    self.settings = settings
  }

  /// The theme that was kept; nil where there is none, or the settings have changed since.
  package static func read(from folder: StateFolder, settings: String) -> String? {
    let lines = (folder.read(file) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 2, lines[1] == settings, !lines[0].isEmpty else { return nil }
    return String(lines[0])
  }

  /// Keeps it. Throws one line where that cannot be written.
  package func write(to folder: StateFolder) throws(Trouble) {
    try folder.write("\(name)\n\(settings)\n", to: Self.file)
  }
}
