import TerminalUI

/// What is chosen in the menus of editing.
enum EditingChoice: Sendable, Equatable {
  case open(EditorRequest, FileCandidate)
  /// Opens a file with a text that an earlier run could not write.
  case recover(EditorRequest, FileCandidate, String)
  case discardLeftover(EditorRequest, FileCandidate)
  case ignoreLeftover(EditorRequest, FileCandidate)
  case keepEditing
  case discard
  case review
  case quickEdit(QuickEdit)
  case newStack(NewStackKind)
  /// Opens a text that an earlier run could not write.
  case leftover(Leftover)
}

extension DashboardState {
  /// Does what was chosen in a menu of editing.
  mutating func carryOut(_ choice: EditingChoice) -> [Effect] {
    switch choice {
    case .open(let request, let file): return open(request, file)
    case .recover(let request, let file, let text): return edit(request, file, recovered: text)
    case .discardLeftover(let request, let file):
      return [.editor(.forget(path: file.path, leftovers: true))] + edit(request, file)
    case .ignoreLeftover(let request, let file): return edit(request, file)
    case .keepEditing: return []
    case .discard: return closeEditor()
    case .review: return reviewText()
    case .quickEdit(let edit): return begin(edit)
    case .newStack(let kind): return begin(kind)
    case .leftover(let leftover): return open(leftover)
    }
  }
}
