import CNcurses
import TerminalUI

extension TerminalSession {
  /// Shows `frame`: only what differs from the frame before is written, in one write; nothing when nothing
  /// differs. A frame of another size than the screen's is cut. Does nothing while the terminal is handed
  /// over.
  package func paint(_ frame: Frame) {
    latest = frame
    guard state == .open else { return }
    if let written = painter.paint(frame, size: size) { bytesWritten += written }
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
    write(sequence)
    return true
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
