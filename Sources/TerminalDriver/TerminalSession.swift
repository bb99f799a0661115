import CNcurses
import Dispatch
import Glibc
import TerminalUI

/// The terminal while the dashboard has it: frames go out, keys and signals come in.
///
/// There is one session at a time. All of it happens on the main actor, driven by Dispatch sources on the
/// main queue: while nothing happens, nothing runs.
@MainActor
package final class TerminalSession {
  /// How to open the screen.
  package struct Options: Sendable {
    /// The colours.
    package var theme: Theme
    /// Whether mouse reports are asked for.
    package var usesMouse: Bool
    /// Whether the terminal is asked for its background; the answer comes as input.
    package var asksForBackground: Bool
    /// A depth asked for by the user; `nil` takes what environment and terminal say.
    package var depth: ColourDepth?
    /// A terminal type instead of `TERM`.
    package var typeName: String?

    /// Options; only the theme has no default.
    package init(
      theme: Theme, usesMouse: Bool = true, asksForBackground: Bool = false, depth: ColourDepth? = nil,
      typeName: String? = nil
    ) {
      self.asksForBackground = asksForBackground
      self.theme = theme
      self.usesMouse = usesMouse
      self.depth = depth
      self.typeName = typeName
    }
  }

  /// Called with what was typed, pasted or done with the mouse, in order.
  package var onInput: ([InputEvent]) -> Void = { _ in }
  /// Called when the size has changed; the screen is blank until the next `paint`.
  package var onResize: (Size) -> Void = { _ in }
  /// Called with SIGTERM, SIGINT or SIGHUP; the process should end.
  package var onTerminate: (Int32) -> Void = { _ in }

  /// The description in use, its colours and why.
  package let type: TerminalType
  /// Whether the locale can draw Unicode; else draw with `GlyphSet.ascii`.
  package let isUTF8: Bool
  /// The size of the screen.
  package internal(set) var size: Size
  /// Bytes written to the terminal for frames so far.
  package internal(set) var bytesWritten = 0

  private(set) var modes: TerminalModes
  let insideTmux: Bool
  var painter: Painter
  /// The frame last asked for, also while the terminal is handed over.
  var latest: Frame?
  var state = State.open
  var decoder = InputDecoder()
  var inputSource: (any DispatchSourceRead)?
  var signalSource: (any DispatchSourceRead)?
  var escapeTimer: (any DispatchSourceTimer)?
  /// The file descriptor that tells when the terminal takes bytes again.
  let wayOut: Int32
  /// Waits for that; nil while the terminal has taken everything.
  var backlogSource: (any DispatchSourceWrite)?

  /// Who has the terminal.
  enum State {
    /// We have it.
    case open
    /// A child has it, or the process is stopped.
    case left
    /// It has been given back for good.
    case closed
  }

  /// Opens the screen on standard input and output.
  package static func start(_ options: Options) throws(TerminalError) -> TerminalSession {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(stream: "standard input") }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(stream: "standard output") }
    var variables = TerminalEnvironment.variables
    let isUTF8 = TerminalEnvironment.adoptLocale(variables)
    if let name = options.typeName { variables["TERM"] = name }
    let type = try TerminalType.choose(
      environment: variables, override: options.depth, colours: TerminalType.installedColours)
    let session = try TerminalSession(
      options, type: type, isUTF8: isUTF8, insideTmux: variables["TMUX"] != nil)
    try session.takeTerminal()
    // The Linux console takes such questions for text.
    if options.asksForBackground, type.depth != .none, !type.name.hasPrefix("linux") {
      session.write(TerminalModes.askForBackground)
    }
    session.listen()
    return session
  }

  private init(
    _ options: Options, type: TerminalType, isUTF8: Bool, insideTmux: Bool
  ) throws(TerminalError) {
    let size = TerminalProbe.currentSize() ?? Size(columns: 80, rows: 24)
    // Before ncurses, which would put a handler of its own where it finds none.
    guard cn_watch_signals() >= 0 else { throw .system(reason: "no pipe for signals") }
    wayOut = cn_output_open(STDOUT_FILENO)
    guard wayOut >= 0 else { throw .system(reason: "the terminal cannot be opened for writing") }
    guard cn_open(type.name, Int32(size.rows), Int32(size.columns)) == 0 else {
      throw .unknownType(type.name)
    }
    let colours = type.depth == .none ? 0 : Int(cn_start_colours())
    let palette = TerminalPalette(depth: type.depth, colours: colours)
    let pairLimit = type.depth == .none ? 1 : Int(cn_pair_limit())
    painter = Painter(
      styles: StyleTable(theme: options.theme, palette: palette, pairLimit: pairLimit))
    modes = TerminalModes(usesMouse: options.usesMouse)
    self.type = type
    self.isUTF8 = isUTF8
    self.insideTmux = insideTmux
    self.size = size
  }

  /// Asks for reports of the mouse, or leaves it to the terminal.
  package func useMouse(_ isOn: Bool) {
    guard isOn != modes.usesMouse else { return }
    modes.usesMouse = isOn
    guard state == .open else { return }
    write(TerminalModes.off + modes.on)
  }

  private func takeTerminal() throws(TerminalError) {
    guard cn_remember(STDIN_FILENO, TerminalModes.off) == 0, cn_set_raw() == 0 else {
      throw .system(reason: "the terminal does not take raw mode")
    }
    write(modes.on)
  }

  /// Sends a sequence of ours, outside of ncurses. Returns whether the terminal is there to take it.
  @discardableResult
  func write(_ sequence: String) -> Bool {
    defer { watchBacklog() }
    return cn_send(sequence, sequence.utf8.count) == 0
  }
}
