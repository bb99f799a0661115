import SecretDetection
import TerminalUI

/// Keeps what looks like a secret off the screen until somebody asks for it.
struct Secrets: Sendable {
  let rules: SecretRules
  let isRevealed: Bool

  init(_ state: SharedState) {
    rules = state.setup.settings.secrets.rules
    isRevealed = state.details.revealsSecrets
  }

  /// A value with the secrets in it masked: all of it where its name says so.
  func masked(_ name: String, _ value: String) -> String {
    isRevealed ? value : rules.masked(name: name, value: value)
  }

  /// An entry `NAME=value`.
  func masked(entry: String) -> String { isRevealed ? entry : rules.masked(entry: entry) }

  /// The words of a command.
  func masked(words: [String]) -> [String] { isRevealed ? words : rules.masked(words: words) }

  /// Any text.
  func masked(text: String) -> String { isRevealed ? text : rules.masked(text: text) }

  /// A line of a file, its colours kept.
  func masked(line: StyledText) -> StyledText {
    guard !isRevealed else { return line }
    let text = line.plain
    let secrets = rules.secrets(in: text)
    guard !secrets.isEmpty else { return line }
    var shown = StyledText()
    var columns = 0
    for secret in secrets {
      let start = TextWidth.columns(of: String(text[..<secret.lowerBound]))
      shown.append(line.prefix(columns: start).dropping(columns: columns))
      shown.append(SecretRules.mask, Style(.syntaxString))
      columns = TextWidth.columns(of: String(text[..<secret.upperBound]))
    }
    shown.append(line.dropping(columns: columns))
    return shown
  }
}
