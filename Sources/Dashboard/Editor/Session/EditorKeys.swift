import TerminalUI
import TextEditing

extension DashboardState {
  /// Gives a key to the editor.
  mutating func pressEditor(_ key: KeyPress) -> [Effect] {
    guard let editor = editing.editor else { return [] }
    editing.editor?.remark = nil
    if editor.entry != nil { return change { $0.pressSearch(key) } }
    if editor.completion != nil, let effects = pressCompletion(key) { return effects }
    if let effects = pressCommand(key) { return effects }
    var copied: String?
    let effects = change { editor in
      if key == .control("c") || key == .control("x") { copied = editor.text.selectedText }
      _ = editor.text.handle(key)
    }
    if let copied, !copied.isEmpty { return effects + [.copy(copied)] }
    return effects
  }

  /// The keys that are the editor's, not the text's.
  private mutating func pressCommand(_ key: KeyPress) -> [Effect]? {
    switch (key.key, key.modifiers) {
    case (.escape, []): return leaveEditor()
    case (.character("s"), .control): return reviewText()
    case (.character("o"), .control): return handOverText()
    case (.character("b"), .control): editing.editor?.switchBlock()
    case (.character("f"), .control): editing.editor?.beginSearch(replacing: false)
    case (.character("r"), .control): editing.editor?.beginSearch(replacing: true)
    case (.character(" "), .control), (.character("@"), .control): return complete()
    case (.character("l"), .control): return [.redraw]
    case (.function(1), _): overlays.append(.text(TextOverlay(.editorHelp)))
    default: return nil
    }
    return []
  }

  /// Pasted text goes into the text as it is.
  mutating func pasteIntoEditor(_ text: String) -> [Effect] {
    editing.editor?.remark = nil
    if editing.editor?.entry != nil {
      let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      return change { $0.pasteIntoSearch(line) }
    }
    editing.editor?.completion = nil
    return change { $0.text.paste(text) }
  }

  /// Does something with the text; in read-only mode a text that became another one is put back.
  mutating func change(_ body: (inout EditorState) -> Void) -> [Effect] {
    guard var editor = editing.editor else { return [] }
    let revision = editor.text.revision
    body(&editor)
    if editor.text.revision != revision, isReadOnly {
      editing.editor?.remark = "cannot edit: \(Self.readOnlyReason)"
      return []
    }
    editing.editor = editor
    return editor.text.revision == revision ? [] : textChanged()
  }

  /// Has the text checked, and kept, a moment after the last key.
  mutating func textChanged() -> [Effect] {
    guard let editor = editing.editor else { return [] }
    let revision = editor.text.revision
    return [
      .after(milliseconds: 200, .editor(.check(path: editor.path, revision: revision))),
      .after(milliseconds: 1_500, .editor(.keep(path: editor.path, revision: revision))),
    ]
  }

  /// A moment after a key: nothing is done where another key came meanwhile.
  mutating func take(_ alarm: EditorAlarm) -> [Effect] {
    guard let editor = editing.editor else { return [] }
    switch alarm {
    case .check(let path, let revision):
      guard path == editor.path, revision == editor.text.revision else { return [] }
      return check()
    case .keep(let path, let revision):
      guard path == editor.path, revision == editor.text.revision, editor.keptRevision != revision else {
        return []
      }
      editing.editor?.keptRevision = revision
      guard let unsaved = unsavedText else { return forgetKept() }
      return [.editor(.keep(unsaved))]
    }
  }

  /// The text is the file's again: nothing needs to be kept.
  private mutating func forgetKept() -> [Effect] {
    guard let editor = editing.editor else { return [] }
    return [.editor(.forget(path: editor.path, leftovers: editor.isRecovered))]
  }

  /// `esc`: asks where something would be lost.
  private mutating func leaveEditor() -> [Effect] {
    guard let editor = editing.editor else { return [] }
    guard editor.isModified else { return closeEditor() }
    overlays.append(.menu(.leaving(editor)))
    return []
  }

  /// `ctrl-s`: what writing the text would do.
  mutating func reviewText() -> [Effect] {
    guard let editor = editing.editor else { return [] }
    let change = FileChange(
      serial: 0, key: editor.key, source: editor.source, path: editor.path, base: editor.base,
      text: editor.text.text)
    return review(change, isFromEditor: true)
  }

  /// `ctrl-o`: the terminal and the text go to the user's own editor.
  private mutating func handOverText() -> [Effect] {
    guard let editor = editing.editor else { return [] }
    let order = HandOver(
      serial: editing.request(), path: editor.path, text: EditedText(editor.text),
      line: editor.text.cursor.line + 1)
    return [.editor(.handOver(order))]
  }

  /// The user's own editor has ended: its text is one step.
  mutating func takeBack(_ serial: Int, _ text: String) -> [Effect] {
    guard editing.isAwaited(serial), editing.editor != nil else { return [] }
    return change { editor in
      let revision = editor.text.revision
      let line = editor.text.cursor.line
      editor.text.setText(text)
      editor.remark =
        editor.text.revision == revision ? "nothing was changed" : "took the text back: ctrl-z undoes it"
      if editor.text.cursor.line == 0 { editor.text.move(to: TextPosition(line: line, column: 0)) }
    }
  }
}

/// What comes due a moment after a key.
package enum EditorAlarm: Sendable, Hashable {
  case check(path: String, revision: Int)
  case keep(path: String, revision: Int)
}

extension Menu {
  /// Before a text is left that is not written.
  static func leaving(_ editor: EditorState) -> Menu {
    Menu(
      title: "\(editor.path.split(separator: "/").last ?? "") is not written",
      entries: [
        Entry(title: "Keep editing", detail: "esc", key: KeyPress("k"), choice: .editing(.keepEditing)),
        Entry(title: "Review and write", detail: "r", key: KeyPress("r"), choice: .editing(.review)),
        Entry(title: "Discard what was changed", detail: "d", key: KeyPress("d"), choice: .editing(.discard)),
      ])
  }
}
