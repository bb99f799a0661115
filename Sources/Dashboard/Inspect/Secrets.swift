import Preferences
import TerminalUI

/// Keeps values that look like secrets off the screen until somebody asks for them.
struct Secrets: Sendable {
  static let mask = "••••••"

  let settings: Settings.Secrets
  let isRevealed: Bool

  init(_ state: SharedState) {
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

  /// A line of a Compose or an environment file with its value masked where the name asks for it; a variable that stands
  /// in for the value is no secret.
  func masked(line: StyledText) -> StyledText {
    guard !isRevealed else { return line }
    let text = line.plain
    let start = text.prefix { $0 == " " || $0 == "-" || $0 == "\"" || $0 == "'" }
    let name = text.dropFirst(start.count).prefix { $0.isLetter || $0.isNumber || "_-.".contains($0) }
    var rest = text.dropFirst(start.count + name.count).drop { $0 == "\"" || $0 == "'" }
    guard let mark = rest.first, mark == ":" || mark == "=", !name.isEmpty, settings.masks(String(name))
    else {
      let shown = withoutPassword(text)
      return shown == text ? line : StyledText(shown, Style(.syntaxString))
    }
    rest = rest.dropFirst().drop { $0 == " " }
    guard !rest.isEmpty, rest.first != "$", rest.first != "#", !rest.hasPrefix("\"$") else { return line }
    let kept = text.count - rest.count
    return line.prefix(columns: TextWidth.columns(of: String(text.prefix(kept))))
      + StyledText(Self.mask, Style(.syntaxString))
  }
}
