import CNcurses
import Dispatch
import Glibc
import TerminalUI

extension TerminalSession {
  /// How long a lone escape byte may be the start of a sequence.
  private static let escapeDelay = DispatchTimeInterval.milliseconds(25)

  /// Starts to read keys and signals.
  func listen() {
    inputSource = source(reading: STDIN_FILENO) { $0.readInput() }
    signalSource = source(reading: cn_watch_signals()) { $0.readSignals() }
  }

  private func source(
    reading descriptor: Int32, _ body: @escaping @MainActor (TerminalSession) -> Void
  ) -> any DispatchSourceRead {
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
    source.setEventHandler { [weak self] in
      MainActor.assumeIsolated {
        if let self { body(self) }
      }
    }
    source.activate()
    return source
  }

  private func readInput() {
    guard state == .open else { return }
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = cn_read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0 {
      inputSource?.cancel()
      onInput([.end])
      return
    }
    cancelEscapeTimer()
    let events = decoder.feed(bytes.prefix(count))
    if decoder.isPending { startEscapeTimer() }
    if !events.isEmpty { onInput(events) }
  }

  private func startEscapeTimer() {
    let timer = DispatchSource.makeTimerSource(queue: .main)
    timer.schedule(deadline: .now() + Self.escapeDelay)
    timer.setEventHandler { [weak self] in
      MainActor.assumeIsolated { self?.escapeTimerFired() }
    }
    escapeTimer = timer
    timer.activate()
  }

  private func escapeTimerFired() {
    cancelEscapeTimer()
    let events = decoder.flush()
    if !events.isEmpty { onInput(events) }
  }

  func cancelEscapeTimer() {
    escapeTimer?.cancel()
    escapeTimer = nil
  }

  /// Takes all signals that have come, each kind once.
  private func readSignals() {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = cn_read(cn_watch_signals(), &bytes, bytes.count)
    guard count > 0 else { return }
    let signals = Set(bytes.prefix(count).map { Int32($0) })
    for signal in [SIGHUP, SIGTERM, SIGINT] where signals.contains(signal) { onTerminate(signal) }
    guard state == .open else { return }
    if signals.contains(SIGTSTP) { suspend() }
    if signals.contains(SIGCONT) {
      retake()
    } else if signals.contains(SIGWINCH), adoptSize() {
      onResize(size)
    }
  }
}
