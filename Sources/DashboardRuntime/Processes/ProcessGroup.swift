import Glibc
import Synchronization

/// A program and all that it has started, which share a group, so that they can be ended together.
final class ProcessGroup: Sendable {
  private struct State {
    var leader: pid_t?
    var isInterrupted = false
    var hasEnded = false
  }

  private let state = Mutex(State())
  private let killTimeout: Duration

  init(killTimeout: Duration) { self.killTimeout = killTimeout }

  /// The program runs; its number is the group's.
  func begin(_ leader: pid_t) {
    let wasInterrupted = state.withLock { state in
      state.leader = leader
      return state.isInterrupted
    }
    if wasInterrupted { interrupt() }
  }

  /// The program has ended, and what it left behind after it was interrupted ends too.
  func end() {
    state.withLock { state in
      state.hasEnded = true
      if state.isInterrupted, let leader = state.leader { kill(-leader, SIGKILL) }
    }
  }

  /// Interrupts all at once, and kills them when they do not end in time.
  func interrupt() {
    send(SIGINT)
    let killTimeout = killTimeout
    Task.detached {
      try? await Task.sleep(for: killTimeout)
      self.send(SIGKILL)
    }
  }

  private func send(_ signal: Int32) {
    state.withLock { state in
      state.isInterrupted = true
      if !state.hasEnded, let leader = state.leader { kill(-leader, signal) }
    }
  }
}
