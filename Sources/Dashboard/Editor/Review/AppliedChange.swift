import StackPlanning

/// A change that was written to be brought up.
struct AppliedChange: Sendable, Equatable {
  let change: FileChange
  /// What is run.
  let run: ComposeRun
}

extension EditingState {
  /// Takes note of how bringing a written change up has ended; one that failed is kept, so that it can be taken back.
  /// Whether it failed.
  mutating func endApplying(_ change: Int, _ outcome: JobOutcome) -> Bool {
    guard applied[change] != nil else { return false }
    if case .failed = outcome { return true }
    applied[change] = nil
    return false
  }

  /// The number of the change that a job has failed to bring up, and that can be taken back; nil for none.
  func changeToTakeBack(_ job: Job?) -> Int? {
    guard let number = job?.change, case .failed? = job?.outcome, applied[number]?.change.base != nil else {
      return nil
    }
    return number
  }

  /// Puts the file back as it was before a change that could not be brought up, and brings the stack up again.
  mutating func takeAppliedBack(_ number: Int) -> [EditorOutcome] {
    guard let applied = applied.removeValue(forKey: number), let old = applied.change.base else { return [] }
    var change = applied.change
    change.serial = nextSerial()
    change.base = applied.change.text
    change.text = old
    change.takesBack = true
    reverts[change.serial] = AppliedChange(change: change, run: applied.run)
    return [.effect(.editor(.write(change)))]
  }

  /// The old text is in the file again.
  func bringUpAgain(_ reverted: AppliedChange) -> [EditorOutcome] {
    let key = reverted.change.key
    return [
      .readAgain(key),
      .notice(Notice(.success, "restored \(reverted.change.path)", about: key.engine)),
      .begin(.compose([reverted.run]), on: key.engine),
    ]
  }
}
