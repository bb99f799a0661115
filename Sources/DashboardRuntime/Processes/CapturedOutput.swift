import Dashboard
import Synchronization

/// What a program that ends soon has printed.
struct CapturedOutput: Sendable {
  var end: ProcessRun.End
  /// The lines of the standard output, the first ones.
  var lines: [String]
  /// Those of the standard error.
  var errors: [String]

  /// The most lines that are kept of each.
  static let limit = 10_000
  /// The most bytes that are kept of both.
  static let byteLimit = 8 << 20
}

extension ProcessRun {
  /// Runs it to its end; nil where it cannot be started or takes longer than `time`.
  func capture(within time: Duration = .seconds(10)) async -> CapturedOutput? {
    let kept = KeptLines()
    let work = Task { () -> End? in try? await run { kept.add($0) } }
    let limit = Task {
      try await Task.sleep(for: time)
      kept.isLate.store(true, ordering: .relaxed)
      work.cancel()
    }
    let end = await withTaskCancellationHandler {
      await work.value
    } onCancel: {
      work.cancel()
    }
    limit.cancel()
    guard let end, !kept.isLate.load(ordering: .relaxed), !Task.isCancelled else { return nil }
    let lines = kept.all
    return CapturedOutput(
      end: end, lines: lines.filter { !$0.isError }.map(\.text), errors: lines.filter(\.isError).map(\.text))
  }
}

private final class KeptLines: Sendable {
  private let kept = Mutex<(lines: [JobLine], bytes: Int)>(([], 0))
  let isLate = Atomic(false)

  func add(_ more: [JobLine]) {
    kept.withLock { kept in
      guard kept.lines.count < CapturedOutput.limit, kept.bytes < CapturedOutput.byteLimit else { return }
      kept.lines += more
      kept.bytes += more.reduce(0) { $0 + $1.text.utf8.count }
    }
  }

  var all: [JobLine] { kept.withLock { $0.lines } }
}
