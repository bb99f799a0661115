import TerminalUI

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
  var offset = 0

  init(_ change: FileChange, theirs: String?, isFromEditor: Bool) {
    self.change = change
    self.theirs = theirs
    self.isFromEditor = isFromEditor
    theirLines = DifferenceLine.between(change.base ?? "", theirs ?? "")
    myLines = DifferenceLine.between(change.base ?? "", change.text)
  }
}

extension DashboardState {
  /// The file is not what the change started from.
  mutating func takeConflict(_ serial: Int, _ theirs: String?) -> [Effect] {
    if let reverted = editing.reverts.removeValue(forKey: serial) {
      let path = reverted.change.path
      return notify(
        Notice(
          .error, "cannot put \(path) back: it was changed meanwhile — its stack's Z shows the difference"))
    }
    guard editing.isAwaited(serial), case .review(let review)? = editing.page else { return [] }
    editing.page = .conflict(Conflict(review.change, theirs: theirs, isFromEditor: review.isFromEditor))
    return []
  }

  mutating func press(_ key: KeyPress, in conflict: Conflict) -> [Effect] {
    if key.key == .escape || key == .control("c") || key.typed == "q" {
      editing.page = nil
      return []
    }
    switch key.typed {
    case "m"?: return keepMine(conflict)
    case "t"?: return takeTheirs(conflict)
    default: break
    }
    var conflict = conflict
    let rows = ConflictView.rows(conflict, columns: pageRect.inset(by: 1).columns).count
    conflict.offset = PageScroll.offset(conflict.offset, key, rows: rows, page: pageRect.rows - 2)
    editing.page = .conflict(conflict)
    return []
  }

  /// Goes on with the same text over what the file holds now: the review shows what would be lost.
  private mutating func keepMine(_ conflict: Conflict) -> [Effect] {
    var change = conflict.change
    change.base = conflict.theirs
    if conflict.isFromEditor {
      editing.editor?.base = conflict.theirs
      editing.editor?.diskText = nil
    }
    return review(change, isFromEditor: conflict.isFromEditor)
  }

  /// Goes on with what the file holds now, as one step that can be undone.
  private mutating func takeTheirs(_ conflict: Conflict) -> [Effect] {
    editing.page = nil
    guard conflict.isFromEditor, let theirs = conflict.theirs else { return [] }
    editing.editor?.base = theirs
    editing.editor?.diskText = nil
    editing.editor?.text.setText(theirs)
    return textChanged()
  }
}
