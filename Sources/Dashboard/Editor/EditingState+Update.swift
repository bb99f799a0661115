import TerminalUI
import Troubles

extension EditingState {
  /// Does what the user asks for.
  mutating func update(_ action: EditorAction, _ reply: UserReply, _ state: SharedState) -> [EditorOutcome] {
    switch action {
    case .open(let purpose): return locate(purpose, state)
    case .newStack: return NewStackKind.ask(state)
    case .takeLastEditBack: return takeLastEditBack(state)
    case .propose(let key, let file, let steps): return reviewEdits(of: key, file: file, steps, state)
    case .openFile(let request, let file): return open(request, file, state)
    case .recover(let request, let file, let text): return edit(request, file, recovered: text, state)
    case .discardLeftover(let request, let file):
      return [.effect(.editor(.forget(path: file.path, leftovers: true)))] + edit(request, file, state)
    case .ignoreLeftover(let request, let file): return edit(request, file, state)
    case .openLeftover(let leftover): return open(leftover, state)
    case .discard: return closeEditor()
    case .quickEdit(let edit): return begin(edit, state)
    case .begin(let kind): return kind.askForPlace(state)
    case .finish(let edit): return finish(edit, reply.texts, state)
    case .finishNewStack(let kind): return finish(kind, reply.texts)
    case .takeAppliedBack(let serial): return takeAppliedBack(serial)
    default: return updateOpen(action, state)
    }
  }

  /// What is done with what is open.
  private mutating func updateOpen(_ action: EditorAction, _ state: SharedState) -> [EditorOutcome] {
    switch action {
    case .review: return reviewText(state)
    case .leave: return leaveEditor()
    case .handOver: return handOverText()
    case .switchBlock:
      editor?.remark = nil
      editor?.switchBlock()
    case .complete: return complete(state)
    case .find(let replacing):
      editor?.remark = nil
      editor?.beginSearch(replacing: replacing)
    case .text(let key): return type(key, state)
    case .search(let command): return change(state) { $0.search(command) }
    case .write(let bringsUp): return write(bringsUp: bringsUp, state)
    case .overrule:
      if case .review(var review)? = page, review.errors > 0 {
        review.overrules.toggle()
        page = .review(review)
      }
    case .keepMine: return keepMine(state)
    case .takeTheirs: return takeTheirs()
    case .closePage: closePage()
    case .scroll(let step): scroll(step, state)
    default: break
    }
    return []
  }

  /// Takes in what came back of editing.
  mutating func update(_ update: EditorAnswer, _ state: SharedState) -> [EditorOutcome] {
    switch update {
    case .located(let request, let files): return locate(request, files, state)
    case .checked(let serial, let findings): editor?.takeFindings(serial, findings)
    case .examined(let serial, let facts): takeFacts(serial, facts)
    case .written(let serial): return takeWritten(serial, state)
    case .conflict(let serial, let theirs): return takeConflict(serial, theirs)
    case .refused(let serial, let reason): return takeRefusal(serial, reason)
    case .proposed(let change): return takeProposal(change, state)
    case .handedBack(let serial, let text): return takeBack(serial, text, state)
    case .prepared(let change): return openNew(change, state)
    case .leftovers(let leftovers): return offer(leftovers, state)
    }
    return []
  }

  /// Why an answer cannot be taken; nil when it can.
  static func problem(_ action: EditorAction, _ reply: UserReply) -> String? {
    switch action {
    case .finish(let edit): edit.problem(reply.texts)
    case .finishNewStack: NewStackKind.problem(reply.texts)
    default: nil
    }
  }

  /// Shows why something cannot be done; a review that wanted it goes on.
  private mutating func takeRefusal(_ serial: Int, _ reason: Trouble) -> [EditorOutcome] {
    if reverts.removeValue(forKey: serial) != nil { return [.notice(Notice(.error, reason))] }
    guard isAwaited(serial) else { return [] }
    if case .review(var review)? = page {
      review.isBusy = false
      page = .review(review)
    }
    return [.notice(Notice(.error, reason))]
  }

  /// Scrolls what lies over the whole screen.
  private mutating func scroll(_ step: Scroll.Step, _ state: SharedState) {
    let rect = state.pageRect
    let columns = rect.inset(by: 1).columns
    switch page {
    case .review(var review)?:
      let rows = ReviewView.rows(review, columns: columns, state.glyphs).count
      review.scroll.go(step, rows: rows, page: rect.rows - 2)
      page = .review(review)
    case .conflict(var conflict)?:
      let rows = ConflictView.rows(conflict, columns: columns).count
      conflict.scroll.go(step, rows: rows, page: rect.rows - 2)
      page = .conflict(conflict)
    case nil: break
    }
  }

  /// Back to the text, or to where the user was; what is being written is waited for.
  private mutating func closePage() {
    if case .review(let review)? = page, review.isBusy { return }
    stopWaiting()
    page = nil
  }
}
