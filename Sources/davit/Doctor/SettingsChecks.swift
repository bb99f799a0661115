import Dashboard
import Preferences

/// The settings and themes.
enum SettingsChecks {
  static func findings(_ view: ViewOptions) -> [Finding] {
    do {
      let preferences = try LoadedPreferences.load(view)
      let keyProblems = KeySettings.problems(preferences.settings)
      let problems =
        preferences.problems.map(\.description) + keyProblems
        + [preferences.themeComplaint].compactMap { $0 }
      guard !problems.isEmpty else {
        let path = view.config ?? Environment.configFolder.map { "\($0)/config.yaml" } ?? "no home"
        let exists = TextFile.read(path) != nil
        return [
          Finding(verdict: .ok, subject: "settings", text: exists ? path : "none; davit would read \(path)")
        ]
      }
      return problems.map { Finding(verdict: .wrong, subject: "settings", text: $0) }
    } catch {
      let text = (error as? Failure)?.trouble.description ?? String(describing: error)
      return [Finding(verdict: .wrong, subject: "settings", text: text)]
    }
  }
}
