import Dispatch
import Synchronization

/// Bytes on their way between a task and a thread: one side waits without holding a thread, the other one blocks. What
/// is on the way is bounded, so that the faster side waits for the slower one.
package final class BytePipe: Sendable {
  private struct State {
    var pieces: [[UInt8]] = []
    var count = 0
    /// Nothing more is written.
    var isEnded = false
    /// Nobody reads any more.
    var isAbandoned = false
    /// What broke the side that writes; nil where nothing did.
    var failure: (any Error)?
    /// The task that waits for room, or for bytes.
    var waiting: CheckedContinuation<Void, Never>?
  }

  /// The most bytes that are on the way before the writer waits.
  private static let limit = 1 << 20

  private let state = Mutex(State())
  /// Signalled for the thread whenever something has changed.
  private let changed = DispatchSemaphore(value: 0)

  /// An empty pipe.
  package init() {}

  /// Nothing more will be written; `failure` is thrown to the reader behind what was.
  package func end(_ failure: (any Error)? = nil) {
    wake { state in
      state.isEnded = true
      if state.failure == nil { state.failure = failure }
    }
  }

  /// Nobody will read any more: writers are told so.
  package func abandon() {
    wake { state in
      state.isAbandoned = true
      state.pieces = []
      state.count = 0
    }
  }

  /// Changes the state, and wakes the task that waits.
  private func wakeTask<Value: Sendable>(_ change: (inout State) -> Value) -> Value {
    let (value, waiting) = state.withLock { state in
      let value = change(&state)
      let waiting = state.waiting
      state.waiting = nil
      return (value, waiting)
    }
    waiting?.resume()
    return value
  }

  /// Changes the state, and wakes both sides.
  @discardableResult
  private func wake<Value: Sendable>(_ change: (inout State) -> Value) -> Value {
    let value = wakeTask(change)
    changed.signal()
    return value
  }

  /// Waits until the other side has done something; `isReady` is asked under the lock.
  private func wait(until isReady: @escaping @Sendable (borrowing State) -> Bool) async {
    await withCheckedContinuation { continuation in
      let goesOn = state.withLock { state in
        if isReady(state) { return true }
        state.waiting = continuation
        return false
      }
      if goesOn { continuation.resume() }
    }
  }
}

// MARK: A task writes, a thread reads

extension BytePipe {
  /// Writes bytes, waiting for room; false where nobody reads any more.
  package func write(_ bytes: [UInt8]) async -> Bool {
    await wait { $0.isAbandoned || $0.count < Self.limit }
    return put(bytes)
  }

  /// The next bytes, blocking the thread until there are some; nil at the end. Throws what the writer ended with.
  package func readBlocking() throws -> [UInt8]? {
    while true {
      if let result = wakeTask({ state in Self.take(&state) }) { return try result.get() }
      changed.wait()
    }
  }

  private func put(_ bytes: [UInt8]) -> Bool {
    wake { state in
      if state.isAbandoned { return false }
      state.pieces.append(bytes)
      state.count += bytes.count
      return true
    }
  }

  /// What is there to be read; nil where the reader has to wait.
  private static func take(_ state: inout State) -> Result<[UInt8]?, any Error>? {
    if !state.pieces.isEmpty {
      let piece = state.pieces.removeFirst()
      state.count -= piece.count
      return .success(piece)
    }
    guard state.isEnded else { return nil }
    return state.failure.map { .failure($0) } ?? .success(nil)
  }
}

// MARK: A thread writes, a task reads

extension BytePipe {
  /// Writes bytes, blocking the thread until there is room; false where nobody reads any more.
  package func writeBlocking(_ bytes: [UInt8]) -> Bool {
    while state.withLock({ !$0.isAbandoned && $0.count >= Self.limit }) { changed.wait() }
    return put(bytes)
  }

  /// The next bytes; nil at the end. Throws what the writer ended with.
  package func read() async throws -> [UInt8]? {
    await wait { !$0.pieces.isEmpty || $0.isEnded }
    return try wake { state in Self.take(&state) }?.get()
  }
}
