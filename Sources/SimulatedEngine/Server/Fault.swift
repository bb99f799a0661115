import Synchronization

extension SimulatedEngine {
  /// What goes wrong with a request.
  package enum Fault: Sendable, Hashable {
    /// An error of the engine: a status with a message.
    case status(Int, message: String)
    /// A page of a proxy: a status with HTML.
    case html(Int)
    /// The right answer, cut off in the middle; the connection closes. Streams break off after their first part.
    case cut
    /// The right status with JSON that ends too early, as a complete body.
    case brokenJSON
    /// No answer at all; the connection stays open.
    case hang
    /// The connection closes without an answer.
    case close
    /// Bytes that are no HTTP; the connection closes.
    case garbage
  }
}

/// The troubles ordered for requests.
final class Troubles: Sendable {
  private struct Order {
    let fault: SimulatedEngine.Fault
    let text: String
    var left: Int
  }

  private struct Orders {
    var faults: [Order] = []
    var latencies: [(text: String, delay: Duration)] = []
  }

  private let orders = Mutex(Orders())

  func add(_ fault: SimulatedEngine.Fault, matching text: String, count: Int) {
    orders.withLock { $0.faults.append(Order(fault: fault, text: text, left: count)) }
  }

  func setLatency(_ delay: Duration, matching text: String) {
    orders.withLock { orders in
      orders.latencies.removeAll { $0.text == text }
      if delay > .zero { orders.latencies.append((text, delay)) }
    }
  }

  func clear() { orders.withLock { $0 = Orders() } }

  /// The delay of a request's answer.
  func latency(of request: RecordedRequest) -> Duration {
    orders.withLock { orders in
      orders.latencies.filter { request.matches($0.text) }.map(\.delay).max() ?? .zero
    }
  }

  /// The fault for a request, which uses one up.
  func take(for request: RecordedRequest) -> SimulatedEngine.Fault? {
    orders.withLock { orders in
      guard let index = orders.faults.firstIndex(where: { request.matches($0.text) }) else { return nil }
      orders.faults[index].left -= 1
      let fault = orders.faults[index].fault
      if orders.faults[index].left <= 0 { orders.faults.remove(at: index) }
      return fault
    }
  }
}
