/// Why something with a file cannot be done, in one line for people.
package struct FileProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// `cannot …: why — what to do`.
  package let description: String

  /// A problem in its own words.
  package init(_ description: String) { self.description = description }
}

/// Why a file was not written.
package enum FileWriteProblem: Error, Sendable, Hashable {
  /// The file is no longer what was read, and this is what it is now; nil where it is gone.
  case conflict(FileSnapshot?)
  /// Something else is in the way.
  case failed(FileProblem)

  /// The problem in one line.
  package func problem(at path: String) -> FileProblem {
    switch self {
    case .failed(let problem): problem
    case .conflict(nil): FileProblem("cannot write \(path): it is gone — save it as a new file")
    case .conflict: FileProblem("cannot write \(path): it has changed meanwhile — compare and decide")
    }
  }
}
