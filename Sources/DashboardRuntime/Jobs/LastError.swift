import Dashboard
import Synchronization

/// What Compose says of its failure: the last line on the standard error that tells of one.
final class LastError: Sendable {
  private struct State {
    var telling: String?
    var last: String?
  }

  private let state = Mutex(State())

  func read(_ lines: [JobLine]) {
    state.withLock { state in
      for line in lines where line.isError {
        let text = Self.trimmed(line.text)
        guard !text.isEmpty else { continue }
        state.last = text
        let lower = text.lowercased()
        if ["error", "cannot", "failed", "invalid", "unable", "denied"].contains(where: lower.contains) {
          state.telling = text
        }
      }
    }
  }

  /// The line; nil where nothing was said.
  var text: String? { state.withLock { $0.telling ?? $0.last } }

  private static func trimmed(_ text: String) -> String {
    var part = text.drop { $0 == " " || $0 == "\t" }
    while let last = part.last, last == " " || last == "\t" { part.removeLast() }
    return String(part)
  }
}
