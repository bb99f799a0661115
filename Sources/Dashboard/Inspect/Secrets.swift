import Preferences

/// Keeps values that look like secrets off the screen until somebody asks for them.
struct Secrets: Sendable {
  static let mask = "••••••"

  let settings: Settings.Secrets
  let isRevealed: Bool

  init(_ state: DashboardState) {
    settings = state.setup.settings.secrets
    isRevealed = state.details.revealsSecrets
  }

  /// Whether the value of a name must not be shown.
  func hides(_ name: String) -> Bool { !isRevealed && settings.masks(name) }

  /// A word such as `NAME=value` or `--password=value` with its value masked where the name asks for it.
  func masked(_ word: String) -> String {
    guard !isRevealed, let equals = word.firstIndex(of: "=") else { return word }
    let name = word[..<equals].drop { $0 == "-" }
    return settings.masks(String(name)) ? word[...equals] + Self.mask : withoutPassword(word)
  }

  /// A URL's password is masked wherever it stands: `postgres://user:••••••@host`.
  func withoutPassword(_ text: String) -> String {
    guard !isRevealed, let scheme = text.firstRange(of: "://") else { return text }
    let rest = text[scheme.upperBound...]
    guard let at = rest.firstIndex(of: "@"), let colon = rest[..<at].firstIndex(of: ":"),
      !rest[..<at].contains("/")
    else { return text }
    return text[...colon] + Self.mask + text[at...]
  }
}
