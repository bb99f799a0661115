import Synchronization

/// A pause that somebody can end before its time.
final class InterruptiblePause: Sendable {
  private struct State {
    var sleeper: CheckedContinuation<Void, Never>?
    var isWoken = false
  }

  private let state = Mutex(State())

  /// Pauses until `deadline`, until `wake` is called, or until the task is cancelled. One task at a time.
  func rest(until deadline: ContinuousClock.Instant) async {
    let alarm = Task {
      try? await Task.sleep(until: deadline)
      wake()
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isWoken = state.withLock { state in
          if !state.isWoken { state.sleeper = continuation }
          defer { state.isWoken = false }
          return state.isWoken
        }
        if isWoken { continuation.resume() }
      }
    } onCancel: {
      wake()
    }
    alarm.cancel()
    // The alarm of this pause must not shorten the next one.
    await alarm.value
    state.withLock { $0.isWoken = false }
  }

  /// Ends the pause; one that has not begun yet ends at once.
  func wake() {
    let sleeper = state.withLock { state in
      defer { state.sleeper = nil }
      state.isWoken = state.sleeper == nil
      return state.sleeper
    }
    sleeper?.resume()
  }
}
