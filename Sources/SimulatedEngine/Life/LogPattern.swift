/// What a container writes and how often.
package struct LogPattern: Sendable, Hashable {
  /// The kind of lines.
  package enum Style: Sendable, Hashable {
    /// Nothing by itself.
    case silent
    /// `line 1`, `line 2` …: for tests.
    case counted
    /// A web server's access lines, errors on stderr.
    case access
    /// One JSON object a line.
    case json
    /// Time, coloured level (SGR), message; a stack trace now and then.
    case coloured
    /// A database's lines.
    case database
    /// A build or download with progress lines (CR), and escape sequences that must not reach a terminal.
    case progress
    /// Messages in several scripts and with emoji.
    case worldwide
  }

  /// The kind of lines.
  package var style: Style
  /// The mean time between two lines.
  package var interval: Duration

  /// Lines of a kind, one each `interval` in the mean (at least a millisecond).
  package init(_ style: Style, every interval: Duration) {
    self.style = style
    self.interval = max(interval, .milliseconds(1))
  }

  /// No lines.
  package static let silent = LogPattern(.silent, every: .seconds(3600))
}
