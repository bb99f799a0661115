import Dashboard
import Synchronization

/// Passes on how far a transfer is: at most ten times a second, and, while nothing comes, once a second.
final class ProgressRelay: Sendable {
  private struct State {
    var progress = TransferProgress()
    var rate = TransferRate()
    var isPlanned = false
    var hasEnded = false
    var lastChange = ContinuousClock.now
  }

  private let job: JobID
  private let inbox: Inbox
  private let state = Mutex(State())

  /// How long changes are gathered.
  private static let debounce = Duration.milliseconds(100)
  /// For how long nothing has to come before that is told.
  private static let patience = Duration.seconds(10)

  init(job: JobID, inbox: Inbox) {
    self.job = job
    self.inbox = inbox
  }

  /// Changes what is known.
  func update(_ change: (inout TransferProgress) -> Void) {
    let isFirst = state.withLock { state in
      change(&state.progress)
      state.progress.silence = nil
      state.lastChange = .now
      defer { state.isPlanned = true }
      return !state.isPlanned
    }
    guard isFirst else { return }
    Task.detached {
      try? await Task.sleep(for: Self.debounce)
      self.post()
    }
  }

  /// Passes on what is known now.
  func post() {
    let progress = state.withLock { state -> TransferProgress? in
      state.isPlanned = false
      guard !state.hasEnded else { return nil }
      state.rate.note(state.progress.done, at: .now)
      state.progress.rate = state.rate.perSecond
      return state.progress
    }
    if let progress { inbox.post(.jobProgress(job, progress)) }
  }

  /// Passes on the last of it; nothing follows.
  func finish() {
    post()
    state.withLock { $0.hasEnded = true }
  }

  /// Tells of silence, until the task is cancelled.
  func watch() async {
    while !Task.isCancelled {
      try? await Task.sleep(for: .seconds(1))
      let silence = state.withLock { state -> Int? in
        let time = ContinuousClock.now - state.lastChange
        guard time >= Self.patience, !state.hasEnded else { return nil }
        state.progress.silence = Int(time.components.seconds)
        return state.progress.silence
      }
      if silence != nil, !Task.isCancelled { post() }
    }
  }
}

/// How fast bytes go, over the last few seconds.
struct TransferRate: Sendable {
  private var samples: [(time: ContinuousClock.Instant, bytes: UInt64)] = []

  /// The time that counts.
  private static let window = Duration.seconds(5)

  /// So many bytes have gone by now.
  mutating func note(_ bytes: UInt64, at time: ContinuousClock.Instant) {
    samples.append((time, bytes))
    while samples.count > 2, samples[1].time < time - Self.window { samples.removeFirst() }
  }

  /// Bytes a second; nil before there is enough to tell.
  var perSecond: Double? {
    guard let first = samples.first, let last = samples.last, last.bytes >= first.bytes else { return nil }
    let time = last.time - first.time
    guard time >= .milliseconds(400) else { return nil }
    return Double(last.bytes - first.bytes) / (time / .seconds(1))
  }
}
