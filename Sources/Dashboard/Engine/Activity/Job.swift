import EngineModel
import Troubles

/// The number of a job, unique within a run.
package struct JobID: Sendable, Hashable, Comparable {
  let rawValue: Int

  /// Jobs in the order in which they began.
  package static func < (left: JobID, right: JobID) -> Bool { left.rawValue < right.rawValue }
}

/// One piece of work that davit does for the user, from the key press until it is done.
struct Job: Sendable, Equatable, Identifiable {
  let id: JobID
  /// The engine that it is about.
  let engine: EngineID
  let work: JobWork
  /// What it is about, as the user knows it: a name, or "unused images".
  let subject: String
  /// The command that does the same.
  let command: String
  /// The change of a file that it brings up, by the number of its writing; nil for no such change.
  var change: Int?
  /// What a prune may take, by id or name, as the question before it named it; empty for other work.
  var prunable: [String: String] = [:]
  /// When it began; nil where nobody has told the time.
  let begin: Timestamp?
  /// When it ended; nil while it runs, and where nobody has told the time.
  private(set) var end: Timestamp?
  /// What it has printed, the last lines.
  private(set) var output: [JobLine] = []
  /// The lines that are gone from `output`, since there were too many.
  private(set) var droppedLines = 0
  /// How far it is, where it tells.
  var progress: TransferProgress?
  var isCancelled = false
  private(set) var outcome: JobOutcome?

  /// The most lines of output that are kept.
  static let maximumLines = 2_000

  init(
    id: JobID, engine: EngineID, work: JobWork, subject: String, command: String, change: Int? = nil,
    begin: Timestamp? = nil
  ) {
    self.id = id
    self.engine = engine
    self.work = work
    self.subject = subject
    self.command = command
    self.change = change
    self.begin = begin
  }

  /// Takes note of how it ended, and when.
  mutating func end(_ outcome: JobOutcome, at time: Timestamp?) {
    self.outcome = outcome
    end = time
    if outcome != .done { progress?.result = nil }
  }

  /// How long it took, in seconds; nil while it runs.
  var seconds: Double? {
    guard let begin, let end else { return nil }
    return Double(end.nanoseconds - begin.nanoseconds) / 1e9
  }

  /// Whether it is of the kind that prints something.
  var hasOutput: Bool { work.hasOutput }

  /// Whether it runs, and can be ended before it is done.
  var canBeCancelled: Bool { outcome == nil && work.canBeCancelled }

  /// `done`, `failed`, or what is happening.
  var standing: String {
    switch outcome {
    case nil: isCancelled ? "cancelling" : work.verb.progress
    case .done?, .pruned?, .imageRemoved?: "done"
    case .failed?: "failed"
    case .cancelled?: "cancelled"
    case .fileExists?: "not begun: the file exists"
    }
  }

  /// Keeps what it has printed.
  mutating func print(_ lines: [JobLine]) {
    output += lines
    let excess = output.count - Self.maximumLines
    guard excess > 0 else { return }
    output.removeFirst(excess)
    droppedLines += excess
  }
}

/// How a job ended.
package enum JobOutcome: Sendable, Hashable {
  /// Done; success shows in the rows by itself.
  case done
  /// A prune is done: the ids or names that the engine says went, and how many bytes that freed.
  case pruned([String], bytes: UInt64)
  /// A name of an image was taken away, or the image: what the engine says went.
  case imageRemoved([ImageRemoval])
  /// It did not work, in the words of the engine or of Compose.
  case failed(Trouble)
  /// The user has ended it.
  case cancelled
  /// Nothing was done: the file that it was to write, of this path, is there already.
  case fileExists(String)
}

/// A line that a job has printed.
package struct JobLine: Sendable, Hashable {
  package var text: String
  /// Whether it came on the standard error, where Compose tells its progress.
  package var isError: Bool

  /// A line of output.
  package init(_ text: String, isError: Bool = false) {
    self.text = text
    self.isError = isError
  }
}
