import CNcurses
import Dispatch
import TerminalUI

extension TerminalSession {
  /// Shows `frame`: only what differs from the frame before is written, in one write; nothing when nothing
  /// differs. A frame of another size than the screen's is cut. Does nothing while the terminal is handed
  /// over. While the terminal does not take what it was sent before, frames are not queued: the latest is painted
  /// once it does.
  package func paint(_ frame: Frame) {
    latest = frame
    guard state == .open, backlogSource == nil else { return }
    if let written = painter.paint(frame, size: size) { bytesWritten += written }
    watchBacklog()
  }

  /// Waits, where the terminal has not taken everything, until it takes more.
  func watchBacklog() {
    guard backlogSource == nil, cn_pending() > 0 else { return }
    let source = DispatchSource.makeWriteSource(fileDescriptor: wayOut, queue: .main)
    source.setEventHandler { [weak self] in
      MainActor.assumeIsolated { self?.sendBacklog() }
    }
    backlogSource = source
    source.activate()
  }

  /// The terminal takes bytes again.
  private func sendBacklog() {
    _ = cn_flush()
    guard cn_pending() == 0 else { return }
    forgetBacklog()
    if let latest { paint(latest) }
  }

  /// Stops to wait for the terminal.
  func forgetBacklog() {
    backlogSource?.cancel()
    backlogSource = nil
  }

  /// Writes the whole screen anew, for when something else has written on it.
  package func redraw() {
    guard state == .open else { return }
    painter.forget()
    cn_forget()
    if let latest { paint(latest) }
  }

  /// Shows the same frame in another theme.
  package func setTheme(_ theme: Theme) {
    painter.styles.theme = theme
    guard state == .open, let latest else { return }
    painter.forget()
    paint(latest)
  }

  /// Puts `text` into the clipboard of the user's terminal. Returns whether it was short enough to be sent;
  /// whether the terminal took it cannot be known.
  @discardableResult
  package func copyToClipboard(_ text: String) -> Bool {
    guard state == .open,
      let sequence = ClipboardSequence.text(copying: text, insideTmux: insideTmux)
    else { return false }
    return write(sequence)
  }

  /// Takes over a new size, if there is one. Returns whether there was.
  func adoptSize() -> Bool {
    guard let now = TerminalProbe.currentSize(), now != size else { return false }
    size = now
    cn_resize(Int32(now.rows), Int32(now.columns))
    painter.forget()
    return true
  }
}
