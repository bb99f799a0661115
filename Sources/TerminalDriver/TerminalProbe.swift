import CNcurses
import Glibc
import TerminalUI

/// What can be known of the terminal without opening a screen: for `davit doctor`.
package struct TerminalProbe: Sendable, Hashable {
  /// `TERM`, `nil` when not set.
  package var typeName: String?
  /// The description to use and its colours, or why there is none.
  package var type: Result<TerminalType, TerminalError>
  /// Whether standard input is a terminal.
  package var isInputTerminal: Bool
  /// Whether standard output is a terminal.
  package var isOutputTerminal: Bool
  /// `nil` when standard output has no size.
  package var size: Size?
  /// The locale that the environment names; `nil` when it names none.
  package var localeName: String?
  /// The character set in force, such as `UTF-8`.
  package var codeset: String
  /// Whether Unicode can be drawn; else the screen is drawn in ASCII.
  package var isUTF8: Bool

  /// Looks at the process's terminal and environment. Sets the process's character set on the way.
  package static func probe(depth: ColourDepth? = nil) -> TerminalProbe {
    let variables = TerminalEnvironment.variables
    let isUTF8 = TerminalEnvironment.adoptLocale(variables)
    let type = Result { () throws(TerminalError) -> TerminalType in
      try TerminalType.choose(
        environment: variables, override: depth, colours: TerminalType.installedColours)
    }
    return TerminalProbe(
      typeName: variables["TERM"], type: type, isInputTerminal: isatty(STDIN_FILENO) == 1,
      isOutputTerminal: isatty(STDOUT_FILENO) == 1, size: currentSize(),
      localeName: TerminalEnvironment.localeName(variables), codeset: String(cString: cn_codeset()),
      isUTF8: isUTF8)
  }

  /// The size of standard output's terminal; nil where it is none, or does not tell.
  package static func currentSize() -> Size? {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard cn_size(STDOUT_FILENO, &rows, &columns) == 0 else { return nil }
    return Size(columns: Int(columns), rows: Int(rows))
  }
}
