import TerminalUI
import TextEditing

extension EditingState {
  /// A key that is no command's: the text's, or that of what is searched for.
  mutating func type(_ key: KeyPress, _ state: SharedState) -> [EditorOutcome] {
    editor?.remark = nil
    return change(state) { editor in
      if editor.entry == nil { _ = editor.text.handle(key) } else { editor.typeInSearch(key) }
    }
  }

  /// Pasted text goes into the text as it is; where something is searched for, its first line.
  mutating func paste(_ text: String, _ state: SharedState) -> [EditorOutcome] {
    editor?.remark = nil
    if editor?.entry != nil {
      let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      return change(state) { $0.pasteIntoSearch(line) }
    }
    editor?.completion = nil
    return change(state) { $0.text.paste(text) }
  }

  /// Does something with the text; in read-only mode a text that became another one is put back.
  mutating func change(_ state: SharedState, _ body: (inout EditorState) -> Void) -> [EditorOutcome] {
    guard var editor else { return [] }
    let revision = editor.text.revision
    body(&editor)
    if editor.text.revision != revision, state.isReadOnly {
      self.editor?.remark = "cannot edit: \(SharedState.readOnlyReason)"
      return []
    }
    self.editor = editor
    return editor.text.revision == revision ? [] : textChanged()
  }

  /// Has the text checked, and kept, a moment after the last key.
  func textChanged() -> [EditorOutcome] {
    guard let editor else { return [] }
    let revision = editor.text.revision
    return [
      .effect(.after(milliseconds: 200, .editor(.check(path: editor.path, revision: revision)))),
      .effect(.after(milliseconds: 1_500, .editor(.keep(path: editor.path, revision: revision)))),
    ]
  }

  /// A moment after a key: nothing is done where another key came meanwhile.
  mutating func update(_ timer: EditorTimer, _ state: SharedState) -> [EditorOutcome] {
    guard let editor else { return [] }
    switch timer {
    case .check(let path, let revision):
      guard path == editor.path, revision == editor.text.revision else { return [] }
      return check(state)
    case .keep(let path, let revision):
      guard path == editor.path, revision == editor.text.revision, editor.keptRevision != revision else {
        return []
      }
      self.editor?.keptRevision = revision
      // Where the text is the file's again, nothing needs to be kept.
      let effect = unsavedText.map { EditorEffect.keep($0) }
      return [.effect(.editor(effect ?? .forget(path: editor.path, leftovers: editor.isRecovered)))]
    }
  }

  /// `esc`: asks where something would be lost.
  func leaveEditor() -> [EditorOutcome] {
    guard let editor else { return [] }
    guard editor.isModified else { return [.send(.discard)] }
    let menu = Menu<EditorAction>(
      title: "\(editor.path.split(separator: "/").last ?? "") has unsaved changes",
      entries: [
        .init(title: "Keep editing", detail: "esc", key: KeyPress("k"), choice: .several([])),
        .init(title: "Review and write", detail: "r", key: KeyPress("r"), choice: .send(.review)),
        .init(title: "Discard changes", detail: "d", key: KeyPress("d"), choice: .send(.discard)),
      ])
    return [.show(.menu(menu))]
  }

  /// `ctrl-s`: what writing the text would do.
  mutating func reviewText(_ state: SharedState) -> [EditorOutcome] {
    editor?.remark = nil
    guard let editor else { return [] }
    let change = FileChange(
      serial: 0, key: editor.key, source: editor.source, path: editor.path, base: editor.base,
      text: editor.text.text)
    return review(change, isFromEditor: true, state)
  }

  /// `ctrl-o`: the terminal and the text go to the user's own editor.
  mutating func handOverText() -> [EditorOutcome] {
    self.editor?.remark = nil
    guard let editor else { return [] }
    let order = HandOver(
      serial: request(), path: editor.path, text: EditedText(editor.text), line: editor.text.cursor.line + 1)
    return [.effect(.editor(.handOver(order)))]
  }

  /// The user's own editor has ended: its text is one step.
  mutating func takeBack(_ serial: Int, _ text: String, _ state: SharedState) -> [EditorOutcome] {
    guard isAwaited(serial), editor != nil else { return [] }
    return change(state) { editor in
      let revision = editor.text.revision
      let line = editor.text.cursor.line
      editor.text.setText(text)
      editor.remark =
        editor.text.revision == revision ? "nothing changed" : "took over the new text: ctrl-z undoes it"
      if editor.text.cursor.line == 0 { editor.text.move(to: TextPosition(line: line, column: 0)) }
    }
  }
}
