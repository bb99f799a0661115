/// The sequences that switch what the terminal sends us ("XTerm Control Sequences", DEC private modes).
struct TerminalModes: Sendable, Hashable {
  /// Whether mouse reports are asked for: presses, drags, in SGR coding.
  var usesMouse: Bool

  /// Bracketed paste, focus reports, and the mouse.
  private var numbers: [Int] { [2004, 1004] + (usesMouse ? [1000, 1002, 1006] : []) }

  /// Asks for them.
  var on: String { numbers.map { "\u{1B}[?\($0)h" }.joined() }
  /// Asks for the background's colour; a terminal that does not know the question says nothing.
  static let askForBackground = "\u{1B}]11;?\u{1B}\\"
  /// Ends them all, whether asked for or not.
  static let off = [1006, 1002, 1000, 1004, 2004].map { "\u{1B}[?\($0)l" }.joined()
}
