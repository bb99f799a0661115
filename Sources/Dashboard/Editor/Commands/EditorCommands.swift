import TerminalUI

/// What can be done in the editor. What is typed is text; these are the keys that mean something else.
enum EditorCommands {
  typealias EditorCommand = Command<EditingState, EditorAction>

  static let all: [EditorCommand] = own + ofText + search

  private static let own: [EditorCommand] = [
    command(
      "editor.review", "Review", "Shows what changes in the file and on the engine, before it is written.",
      hint: "review", .review),
    command(
      "editor.leave", "Leave", "Leaves the editor; asks first about unsaved changes.", hint: "leave", .leave),
    Command(
      "editor.keys", "Keys", doc: "Shows the keys of the editor.", in: .inner(.editor), hint: "keys",
      run: { _, _ in [.show(.text(TextOverlay(.keys(.inner(.editor)))))] }),
    Command(
      "editor.block", "Block or whole file", doc: "Shows the block of the service, or the whole file.",
      in: .inner(.editor),
      hint: { editing, _ in editing.editor?.text.visibleLines == nil ? "block" : "whole file" },
      run: { _, _ in [.send(.switchBlock)] }),
    command("editor.find", "Find", "Finds text or a pattern.", hint: "find", .find(replacing: false)),
    command(
      "editor.replace", "Replace", "Finds text and replaces it.", hint: "replace",
      .find(replacing: true)),
    command(
      "editor.complete", "Complete", "Offers keys or values that fit at the cursor.", hint: "complete",
      .complete),
    command("editor.undo", "Undo", "Undoes the last step.", hint: "undo", .text(.control("z"))),
    command(
      "editor.hand-over", "Open in $EDITOR",
      "Opens the text in `$VISUAL` or `$EDITOR` and takes over the result as one step.",
      hint: "$EDITOR", .handOver),
    Command(
      "editor.redraw", "Redraw", doc: "Redraws the whole screen.", in: .inner(.editor),
      run: { _, _ in [.effect(.redraw)] }),
  ]

  /// Commands that the text knows by a key of its own: another key for the command is that one to the text.
  private static let ofText: [EditorCommand] = [
    command("editor.redo", "Redo", "Redoes the last undone step.", .text(.control("y"))),
    command("editor.select-all", "Select all", "Selects the whole text.", .text(.control("a"))),
    Command(
      "editor.copy", "Copy", doc: "Copies the selection, or the line if nothing is selected.",
      in: .inner(.editor), run: { editing, _ in copy(editing, .control("c")) }),
    Command(
      "editor.cut", "Cut", doc: "Cuts the selection, or the line if nothing is selected.",
      in: .inner(.editor), run: { editing, _ in copy(editing, .control("x")) }),
    command("editor.paste", "Paste", "Pastes what was last cut or copied.", .text(.control("v"))),
    command("editor.cut-line", "Cut line", "Cuts the line.", .text(.control("k"))),
    command("editor.indent", "Indent", "Indents the lines.", .text(KeyPress(.tab))),
    command("editor.unindent", "Unindent", "Unindents the lines.", .text(KeyPress(.backtab))),
    command("editor.line-up", "Move lines up", "Moves the lines up.", .text(KeyPress(.up, .alt))),
    command("editor.line-down", "Move lines down", "Moves the lines down.", .text(KeyPress(.down, .alt))),
    command(
      "editor.comment", "Comment", "Comments or uncomments the lines.",
      .text(KeyPress(.character(";"), .alt))),
  ]

  private static let search: [EditorCommand] = [
    Command(
      "search.confirm", "Next or replace",
      doc: "Goes to the next match; when replacing, replaces this one.",
      in: .inner(.search), hint: { editing, _ in editing.isReplacing ? "replace" : "next" },
      run: { _, _ in [.send(.search(.confirm))] }),
    Command(
      "search.replace-all", "Replace all", doc: "Replaces all matches.", in: .inner(.search),
      hint: { editing, _ in editing.isReplacing ? "all" : nil },
      unavailable: { editing, _ in editing.isReplacing ? nil : "only while replacing" },
      run: { _, _ in [.send(.search(.replaceAll))] }),
    Command(
      "search.next", "Next match", doc: "Goes to the next match.", in: .inner(.search),
      hint: { editing, _ in editing.isReplacing ? "next" : nil }, run: { _, _ in [.send(.search(.next))] }),
    Command(
      "search.previous", "Previous match", doc: "Goes to the previous match.", in: .inner(.search),
      hint: { editing, _ in editing.isReplacing ? nil : "previous" },
      run: { _, _ in [.send(.search(.previous))] }),
    Command(
      "search.field", "Other field", doc: "Goes to the other field.", in: .inner(.search),
      hint: { editing, _ in editing.isReplacing ? "other field" : nil },
      run: { _, _ in [.send(.search(.otherField))] }),
    Command(
      "search.replace", "Replace", doc: "Asks for the replacement.",
      in: .inner(.search),
      hint: { editing, _ in editing.isReplacing ? nil : "replace" },
      run: { _, _ in [.send(.search(.replace))] }),
    Command(
      "search.pattern", "Regular expression", doc: "Switches between a regular expression and plain text.",
      in: .inner(.search), hint: { editing, _ in editing.isReplacing ? nil : "pattern" },
      run: { _, _ in [.send(.search(.togglePattern))] }),
    Command(
      "search.close", "Back to the text", doc: "Ends the search.", in: .inner(.search), hint: "back",
      run: { _, _ in [.send(.search(.close))] }),
  ]

  private static func command(
    _ id: String, _ title: String, _ doc: String, hint: String? = nil, _ action: EditorAction
  ) -> EditorCommand {
    Command(
      id, title, doc: doc, in: .inner(.editor), hint: { _, _ in hint }, run: { _, _ in [.send(action)] })
  }

  /// What is copied in the text is copied to the terminal's clipboard too.
  private static func copy(_ editing: EditingState, _ key: KeyPress) -> [EditorOutcome] {
    let text = editing.editor?.text.selectedText ?? ""
    return [.send(.text(key))] + (text.isEmpty ? [] : [.effect(.copy(text))])
  }
}

extension EditingState {
  /// Whether what is found is to be replaced.
  fileprivate var isReplacing: Bool { editor?.entry?.replacement != nil }
}
