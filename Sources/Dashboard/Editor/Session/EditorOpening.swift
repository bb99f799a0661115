import ComposeFile
import EngineModel
import TerminalUI
import TextEditing

/// What a selection says of what could be edited.
enum EditTarget: Sendable, Equatable {
  case stack(ProjectKey)
  case service(ProjectKey, ServiceName)
  /// Nothing, and why.
  case none(String)

  /// Why there is nothing to edit; nil where there is.
  var reason: String? { if case .none(let reason) = self { reason } else { nil } }

  var key: ProjectKey? {
    switch self {
    case .stack(let key), .service(let key, _): key
    case .none: nil
    }
  }

  var service: ServiceName? { if case .service(_, let name) = self { name } else { nil } }

  /// What `e` and its like are about.
  init(_ state: SharedState) {
    guard let row = state.panes[state.activePane].selection else {
      self = .none("nothing selected")
      return
    }
    let engine = state.engine(of: row)
    if let id = row.containerID {
      self.init(engine.facts.containers[id], engine)
    } else if let key = row.kind.stack(row, engine) {
      self = row.kind.service(row, engine).map { .service(key, $0) } ?? .stack(key)
    } else {
      self = .none("it is not a service")
    }
    if let key, engine.source(of: key) == nil { self = .none(engine.noFilesReason(key)) }
  }

  private init(_ container: ContainerSummary?, _ engine: EngineState) {
    guard let container else {
      self = .none("it no longer exists")
      return
    }
    guard let key = container.projectKey(on: engine.id) else {
      self = .none("\(container.name) belongs to no Compose project, so no file defines it")
      return
    }
    self = container.compose.service.map { .service(key, $0) } ?? .stack(key)
  }
}

extension EditingState {
  /// `e`: asks for the files of what is selected.
  mutating func locate(_ purpose: EditorRequest.Purpose, _ state: SharedState) -> [EditorOutcome] {
    let target = EditTarget(state)
    guard let key = target.key, let source = state.engines[key.engine].source(of: key) else { return [] }
    let request = EditorRequest(
      serial: request(), key: key, source: source, service: target.service?.rawValue, purpose: purpose)
    return [.effect(.editor(.locate(request)))]
  }

  /// The files are there: one is opened, or the user chooses.
  mutating func locate(
    _ request: EditorRequest, _ files: [FileCandidate], _ state: SharedState
  ) -> [EditorOutcome] {
    guard isAwaited(request.serial) else { return [] }
    if case .file(let path) = request.purpose { return openLeftover(request, path, files, state) }
    let readable = files.filter { $0.problem == nil }
    guard !readable.isEmpty else {
      let why = files.first.map { "\($0.path): \($0.problem ?? "not found")" } ?? "no known file"
      return [
        .notice(Notice(.error, "cannot edit \(request.service ?? request.key.name.rawValue): \(why)"))
      ]
    }
    if case .quickEdit = request.purpose { return beginQuickEdit(request, readable, state) }
    let defining = request.service == nil ? files : files.filter(\.hasService)
    if defining.count == 1 { return open(request, defining[0], state) }
    if defining.isEmpty {
      let name = request.service ?? ""
      let outcomes = open(request, readable[readable.count - 1], state)
      editor?.remark = "davit cannot locate \(name) in its files: this is the whole file"
      return outcomes
    }
    return [.show(.menu(EditorMenus.files(request, defining)))]
  }

  /// Opens the one file that was asked for; it need not be there, where there is a text for it.
  private mutating func openLeftover(
    _ request: EditorRequest, _ path: String, _ files: [FileCandidate], _ state: SharedState
  ) -> [EditorOutcome] {
    guard let file = files.first(where: { $0.path == path }) else { return [] }
    guard file.isMissing, let leftover = file.leftover else { return open(request, file, state) }
    let change = FileChange(
      serial: self.request(), key: request.key, source: request.source, path: path, base: nil,
      text: leftover.text)
    return openNew(change, isRecovered: true, state)
  }

  /// Opens a file, or asks first what becomes of a text that an earlier run has left.
  mutating func open(
    _ request: EditorRequest, _ file: FileCandidate, _ state: SharedState
  ) -> [EditorOutcome] {
    if let problem = file.problem {
      return [.notice(Notice(.error, "cannot edit \(file.path): \(problem)"))]
    }
    if let leftover = file.leftover, leftover.text != file.text, !state.isReadOnly {
      return [.show(.menu(EditorMenus.leftover(leftover, request, file)))]
    }
    return edit(request, file, state)
  }

  /// Opens the editor on a file; `recovered` is put in as one step that can be undone.
  mutating func edit(
    _ request: EditorRequest, _ file: FileCandidate, recovered: String? = nil, _ state: SharedState
  ) -> [EditorOutcome] {
    var editor = EditorState(
      key: request.key, source: request.source, path: file.path, base: file.text,
      text: TextEditor(text: file.text), service: file.hasService ? request.service : nil,
      focusBefore: state.focus)
    if let recovered {
      editor.text.setText(recovered)
      editor.isRecovered = true
      editor.remark = "this text is not saved yet"
    }
    editor.showBlock()
    return show(editor, state)
  }

  /// Puts an editor on the screen and has its text checked.
  mutating func show(_ editor: EditorState, _ state: SharedState) -> [EditorOutcome] {
    self.editor = editor
    return [.view(.focus(.details))] + check(state) + (editor.isRecovered ? textChanged() : [])
  }

  /// Takes the editor away, with the text that was kept for a crash.
  mutating func closeEditor() -> [EditorOutcome] {
    guard let editor else { return [] }
    self.editor = nil
    stopWaiting()
    let outcomes: [EditorOutcome] = [.view(.focus(editor.focusBefore))]
    guard editor.keptRevision != nil || editor.isRecovered else { return outcomes }
    return outcomes + [.effect(.editor(.forget(path: editor.path, leftovers: editor.isRecovered)))]
  }
}

extension EditorState {
  /// Shows the service's block alone, the cursor in it.
  mutating func showBlock() {
    guard let service, let block = ComposeBlocks.service(named: service, in: text.lines) else { return }
    show(block)
  }

  /// Block ↔ whole file.
  mutating func switchBlock() {
    if text.visibleLines != nil {
      text.visibleLines = nil
      return
    }
    guard let block = ComposeBlocks.service(at: text.cursor.line, in: text.lines) else {
      remark = "the cursor is not in a service: no block to show"
      return
    }
    show(block)
  }

  private mutating func show(_ block: ComposeFile.ServiceBlock) {
    let cursor = text.cursor
    text.visibleLines = block.lines
    blockName = block.name
    let place = block.lines.contains(cursor.line) ? cursor : TextPosition(line: block.nameLine, column: 0)
    text.move(to: place)
  }
}
