import ComposeFile
import StackPlanning
import TerminalUI
import TextEditing

/// A file while it is open in the editor.
struct EditorState: Sendable, Equatable {
  /// The stack that the file belongs to.
  let key: ProjectKey
  let source: StackSource
  /// The file, absolute.
  let path: String
  /// The text that the file had when it was read; nil while there is no file.
  var base: String?
  /// What the file holds now, where it has been heard that it is another text; nil for the same.
  var diskText: String?
  /// The text, its cursor and what can be undone.
  var text: TextEditor
  /// The service whose block is, or can be, shown alone; nil where the whole file was opened.
  let service: String?
  /// What is typed at the foot; nil for nothing.
  var entry: SearchEntry?
  /// What could be typed at the cursor, while the user chooses; nil for nothing.
  var completion: OpenCompletion?
  /// The service whose block is shown alone; it means nothing while all of the file is shown.
  var blockName: String?
  var checks = LiveChecks()
  /// The state of the text that is in the swap file; nil for none.
  var keptRevision: Int?
  /// Whether the text is one that an earlier run has left.
  var isRecovered = false
  /// What the user should know until the next key.
  var remark: String?
  /// What had the keys before.
  let focusBefore: Focus

  /// Whether the text is not the file's.
  var isModified: Bool { base == nil ? text.lines.count > 1 || text.lines[0] != "" : text.isModified }
}

extension EditingState {
  /// The text in the editor, where it is written nowhere; nil where nothing would be lost.
  var unsavedText: UnsavedText? {
    guard let editor, editor.text.revision > 0 || editor.isRecovered, editor.isModified
    else {
      return nil
    }
    return UnsavedText(
      path: editor.path, project: editor.key.name.rawValue, text: EditedText(editor.text),
      replacesLeftover: editor.isRecovered)
  }
}

/// What the checks say about the text.
struct LiveChecks: Sendable, Equatable {
  /// The number of the last request to check.
  var asked = 0
  /// The number that the findings answer.
  var answered = 0
  /// The findings that stand in this file, by line from 0; the worst of a line first.
  var byLine: [Int: [ComposeFinding]] = [:]
  /// How many there are, those without a line too.
  var errors = 0
  var warnings = 0
  /// What is wrong with the file as a whole, or with another file of the stack.
  var elsewhere: [ComposeFinding] = []

  /// Whether the findings are about the text as it was last asked about.
  var isCurrent: Bool { asked == answered }
}
