import ComposeFile
import StackPlanning

/// A change before it is written: the lines in which the file differs, and what it comes to on the engine.
struct Review: Sendable, Equatable {
  var change: FileChange
  /// Where `esc` goes back to: the text, or where the user was.
  let isFromEditor: Bool
  /// What the change comes to; nil while it is worked out.
  var facts: ChangeFacts?
  /// Whether errors of the checks are no hindrance.
  var overrules = false
  /// Whether it is being written; keys wait.
  var isBusy = false
  /// What follows the writing.
  var bringsUp = false
  var scroll = Scroll()

  init(_ change: FileChange, isFromEditor: Bool) {
    self.change = change
    self.isFromEditor = isFromEditor
  }

  /// How many errors the checks have found.
  var errors: Int { facts?.findings.count { $0.severity == .error } ?? 0 }

  /// Whether the text is the file's.
  var isUnchanged: Bool { change.text == change.base }

  /// Why it cannot be written now; nil where it can.
  func hindrance(bringsUp: Bool, _ state: SharedState) -> String? {
    if state.isReadOnly { return SharedState.readOnlyReason }
    guard let facts else { return "the plan is not ready yet" }
    if isUnchanged, !bringsUp { return "nothing changed" }
    if bringsUp {
      guard facts.isReadable else { return "Compose could not read it — press ! then w to write it anyway" }
      switch state.compose {
      case .found: break
      case .unknown: return "still looking for a Compose command — try again in a moment"
      case .missing: return "no Compose command found — w writes only"
      }
      guard state.engines[change.key.engine].connection.isLive else {
        return "the engine is not answering — w writes only"
      }
    }
    guard errors == 0 || overrules else {
      return "\(Counted.text(errors, "error")) — ! overrides \(errors == 1 ? "it" : "them")"
    }
    return nil
  }
}

extension EditingState {
  /// Begins to review a change.
  mutating func review(
    _ change: FileChange, isFromEditor: Bool = false, _ state: SharedState
  ) -> [EditorOutcome] {
    var change = change
    let engine = state.engines[change.key.engine]
    change.serial = request()
    change.usedPorts = engine.portsHeld(against: change.key)
    change.scale = engine.stacks.memory(of: change.key).scale
    page = .review(Review(change, isFromEditor: isFromEditor))
    return [.effect(.editor(.examine(change)))]
  }

  /// Edits a file of a stack by a few steps, and reviews them: nothing is written before the user says so. The file is
  /// the last one that has what is changed, where none is named.
  mutating func reviewEdits(
    of key: ProjectKey, file: String? = nil, _ steps: [EditOrder.Step], _ state: SharedState
  ) -> [EditorOutcome] {
    if state.isReadOnly {
      return [.notice(Notice(.warning, "cannot edit: \(SharedState.readOnlyReason)"))]
    }
    let engine = state.engines[key.engine]
    guard let source = engine.source(of: key) else {
      return [.notice(Notice(.warning, "cannot edit \(key.name): \(engine.noFilesReason(key))"))]
    }
    let order = EditOrder(serial: request(), key: key, source: source, file: file, steps: steps)
    return [.effect(.editor(.propose(order)))]
  }

  /// `Z`: asks for the text before the last edit.
  mutating func takeLastEditBack(_ state: SharedState) -> [EditorOutcome] {
    guard let key = EditTarget(state).key, let source = state.engines[key.engine].source(of: key) else {
      return []
    }
    let request = EditorRequest(
      serial: request(), key: key, source: source, service: nil, purpose: .edit)
    return [.effect(.editor(.takeBack(request)))]
  }

  /// A text that was made elsewhere is there: it is reviewed.
  mutating func takeProposal(_ change: FileChange, _ state: SharedState) -> [EditorOutcome] {
    guard isAwaited(change.serial) else { return [] }
    guard change.text != change.base else {
      return [.notice(Notice(.information, "nothing would change in \(change.path)"))]
    }
    return review(change, state)
  }

  /// What a change comes to.
  mutating func takeFacts(_ serial: Int, _ facts: ChangeFacts) {
    guard case .review(var review)? = page, review.change.serial == serial else { return }
    _ = isAwaited(serial)
    review.facts = facts
    page = .review(review)
  }
}
