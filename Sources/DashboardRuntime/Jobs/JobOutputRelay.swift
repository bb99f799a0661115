import Dashboard
import Synchronization

/// Passes on what a job prints: what comes within a short while as one action, so that a chatty program does not keep
/// the screen busy.
final class JobOutputRelay: Sendable {
  private struct State {
    var lines: [JobLine] = []
    var isPlanned = false
  }

  private let job: JobID
  private let inbox: Inbox
  private let state = Mutex(State())

  /// How long lines are gathered.
  private static let debounce = Duration.milliseconds(50)
  /// The most lines that are passed on at once: of more, the last.
  private static let limit = 2_000

  init(job: JobID, inbox: Inbox) {
    self.job = job
    self.inbox = inbox
  }

  func add(_ lines: [JobLine]) {
    let isFirst = state.withLock { state in
      state.lines += lines
      if state.lines.count > 2 * Self.limit { state.lines.removeFirst(state.lines.count - Self.limit) }
      defer { state.isPlanned = true }
      return !state.isPlanned
    }
    guard isFirst else { return }
    Task.detached {
      try? await Task.sleep(for: Self.debounce)
      self.flush()
    }
  }

  /// Passes on what lies here.
  func flush() {
    let lines = state.withLock { state in
      defer { state = State() }
      return state.lines
    }
    if !lines.isEmpty { inbox.post(.jobOutput(job, Array(lines.suffix(Self.limit)))) }
  }
}
