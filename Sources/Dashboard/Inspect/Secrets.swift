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

  /// The passwords of URLs are masked wherever they stand: `postgres://user:••••••@host`.
  func withoutPassword(_ text: String) -> String {
    guard !isRevealed else { return text }
    var shown = ""
    var rest = text[...]
    while let scheme = rest.firstRange(of: "://") {
      shown += rest[..<scheme.upperBound]
      rest = rest[scheme.upperBound...]
      let authority = rest.prefix { !"/?#, ".contains($0) }
      guard let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") else {
        continue
      }
      shown += rest[...colon] + Self.mask
      rest = rest[at...]
    }
    return shown + rest
  }
}
