import EngineModel
import Synchronization

/// Samples that are asked for together: those that come in time are passed on at once, each of the late ones by itself.
final class SampleRound: Sendable {
  private struct State {
    var awaited: Int
    var samples: [ContainerID: StatsSample] = [:]
    var isOver = false
  }

  private let state: Mutex<State>
  private let pause = InterruptiblePause()
  private let post: @Sendable ([ContainerID: StatsSample]) -> Void

  /// A round of so many samples.
  init(of count: Int, post: @escaping @Sendable ([ContainerID: StatsSample]) -> Void) {
    state = Mutex(State(awaited: count))
    self.post = post
  }

  /// An answer: a sample, or nil for none.
  func take(_ sample: StatsSample?, of id: ContainerID) {
    let (late, isDone) = state.withLock { state -> (StatsSample?, Bool) in
      state.awaited -= 1
      if state.isOver { return (sample, false) }
      state.samples[id] = sample
      return (nil, state.awaited == 0)
    }
    if let late { post([id: late]) }
    if isDone { pause.wake() }
  }

  /// Waits for all answers, or so long, and passes on what has come.
  func end(within patience: Duration) async {
    await pause.rest(until: .now + patience)
    let samples = state.withLock { state in
      state.isOver = true
      return state.samples
    }
    if !samples.isEmpty { post(samples) }
  }
}
