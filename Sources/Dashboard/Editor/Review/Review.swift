import ComposeFile
import StackPlanning
import TerminalUI

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
  var offset = 0

  init(_ change: FileChange, isFromEditor: Bool) {
    self.change = change
    self.isFromEditor = isFromEditor
  }

  /// How many errors the checks have found.
  var errors: Int { facts?.findings.count { $0.severity == .error } ?? 0 }

  /// Whether the text is the file's.
  var isUnchanged: Bool { change.text == change.base }
}

extension DashboardState {
  /// Begins to review a change.
  mutating func review(_ change: FileChange, isFromEditor: Bool = false) -> [Effect] {
    var change = change
    change.serial = editing.request()
    change.usedPorts = portsHeld(against: change.key)
    editing.page = .review(Review(change, isFromEditor: isFromEditor))
    return [.editor(.examine(change))]
  }

  /// Edits a file of a stack by a few steps, and reviews them: nothing is written before the user says so. The file is
  /// the last one that has what is changed, where none is named.
  mutating func reviewEdits(
    of key: ProjectKey, file: String? = nil, _ steps: [EditOrder.Step]
  ) -> [Effect] {
    if isReadOnly { return notify(Notice(.warning, "cannot edit: \(Self.readOnlyReason)")) }
    guard let source = source(of: key) else {
      return notify(Notice(.warning, "cannot edit \(key.name): \(noFilesReason(key))"))
    }
    let serial = editing.request()
    let order = EditOrder(serial: serial, key: key, source: source, file: file, steps: steps)
    return [.editor(.propose(order))]
  }

  static let readOnlyReason = "read-only mode: davit was started so that it changes nothing"

  /// Why a stack has no files that could be edited.
  func noFilesReason(_ key: ProjectKey) -> String {
    let labels = (facts.projects[key]?.containers ?? []).compactMap { facts.containers[$0]?.compose }
    if labels.contains(where: { $0.configFiles == ["-"] }) {
      return "it was made from the standard input, so there is no file"
    }
    return "its containers do not say which files it was made from"
  }

  /// `Z`: asks for the text before the last edit.
  mutating func beginTakingBack() -> [Effect] {
    guard let key = editTarget.key, let source = source(of: key) else { return [] }
    let request = EditorRequest(
      serial: editing.request(), key: key, source: source, service: nil, purpose: .edit)
    return [.editor(.takeBack(request))]
  }

  /// A text that was made elsewhere is there: it is reviewed.
  mutating func takeProposal(_ change: FileChange) -> [Effect] {
    guard editing.isAwaited(change.serial) else { return [] }
    guard change.text != change.base else {
      return notify(Notice(.information, "nothing would change in \(change.path)"))
    }
    return review(change)
  }

  /// What a change comes to.
  mutating func takeFacts(_ serial: Int, _ facts: ChangeFacts) -> [Effect] {
    guard case .review(var review)? = editing.page, review.change.serial == serial else { return [] }
    _ = editing.isAwaited(serial)
    review.facts = facts
    editing.page = .review(review)
    return []
  }
}
