/// A file that has become another one while a change of it was made: the text it started from, the text that is there
/// now, and the text that was to be written.
struct Conflict: Sendable, Equatable {
  let change: FileChange
  /// What the file holds now; nil where it is gone.
  let theirs: String?
  let isFromEditor: Bool
  /// What they have changed.
  let theirLines: [DifferenceLine]
  /// What was to be changed.
  let myLines: [DifferenceLine]
  var scroll = Scroll()

  init(_ change: FileChange, theirs: String?, isFromEditor: Bool) {
    self.change = change
    self.theirs = theirs
    self.isFromEditor = isFromEditor
    theirLines = DifferenceLine.between(change.base ?? "", theirs ?? "")
    myLines = DifferenceLine.between(change.base ?? "", change.text)
  }
}

extension EditingState {
  /// The file is not what the change started from.
  mutating func takeConflict(_ serial: Int, _ theirs: String?) -> [EditorOutcome] {
    if let reverted = reverts.removeValue(forKey: serial) {
      let path = reverted.change.path
      return [
        .notice(
          Notice(
            .error, "cannot restore \(path): it has changed since — Z on its stack shows the difference"))
      ]
    }
    guard isAwaited(serial), case .review(let review)? = page else { return [] }
    page = .conflict(Conflict(review.change, theirs: theirs, isFromEditor: review.isFromEditor))
    return []
  }

  /// Goes on with the same text over what the file holds now: the review shows what would be lost.
  mutating func keepMine(_ state: SharedState) -> [EditorOutcome] {
    guard let conflict else { return [] }
    var change = conflict.change
    change.base = conflict.theirs
    if conflict.isFromEditor {
      editor?.base = conflict.theirs
      editor?.diskText = nil
    }
    return review(change, isFromEditor: conflict.isFromEditor, state)
  }

  /// Goes on with what the file holds now, as one step that can be undone.
  mutating func takeTheirs() -> [EditorOutcome] {
    guard let conflict else { return [] }
    page = nil
    guard conflict.isFromEditor, let theirs = conflict.theirs else { return [] }
    editor?.base = theirs
    editor?.diskText = nil
    editor?.text.setText(theirs)
    return textChanged()
  }
}
