import TerminalUI

/// One log line as the screen shows it.
enum LogRowText {
  /// The text with the colours that the program asked for; what went to standard error is told by its role.
  static func styled(_ line: LogLine) -> StyledText {
    SGRText.parse(line.text, base: Style(line.isError ? .logError : .text))
  }

  /// The rows of a wrapped line.
  static func rows(of line: LogLine, columns: Int) -> [StyledText] {
    WrappedText.rows(styled(line), columns: max(1, columns), mode: .anywhere)
  }
}
