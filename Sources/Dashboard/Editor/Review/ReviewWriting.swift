import StackPlanning

extension EditingState {
  /// Writes what is reviewed, where nothing stands in the way.
  mutating func write(bringsUp: Bool, _ state: SharedState) -> [EditorOutcome] {
    guard case .review(var review)? = page, !review.isBusy else { return [] }
    if let reason = review.hindrance(bringsUp: bringsUp, state) {
      return [.notice(Notice(.warning, "cannot \(bringsUp ? "write and apply" : "write"): \(reason)"))]
    }
    if review.isUnchanged {
      let run = bringsUp ? bringUp(review.change) : []
      return finish(review) + run
    }
    review.isBusy = true
    review.bringsUp = bringsUp
    review.change.serial = request()
    page = .review(review)
    return [.effect(.editor(.write(review.change)))]
  }

  /// The text is in the file.
  mutating func takeWritten(_ serial: Int, _ state: SharedState) -> [EditorOutcome] {
    if let reverted = reverts.removeValue(forKey: serial) { return bringUpAgain(reverted) }
    guard case .review(let review)? = page, isAwaited(serial) else { return [] }
    let outcomes: [EditorOutcome] = [.readAgain(review.change.key)] + finish(review)
    return outcomes
      + (review.bringsUp
        ? bringUp(review.change) : [.notice(Notice(.success, "wrote \(review.change.path)"))])
  }

  /// Closes the review, and the editor that it came from.
  private mutating func finish(_ review: Review) -> [EditorOutcome] {
    page = nil
    stopWaiting()
    return review.isFromEditor ? closeEditor() : []
  }

  /// Brings the stack of a written change up, with the scale that its plan was shown with.
  private mutating func bringUp(_ change: FileChange) -> [EditorOutcome] {
    let run = ComposeRun(.up, change.source, scale: change.scale)
    applied[change.serial] = AppliedChange(change: change, run: run)
    return [.begin(.compose([run], change: change.serial), on: change.key.engine)]
  }
}
