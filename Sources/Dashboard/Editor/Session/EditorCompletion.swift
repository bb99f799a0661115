import ComposeFile
import TerminalUI
import TextEditing

/// What could be typed at the cursor, while the user chooses.
struct OpenCompletion: Sendable, Equatable {
  var list: CompletionList
  /// The line that is completed, from 0.
  let line: Int
  /// The characters of it that what is chosen takes the place of.
  let columns: Range<Int>
}

extension DashboardState {
  /// `ctrl-space`: offers what fits at the cursor; the only thing that fits is put in.
  mutating func complete() -> [Effect] {
    guard let found = completion() else {
      editing.editor?.remark = "nothing is known that fits here"
      return []
    }
    guard found.list.items.count == 1 else {
      editing.editor?.completion = found
      return []
    }
    return change { $0.text.complete(found.list.items[0], replacing: found.columns) }
  }

  /// A key while something is offered; nil for one that is the editor's own.
  mutating func pressCompletion(_ key: KeyPress) -> [Effect]? {
    guard var completion = editing.editor?.completion else { return nil }
    switch completion.list.handle(key) {
    case .moved:
      editing.editor?.completion = completion
      return []
    case .chosen(let item):
      editing.editor?.completion = nil
      return change { $0.text.complete(item, replacing: completion.columns) }
    case .closed:
      editing.editor?.completion = nil
      return []
    case .unused:
      editing.editor?.completion = nil
      guard key.typed != nil || key == KeyPress(.backspace) else { return nil }
      let effects = change { _ = $0.text.handle(key) }
      let found = self.completion()
      editing.editor?.completion = found
      return effects
    }
  }

  /// What fits at the cursor; nil for nothing.
  private func completion() -> OpenCompletion? {
    guard let editor = editing.editor else { return nil }
    let cursor = editor.text.cursor
    let (columns, candidates) = ComposeCompletion.candidates(
      in: editor.text.lines, line: cursor.line, column: cursor.column, known: knownNames(for: editor.key))
    let items = candidates.map { CompletionList.Item($0.name, insertion: $0.insertion, detail: $0.detail) }
    return CompletionList(items).map { OpenCompletion(list: $0, line: cursor.line, columns: columns) }
  }

  /// The names on the engine that a file may use.
  private func knownNames(for key: ProjectKey) -> ComposeCompletion.KnownNames {
    ComposeCompletion.KnownNames(
      images: facts.images.values.flatMap(\.repoTags).sorted(),
      networks: facts.networks.values.map(\.name).sorted(),
      volumes: facts.volumes.keys.map(\.rawValue).filter { $0.count != 64 }.sorted(),
      variables: (stacks.readings[key]?.project?.environment.keys).map { $0.sorted() } ?? [])
  }
}
