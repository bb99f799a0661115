import StackPlanning

/// A change that was written to be brought up.
struct AppliedChange: Sendable, Equatable {
  let change: FileChange
  /// What is run.
  let run: ComposeRun
}

extension DashboardState {
  /// Takes note of how bringing a written change up has ended; one that failed is kept, so that it can be taken back,
  /// and shown.
  mutating func endApplying(_ id: JobID, _ outcome: JobOutcome) {
    guard editing.applied[id] != nil else { return }
    guard case .failed = outcome else {
      editing.applied[id] = nil
      return
    }
    if overlays.isEmpty { overlays.append(.job(JobOverlay(id))) }
  }

  /// Whether a job has failed to bring up a change that can be taken back.
  func canTakeBack(_ job: Job) -> Bool {
    guard let applied = editing.applied[job.id], case .failed? = job.outcome else { return false }
    return applied.change.base != nil
  }

  /// Puts the file back as it was before a change that could not be brought up, and brings the stack up again.
  mutating func takeBackApplied(_ id: JobID) -> [Effect] {
    guard let applied = editing.applied.removeValue(forKey: id), let old = applied.change.base else {
      return []
    }
    editing.serial += 1
    var change = applied.change
    change.serial = editing.serial
    change.base = applied.change.text
    change.text = old
    change.takesBack = true
    editing.reverts[change.serial] = AppliedChange(change: change, run: applied.run)
    return [.editor(.write(change))]
  }

  /// The old text is in the file again.
  mutating func bringUpAgain(_ reverted: AppliedChange) -> [Effect] {
    stacks.revisions[reverted.change.key, default: 0] += 1
    let note = notify(Notice(.success, "put \(reverted.change.path) back as it was"))
    guard case .found(let program) = stacks.program else { return note }
    return note + begin(reverted.run, with: program)
  }
}
