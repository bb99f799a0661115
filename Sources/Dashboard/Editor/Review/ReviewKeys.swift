import StackPlanning
import TerminalUI

extension DashboardState {
  /// Gives a key to what lies over the whole screen.
  mutating func pressPage(_ key: KeyPress) -> [Effect] {
    switch editing.page {
    case .review(let review)?: return press(key, in: review)
    case .conflict(let conflict)?: return press(key, in: conflict)
    case nil: return []
    }
  }

  private mutating func press(_ key: KeyPress, in review: Review) -> [Effect] {
    var review = review
    if key.key == .escape || key == .control("c") || key.typed == "q" { return closeReview(review) }
    switch key.typed {
    case "a"?: return write(review, bringsUp: true)
    case "w"?: return write(review, bringsUp: false)
    case "!"?: if review.errors > 0 { review.overrules.toggle() }
    default:
      let rows = ReviewView.rows(review, self, columns: pageRect.inset(by: 1).columns).count
      review.offset = PageScroll.offset(review.offset, key, rows: rows, page: pageRect.rows - 2)
    }
    editing.page = .review(review)
    return []
  }

  /// Back to the text, or to where the user was; what is being written is waited for.
  private mutating func closeReview(_ review: Review) -> [Effect] {
    guard !review.isBusy else { return [] }
    editing.awaited = nil
    editing.page = nil
    return []
  }

  private mutating func write(_ review: Review, bringsUp: Bool) -> [Effect] {
    guard !review.isBusy else { return [] }
    if let reason = review.hindrance(bringsUp: bringsUp, self) {
      return notify(Notice(.warning, "cannot \(bringsUp ? "write and apply" : "write"): \(reason)"))
    }
    if review.isUnchanged {
      let run = bringsUp ? bringUp(review.change) : []
      return finish(review) + run
    }
    var review = review
    review.isBusy = true
    review.bringsUp = bringsUp
    review.change.serial = editing.request()
    editing.page = .review(review)
    return [.editor(.write(review.change))]
  }

  /// The text is in the file.
  mutating func takeWritten(_ serial: Int) -> [Effect] {
    if let reverted = editing.reverts.removeValue(forKey: serial) { return bringUpAgain(reverted) }
    guard case .review(let review)? = editing.page, editing.isAwaited(serial) else { return [] }
    stacks.revisions[review.change.key, default: 0] += 1
    var effects = finish(review)
    if review.bringsUp {
      effects += bringUp(review.change)
    } else {
      effects += notify(Notice(.success, "wrote \(review.change.path)"))
    }
    return effects
  }

  /// Closes the review, and the editor that it came from.
  private mutating func finish(_ review: Review) -> [Effect] {
    editing.page = nil
    return review.isFromEditor ? closeEditor() : []
  }

  /// Brings the stack of a written change up.
  private mutating func bringUp(_ change: FileChange) -> [Effect] {
    guard case .found(let program) = stacks.program else { return [] }
    let run = ComposeRun(.up, change.source, scale: stacks.memory[change.key]?.scale ?? [:])
    let effects = begin(run, with: program)
    if case .compose(_, _, let job)? = effects.first {
      editing.applied[job] = AppliedChange(change: change, run: run)
    }
    return effects
  }
}

extension Review {
  /// Why it cannot be written now; nil where it can.
  func hindrance(bringsUp: Bool, _ state: DashboardState) -> String? {
    if state.isReadOnly { return DashboardState.readOnlyReason }
    guard let facts else { return "what it would do is not worked out yet" }
    if isUnchanged, !bringsUp { return "nothing has changed" }
    if bringsUp {
      guard facts.isReadable else { return "Compose could not read it — w writes it all the same, after !" }
      switch state.stacks.program {
      case .found: break
      case .unknown: return "the Compose command is still being looked for — try again in a moment"
      case .missing: return "there is no Compose command — w writes only"
      }
      if !state.connection.isLive { return "the engine does not answer now — w writes only" }
    }
    guard errors == 0 || overrules else {
      return "\(Confirmation.counted(errors, "error")) — ! writes in spite of \(errors == 1 ? "it" : "them")"
    }
    return nil
  }
}

/// How keys move a page of rows.
enum PageScroll {
  static func offset(_ offset: Int, _ key: KeyPress, rows: Int, page: Int) -> Int {
    let page = max(1, page)
    let moved: Int =
      switch (key.key, key.typed) {
      case (.down, _), (_, "j"?): offset + 1
      case (.up, _), (_, "k"?): offset - 1
      case (.pageDown, _), (_, " "?): offset + page
      case (.pageUp, _): offset - page
      case (.home, _), (_, "g"?): 0
      case (.end, _), (_, "G"?): rows
      default:
        if key == .control("d") {
          offset + page / 2
        } else if key == .control("u") {
          offset - page / 2
        } else {
          offset
        }
      }
    return max(0, min(moved, rows - page))
  }
}
