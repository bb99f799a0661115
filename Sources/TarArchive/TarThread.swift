import Dispatch
import Glibc

/// Where libarchive works: it reads and writes in calls that block, so it must not have a thread of the tasks.
package enum TarThread {
  /// Runs a piece of work on a thread that may block, where names are UTF-8 whatever the locale of the program is.
  package static func run<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async {
        continuation.resume(with: Result { try withUTF8Names(work) })
      }
    }
  }

  private static let queue = DispatchQueue(label: "davit.tar", attributes: .concurrent)

  /// libarchive turns the names in headers into those of the thread's locale, and back.
  static func withUTF8Names<Value>(_ work: () throws -> Value) rethrows -> Value {
    guard let locale = newlocale(Int32(1 << LC_CTYPE), "C.UTF-8", nil) else { return try work() }
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    return try work()
  }
}
