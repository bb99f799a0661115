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
}

extension DashboardState {
  /// What `e` and its like are about.
  var editTarget: EditTarget {
    guard let row = panes[activePane].selection else { return .none("nothing is selected") }
    let target: EditTarget
    switch row {
    case .project(let key): target = .stack(key)
    case .service(let key, let name): target = .service(key, name)
    case .container(let id):
      guard let container = facts.containers[id] else { return .none("it is gone") }
      guard let key = container.projectKey else {
        return .none("\(container.name) belongs to no Compose project, so no file defines it")
      }
      target = container.compose.service.map { .service(key, $0) } ?? .stack(key)
    case .image, .volume, .network: return .none("it is no service")
    }
    guard let key = target.key, source(of: key) == nil else { return target }
    return .none(noFilesReason(key))
  }

  /// `e`: asks for the files of what is selected.
  mutating func beginEditing(_ purpose: EditorRequest.Purpose) -> [Effect] {
    let target = editTarget
    guard let key = target.key, let source = source(of: key) else { return [] }
    let request = EditorRequest(
      serial: editing.request(), key: key, source: source, service: target.service?.rawValue, purpose: purpose
    )
    return [.editor(.locate(request))]
  }

  /// The files are there: one is opened, or the user chooses.
  mutating func locate(_ request: EditorRequest, _ files: [FileCandidate]) -> [Effect] {
    guard editing.isAwaited(request.serial) else { return [] }
    if case .file(let path) = request.purpose { return openLeftover(request, path, files) }
    let readable = files.filter { $0.problem == nil }
    guard !readable.isEmpty else {
      let why = files.first.map { "\($0.path): \($0.problem ?? "it is not there")" } ?? "no file is known"
      return notify(Notice(.error, "cannot edit \(request.service ?? request.key.name.rawValue): \(why)"))
    }
    if case .quickEdit = request.purpose { return beginQuickEdit(request, readable) }
    let defining = request.service == nil ? files : files.filter(\.hasService)
    if defining.count == 1 { return open(request, defining[0]) }
    if defining.isEmpty {
      let name = request.service ?? ""
      let effects = open(request, readable[readable.count - 1])
      editing.editor?.remark =
        "none of the files defines \(name) in words that davit finds: this is the whole file"
      return effects
    }
    overlays.append(.menu(.files(request, defining)))
    return []
  }

  /// Opens the one file that was asked for; it need not be there, where there is a text for it.
  private mutating func openLeftover(
    _ request: EditorRequest, _ path: String, _ files: [FileCandidate]
  ) -> [Effect] {
    guard let file = files.first(where: { $0.path == path }) else { return [] }
    guard file.isMissing, let leftover = file.leftover else { return open(request, file) }
    let change = FileChange(
      serial: editing.request(), key: request.key, source: request.source, path: path, base: nil,
      text: leftover.text)
    return openNew(change, isRecovered: true)
  }

  /// Opens a file, or asks first what becomes of a text that an earlier run has left.
  mutating func open(_ request: EditorRequest, _ file: FileCandidate) -> [Effect] {
    if let problem = file.problem { return notify(Notice(.error, "cannot edit \(file.path): \(problem)")) }
    if let leftover = file.leftover, leftover.text != file.text, !isReadOnly {
      overlays.append(.menu(.leftover(leftover, request, file)))
      return []
    }
    return edit(request, file)
  }

  /// Opens the editor on a file; `recovered` is put in as one step that can be undone.
  mutating func edit(_ request: EditorRequest, _ file: FileCandidate, recovered: String? = nil) -> [Effect] {
    var editor = EditorState(
      key: request.key, source: request.source, path: file.path, base: file.text,
      text: TextEditor(text: file.text), service: file.hasService ? request.service : nil, focusBefore: focus)
    if let recovered {
      editor.text.setText(recovered)
      editor.isRecovered = true
      editor.remark = "this is the text that was not written"
    }
    editor.showBlock()
    return show(editor)
  }

  /// Puts an editor on the screen and has its text checked.
  mutating func show(_ editor: EditorState) -> [Effect] {
    editing.editor = editor
    focus = .details
    relayout()
    return check() + (editor.isRecovered ? textChanged() : [])
  }

  /// Takes the editor away, with the text that was kept for a crash.
  mutating func closeEditor() -> [Effect] {
    guard let editor = editing.editor else { return [] }
    editing.editor = nil
    focus = editor.focusBefore
    relayout()
    guard editor.keptRevision != nil || editor.isRecovered else { return [] }
    return [.editor(.forget(path: editor.path, leftovers: editor.isRecovered))]
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
      remark = "the cursor is in no service: there is no block to show alone"
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

extension Menu {
  /// The files that define what is to be edited; the last one wins in Compose, so it is the first choice.
  static func files(_ request: EditorRequest, _ files: [FileCandidate]) -> Menu {
    Menu(
      title: "Edit \(request.service ?? request.key.name.rawValue) in",
      entries: files.map { file in
        Entry(
          title: file.path.split(separator: "/").last.map(String.init) ?? file.path, detail: file.path,
          reason: file.problem, choice: .editing(.open(request, file)))
      },
      selected: request.service == nil ? 0 : max(0, files.count - 1))
  }

  /// A text that was not written when davit ended.
  static func leftover(_ leftover: Leftover, _ request: EditorRequest, _ file: FileCandidate) -> Menu {
    Menu(
      title: "Unsaved text of \(leftover.time)",
      entries: [
        Entry(
          title: "Recover", detail: "go on with it; undo brings the file's text", key: KeyPress("r"),
          choice: .editing(.recover(request, file, leftover.text))),
        Entry(
          title: "Discard", detail: "delete it, open the file as it is", key: KeyPress("d"),
          choice: .editing(.discardLeftover(request, file))),
        Entry(
          title: "Ignore", detail: "keep it for later, open the file as it is", key: KeyPress("i"),
          choice: .editing(.ignoreLeftover(request, file))),
      ])
  }
}
