import TerminalUI

/// A screen in memory: for snapshots and tests.
@MainActor
public final class HeadlessScreen: Screen {
  /// What the frames are drawn for.
  public var size: Size
  /// The last frame; nil before the first.
  public private(set) var frame: Frame?
  /// How many frames differed from the one before.
  public private(set) var paints = 0
  /// What was copied last.
  public private(set) var clipboard: String?
  /// The theme in use; nil until one was chosen.
  public private(set) var theme: Theme?

  /// A blank screen.
  public init(size: Size) { self.size = size }

  /// Keeps the frame.
  public func paint(_ frame: Frame) {
    guard frame != self.frame else { return }
    self.frame = frame
    paints += 1
  }

  /// Does nothing: a frame in memory is never garbled.
  public func redraw() {}

  /// Keeps the theme.
  public func setTheme(_ theme: Theme) { self.theme = theme }

  /// Keeps the text.
  public func copyToClipboard(_ text: String) -> Bool {
    clipboard = text
    return true
  }

  /// Does nothing: there is no terminal to give back.
  public func suspend() {}

  /// Does the work; there is no terminal to give.
  public func handOver(_ work: @MainActor () async -> Void) async { await work() }

  /// Does nothing: there is no terminal to give back.
  public func restore() {}
}
