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

extension EditingState {
  /// `ctrl-space`: offers what fits at the cursor; the only thing that fits is put in.
  mutating func complete(_ state: SharedState) -> [EditorOutcome] {
    editor?.remark = nil
    guard let found = completion(state) else {
      editor?.remark = "no completions here"
      return []
    }
    guard found.list.items.count == 1 else {
      editor?.completion = found
      return []
    }
    return change(state) { $0.text.complete(found.list.items[0], replacing: found.columns) }
  }

  /// A key while something is offered; nil for one that is the editor's own.
  mutating func pressCompletion(_ key: KeyPress, _ state: SharedState) -> [EditorOutcome]? {
    guard var completion = editor?.completion else { return nil }
    editor?.remark = nil
    switch completion.list.handle(key) {
    case .moved:
      editor?.completion = completion
      return []
    case .chosen(let item):
      editor?.completion = nil
      return change(state) { $0.text.complete(item, replacing: completion.columns) }
    case .closed:
      editor?.completion = nil
      return []
    case .unused:
      editor?.completion = nil
      guard key.typed != nil || key == KeyPress(.backspace) else { return nil }
      let outcomes = change(state) { _ = $0.text.handle(key) }
      let found = self.completion(state)
      editor?.completion = found
      return outcomes
    }
  }

  /// Takes a completion by its place in the list.
  mutating func chooseCompletion(_ index: Int, _ state: SharedState) -> [EditorOutcome] {
    guard let completion = editor?.completion, completion.list.items.indices.contains(index) else {
      return []
    }
    editor?.completion = nil
    return change(state) { $0.text.complete(completion.list.items[index], replacing: completion.columns) }
  }

  /// What fits at the cursor; nil for nothing.
  private func completion(_ state: SharedState) -> OpenCompletion? {
    guard let editor else { return nil }
    let cursor = editor.text.cursor
    let (columns, candidates) = ComposeCompletion.candidates(
      in: editor.text.lines, line: cursor.line, column: cursor.column,
      known: state.engines[editor.key.engine].knownNames(for: editor.key))
    let items = candidates.map { CompletionList.Item($0.name, insertion: $0.insertion, detail: $0.detail) }
    return CompletionList(items).map { OpenCompletion(list: $0, line: cursor.line, columns: columns) }
  }
}

extension EngineState {
  /// The names on the engine that a file may use.
  fileprivate func knownNames(for key: ProjectKey) -> ComposeCompletion.KnownNames {
    ComposeCompletion.KnownNames(
      images: facts.images.values.flatMap(\.repoTags).sorted(),
      networks: facts.networks.values.map(\.name).sorted(),
      volumes: facts.volumes.keys.map(\.rawValue).filter { $0.count != 64 }.sorted(),
      variables: (stacks.readings[key]?.project?.environment.keys).map { $0.sorted() } ?? [])
  }
}
