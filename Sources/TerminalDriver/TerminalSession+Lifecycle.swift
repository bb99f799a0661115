import CNcurses
import TerminalUI

extension TerminalSession {
  /// Gives the terminal to a child: modes and screen are as before the start, keys are not read, and the keys
  /// that interrupt are for the child alone. `resume()` takes it back.
  package func leave() {
    guard state == .open else { return }
    state = .left
    inputSource?.suspend()
    cancelEscapeTimer()
    cn_ignore_keys(1)
    giveBack()
  }

  /// Takes the terminal back after `leave()` and draws the screen; a new size is told by `onResize`.
  package func resume() {
    guard state == .left else { return }
    state = .open
    cn_ignore_keys(0)
    retake()
    inputSource?.resume()
  }

  /// Stops the process as ctrl-z does in other programs; returns when it is continued and has the screen
  /// again.
  package func suspend() {
    guard state == .open else { return }
    state = .left
    giveBack()
    cn_stop()
    state = .open
    retake()
  }

  /// Gives the terminal back for good. Safe to call more than once; it also happens by itself when the
  /// process ends or crashes.
  package func restore() {
    guard state != .closed else { return }
    if state == .left {
      inputSource?.resume()
    } else {
      giveBack()
    }
    state = .closed
    cancelEscapeTimer()
    inputSource?.cancel()
    signalSource?.cancel()
    cn_unwatch_signals()
    cn_close()
  }

  /// How long a terminal has, in milliseconds, to read what it was sent before the rest is dropped.
  private static let patience: Int32 = 300

  /// Sets modes and screen as they were before us.
  private func giveBack() {
    cn_finish(Self.patience)
    forgetBacklog()
    write(TerminalModes.off)
    _ = cn_leave_screen()
    cn_finish(Self.patience)
    forgetBacklog()
    _ = cn_set_cooked()
  }

  /// Sets our modes and draws the screen anew, after anything may have happened to it.
  func retake() {
    _ = cn_set_raw()
    write(modes.on)
    painter.forget()
    cn_forget()
    if adoptSize() {
      onResize(size)
    } else {
      redraw()
    }
  }
}
