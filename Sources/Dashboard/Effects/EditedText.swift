import TextEditing

/// A text as it stands in the editor. Whoever needs it in one piece puts it together, which takes a while where it is
/// long: not what holds up the keys.
package struct EditedText: Sendable, Hashable {
  private let editor: TextEditor

  /// The text of an editor as it is now.
  package init(_ editor: TextEditor) { self.editor = editor }

  /// The whole text.
  package var string: String { editor.text }

  /// Whether both are the same state of a text.
  package static func == (left: EditedText, right: EditedText) -> Bool {
    left.editor.revision == right.editor.revision && left.editor.lines.count == right.editor.lines.count
  }
  /// The state's number is enough.
  package func hash(into hasher: inout Hasher) { hasher.combine(editor.revision) }
}
