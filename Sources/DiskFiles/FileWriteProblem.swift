import Troubles

/// Why a file was not written.
package enum FileWriteProblem: Error, Sendable, Hashable {
  /// The file is no longer what was read, and this is what it is now; nil where it is gone.
  case conflict(FileSnapshot?)
  /// Something else is in the way.
  case failed(Trouble)

  /// The problem in one line.
  package func problem(at path: String) -> Trouble {
    switch self {
    case .failed(let problem): problem
    case .conflict(nil):
      Trouble("cannot write \(path)", why: "it no longer exists", advice: "save it as a new file")
    case .conflict:
      Trouble("cannot write \(path)", why: "it has changed since it was read", advice: "compare and decide")
    }
  }
}
