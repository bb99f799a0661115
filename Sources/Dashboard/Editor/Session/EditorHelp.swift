import TerminalUI

/// The keys of the editor, as `f1` shows them and docs/keys.md has them.
package enum EditorHelp {
  /// A key, or several that go together, and what it does.
  package static let keys: [(keys: String, does: String)] = [
    (
      "ctrl-s",
      "Review: what changes in the file and on the engine; then `a` writes and applies, `w` writes only."
    ),
    ("esc", "Leave; asks when something changed."),
    ("ctrl-b", "The block of the service, or the whole file."),
    ("ctrl-o", "Hand over to `$VISUAL` or `$EDITOR` and take the result back as one step."),
    ("ctrl-space", "Complete a key or a value."),
    ("ctrl-z ctrl-y", "Undo, redo."),
    ("ctrl-f", "Find; `enter` and the arrows go on, `alt-r` takes it for a regular expression."),
    ("ctrl-r", "Replace: `enter` replaces, `ctrl-a` replaces all."),
    ("shift-arrows ctrl-a", "Select; select all."),
    ("ctrl-x ctrl-c ctrl-v", "Cut, copy and put in the selection, or the line where nothing is selected."),
    ("ctrl-k", "Cut the line."),
    ("tab shift-tab", "Indent, the other way round."),
    ("alt-up alt-down", "Move the lines."),
    ("alt-;", "Make the lines a comment, or none."),
    ("ctrl-left ctrl-right", "Move by words."),
    ("home end ctrl-home ctrl-end", "Move to the line's or the text's start or end."),
    ("f1", "These keys."),
  ]

  static func rows(columns: Int) -> [StyledText] {
    let room = columns < 60 ? 14 : 30
    return keys.flatMap { keys, does in
      WrappedText.rows(does.filter { $0 != "`" }, columns: max(10, columns - room)).enumerated().map {
        index, row in
        StyledText(
          Pad.leading(index == 0 ? TextWidth.truncated(keys, to: room - 1) : "", room), Style(.hintKey))
          + StyledText(row)
      }
    }
  }
}
