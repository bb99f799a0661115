/// What a piece of text means: the only thing a cell knows about its colour.
///
/// The terminal driver looks a role up in the theme, so a frame (and the golden screens made of frames) is
/// the same whatever the theme and the terminal's colour depth. The raw value is the key in a theme file.
public enum Role: String, CaseIterable, Sendable, Hashable {
  // Text and furniture.
  case text
  case muted
  case title
  case accent
  case hintKey = "hint-key"
  case hintText = "hint-text"
  case border
  case borderFocus = "border-focus"
  case separator
  case mark
  case badge

  // Notices.
  case success
  case information
  case warning
  case error

  // States of containers and what is made of them.
  case running
  case healthy
  case starting
  case unhealthy
  case restarting
  case paused
  case created
  case exited
  case failed
  case dead
  case removing
  case unknown

  // Graphs: the low, the middle and the high part of the scale, and the grid.
  case graphLow = "graph-low"
  case graphMiddle = "graph-middle"
  case graphHigh = "graph-high"
  case graphReceive = "graph-receive"
  case graphSend = "graph-send"
  case graphGrid = "graph-grid"

  // Logs.
  case logError = "log-stderr"
  case logTimestamp = "log-timestamp"
  case source1 = "source-1"
  case source2 = "source-2"
  case source3 = "source-3"
  case source4 = "source-4"
  case source5 = "source-5"
  case source6 = "source-6"
  case source7 = "source-7"
  case source8 = "source-8"

  // Structured text.
  case syntaxKey = "syntax-key"
  case syntaxString = "syntax-string"
  case syntaxNumber = "syntax-number"
  case syntaxKeyword = "syntax-keyword"
  case syntaxComment = "syntax-comment"

  // The sixteen colours that programs ask for by number (SGR 30–37 and 90–97).
  case ansiBlack = "ansi-black"
  case ansiRed = "ansi-red"
  case ansiGreen = "ansi-green"
  case ansiYellow = "ansi-yellow"
  case ansiBlue = "ansi-blue"
  case ansiMagenta = "ansi-magenta"
  case ansiCyan = "ansi-cyan"
  case ansiWhite = "ansi-white"
  case ansiBrightBlack = "ansi-bright-black"
  case ansiBrightRed = "ansi-bright-red"
  case ansiBrightGreen = "ansi-bright-green"
  case ansiBrightYellow = "ansi-bright-yellow"
  case ansiBrightBlue = "ansi-bright-blue"
  case ansiBrightMagenta = "ansi-bright-magenta"
  case ansiBrightCyan = "ansi-bright-cyan"
  case ansiBrightWhite = "ansi-bright-white"
}
