import TerminalUI

/// A screen in memory: for snapshots and tests.
@MainActor
package final class HeadlessScreen: Screen {
  /// What the frames are drawn for.
  package var size: Size
  /// The last frame; nil before the first.
  package private(set) var frame: Frame?
  /// How many frames differed from the one before.
  package private(set) var paints = 0
  /// What was copied last.
  package private(set) var clipboard: String?
  /// The theme in use; nil until one was chosen.
  package private(set) var theme: Theme?

  /// A blank screen.
  package init(size: Size) { self.size = size }

  /// Keeps the frame.
  package func paint(_ frame: Frame) {
    guard frame != self.frame else { return }
    self.frame = frame
    paints += 1
  }

  /// Does nothing: a frame in memory is never garbled.
  package func redraw() {}

  /// Keeps the theme.
  package func setTheme(_ theme: Theme) { self.theme = theme }

  /// Keeps the text.
  package func copyToClipboard(_ text: String) -> Bool {
    clipboard = text
    return true
  }

  /// Does nothing: there is no mouse.
  package func useMouse(_ isOn: Bool) {}

  /// Does nothing: there is no terminal to give back.
  package func suspend() {}

  /// Does the work; there is no terminal to give.
  package func handOver(_ work: @MainActor () async -> Void) async { await work() }

  /// Does nothing: there is no terminal to give back.
  package func restore() {}
}
