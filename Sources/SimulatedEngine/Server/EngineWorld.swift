import NIOCore
import Synchronization

/// The state behind its lock, with the clock that moves it and the streams that wait for it.
final class EngineWorld: Sendable {
  let clock: EngineClock
  let options: SimulatedEngine.Options
  private let state: Mutex<SimulatedState>
  private let sleepers = Mutex<[Int: Sleeper]>([:])
  private let nextSleeper = Mutex(0)

  /// An open stream that can be woken.
  private struct Sleeper {
    let topic: SimulatedState.Topic
    let loop: any EventLoop
    let wake: @Sendable () -> Void
  }

  init(population: Population, options: SimulatedEngine.Options) {
    self.options = options
    clock = EngineClock(options.time)
    var state = SimulatedState(options: options, now: clock.now)
    state.populate(population)
    self.state = Mutex(state)
  }

  /// Brings the state to the present, lets `body` read or change it, then wakes the streams it concerns.
  func withState<Result: Sendable>(_ body: (inout SimulatedState) -> Result) -> Result {
    let (result, touched) = state.withLock { state -> (Result, Set<SimulatedState.Topic>) in
      state.catchUp(to: clock.now)
      let result = body(&state)
      defer { state.touched = [] }
      return (result, state.touched)
    }
    if !touched.isEmpty {
      for sleeper in sleepers.withLock({ Array($0.values) }) where touched.contains(sleeper.topic) {
        sleeper.loop.execute(sleeper.wake)
      }
    }
    return result
  }

  /// Registers an open stream; `wake` is called on its event loop.
  func register(
    _ topic: SimulatedState.Topic, on loop: any EventLoop, wake: @escaping @Sendable () -> Void
  ) -> Int {
    let key = nextSleeper.withLock { number in
      number += 1
      return number
    }
    sleepers.withLock { $0[key] = Sleeper(topic: topic, loop: loop, wake: wake) }
    return key
  }

  func unregister(_ key: Int) { sleepers.withLock { $0[key] = nil } }

  /// How many streams are open.
  var openStreams: Int { sleepers.withLock { $0.count } }

  /// Moves a manual clock; returns when each open stream has sent what was due.
  func advance(by duration: Duration) async {
    clock.advance(by: duration)
    withState { _ in }
    for sleeper in sleepers.withLock({ Array($0.values) }) {
      try? await sleeper.loop.submit(sleeper.wake).get()
    }
  }
}
