import TerminalUI

/// What the loop draws on.
@MainActor
package protocol Screen: AnyObject {
  var size: Size { get }
  /// Shows a frame; one that equals the last costs nothing.
  func paint(_ frame: Frame)
  /// Writes every cell again.
  func redraw()
  func setTheme(_ theme: Theme)
  /// Puts text on the terminal's clipboard; false when it is too long for it.
  func copyToClipboard(_ text: String) -> Bool
  /// Listens to the mouse, or leaves it to the terminal.
  func useMouse(_ isOn: Bool)
  /// Stops the program as a shell's job.
  func suspend()
  /// Gives the terminal to another program while `work` runs, and takes it back.
  func handOver(_ work: @MainActor () async -> Void) async
  /// Gives the terminal back.
  func restore()
}
