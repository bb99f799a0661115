/// Why the screen cannot be opened; the description is one line for the user.
package enum TerminalError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Standard input or output is not a terminal.
  case notATerminal(stream: String)
  /// `TERM` is not set.
  case noType
  /// The terminal cannot place text on its screen (`TERM=dumb`).
  case cannotAddress(type: String)
  /// There is no description of the terminal, nor of the usual ones.
  case unknownType(String)
  /// The system did not let us; `reason` says at what.
  case system(reason: String)

  /// One line for the user.
  package var description: String {
    switch self {
    case .notATerminal(let stream):
      "cannot open the dashboard: \(stream) is not a terminal — run it in one, or use `davit status`"
    case .noType:
      "cannot open the dashboard: TERM is not set — set it to the terminal's type, such as xterm-256color"
    case .cannotAddress(let type):
      "cannot open the dashboard: the terminal type “\(type)” cannot place text on the screen — set TERM "
        + "to the terminal's type, such as xterm-256color, or use `davit status`"
    case .unknownType(let type):
      "cannot open the dashboard: no description of the terminal type “\(type)” is installed — install "
        + "the package ncurses-term, or set TERM=xterm"
    case .system(let reason):
      "cannot open the dashboard: \(reason)"
    }
  }
}
