import Synchronization

/// A request that an engine received.
package struct RecordedRequest: Sendable, Hashable {
  /// `GET`, `POST` …
  package var method: String
  /// The target as it was sent: version, path and query.
  package var target: String

  /// Whether the method and target contain `text`, such as `POST` or `/stop`. Empty text matches all.
  package func matches(_ text: String) -> Bool { text.isEmpty || "\(method) \(target)".contains(text) }
}

/// The requests received, the last 10,000 of them, and who waits for one.
final class RequestJournal: Sendable {
  private struct Waiter {
    let text: String
    let count: Int
    let continuation: CheckedContinuation<Void, Never>
  }

  private struct Contents {
    var requests: [RecordedRequest] = []
    var waiters: [Waiter] = []
  }

  private static let capacity = 10_000
  private let contents = Mutex(Contents())

  var requests: [RecordedRequest] { contents.withLock { $0.requests } }

  func clear() { contents.withLock { $0.requests = [] } }

  func record(_ request: RecordedRequest) {
    let ready = contents.withLock { contents -> [Waiter] in
      if contents.requests.count >= Self.capacity { contents.requests.removeFirst(Self.capacity / 2) }
      contents.requests.append(request)
      let ready = contents.waiters.filter { Self.isSatisfied($0, contents.requests) }
      contents.waiters.removeAll { Self.isSatisfied($0, contents.requests) }
      return ready
    }
    for waiter in ready { waiter.continuation.resume() }
  }

  /// Returns when `count` requests that match were received, now or earlier.
  func wait(for text: String, count: Int) async {
    await withCheckedContinuation { continuation in
      let waiter = Waiter(text: text, count: count, continuation: continuation)
      let isReady = contents.withLock { contents -> Bool in
        if Self.isSatisfied(waiter, contents.requests) { return true }
        contents.waiters.append(waiter)
        return false
      }
      if isReady { continuation.resume() }
    }
  }

  /// Lets go of all who wait: the engine stops.
  func end() {
    let waiters = contents.withLock { contents -> [Waiter] in
      defer { contents.waiters = [] }
      return contents.waiters
    }
    for waiter in waiters { waiter.continuation.resume() }
  }

  private static func isSatisfied(_ waiter: Waiter, _ requests: [RecordedRequest]) -> Bool {
    requests.count { $0.matches(waiter.text) } >= waiter.count
  }
}
