import Troubles

/// Several files written as one: afterwards all of them hold their new texts, or all their old ones.
///
/// What fails ends in the old texts; a kill between two files cannot be undone by who is dead.
package struct AtomicFiles: Sendable {
  /// One file: what was read of it, and what is to take its place.
  package struct Change: Sendable {
    /// The file as it was read.
    package var old: FileSnapshot
    /// Its new text.
    package var new: String

    /// A change from its parts.
    package init(old: FileSnapshot, new: String) {
      self.old = old
      self.new = new
    }
  }

  /// The files, in the order in which they are written.
  package let changes: [Change]
  /// Called before each step of each file; what it throws ends the writing as if the step had failed.
  var before: @Sendable (_ path: String, AtomicFile.Step) throws(Trouble) -> Void = { _, _ in }

  /// Files to write.
  package init(_ changes: [Change]) { self.changes = changes }

  /// Writes all files. Throws one line where one of them cannot be written or is no longer what was read; all files hold
  /// what they held before then, and the line names those that do not.
  package func write() throws(Trouble) {
    for (at, change) in changes.enumerated() {
      do throws(FileWriteProblem) {
        try file(change).write(change.new, expecting: change.old.revision)
      } catch {
        throw restored(changes[..<at], after: error.problem(at: change.old.path))
      }
    }
  }

  private func file(_ change: Change) -> AtomicFile {
    var file = AtomicFile(change.old.path)
    let (before, path) = (before, change.old.path)
    file.before = { step throws(Trouble) in try before(path, step) }
    return file
  }

  /// Puts the old texts back, and says what is left where that fails too.
  private func restored(_ written: ArraySlice<Change>, after problem: Trouble) -> Trouble {
    let left = written.reversed().filter { !isRestored($0) }.map(\.old.path)
    guard !left.isEmpty else { return problem }
    let why = [problem.why, "the new text stays in \(left.joined(separator: ", "))"].compactMap { $0 }
    return Trouble(problem.what, why: why.joined(separator: "; "), advice: "look at these files")
  }

  private func isRestored(_ change: Change) -> Bool {
    do {
      guard let now = try FileSnapshot.read(change.old.path),
        now.text.utf8.elementsEqual(change.new.utf8)
      else { return false }
      try file(change).write(change.old.text, expecting: now.revision)
      return true
    } catch {
      return false
    }
  }
}
