import CNcurses
import Glibc

/// What the process's environment says about the terminal.
enum TerminalEnvironment {
  /// The variables that matter here, as far as they are set.
  static var variables: [String: String] {
    let names = ["TERM", "COLORTERM", "NO_COLOR", "TMUX", "LC_ALL", "LC_CTYPE", "LANG"]
    var found: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { found[name] = String(cString: value) }
    }
    return found
  }

  /// Takes the character set from the environment. Returns whether it is UTF-8.
  ///
  /// Where the environment names no locale, or a UTF-8 one that is not installed, C.UTF-8 is taken. A locale
  /// that names another character set is respected.
  static func adoptLocale(_ variables: [String: String]) -> Bool {
    if cn_set_locale(0) != 0 { return true }
    return wantsUTF8(variables) && cn_set_locale(1) != 0
  }

  /// Whether the environment asks for UTF-8 or leaves it open.
  static func wantsUTF8(_ variables: [String: String]) -> Bool {
    guard let name = localeName(variables) else { return true }
    let lower = name.lowercased()
    return lower.contains("utf-8") || lower.contains("utf8")
  }

  /// The locale's name, by the order that POSIX gives (XBD 8.2); `nil` when none is named.
  static func localeName(_ variables: [String: String]) -> String? {
    ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { variables[$0] }.first { !$0.isEmpty }
  }
}
