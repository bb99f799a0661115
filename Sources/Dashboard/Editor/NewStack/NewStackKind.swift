import EngineModel
import StackPlanning
import TerminalUI
import TextEditing

/// What a new stack is made of.
enum NewStackKind: Sendable, Hashable {
  case template(StackTemplate)
  /// Containers that run.
  case containers([ContainerID], names: [String], on: EngineID)
}

extension NewStackKind {
  /// `n`: asks what a new stack shall be.
  static func ask(_ state: SharedState) -> [EditorOutcome] {
    let containers = markedOrSelectedContainers(state)
    let names = containers.map(state.name)
    let templates = StackTemplate.allCases.map { template in
      Menu<EditorAction>.Entry(
        title: template.title, detail: template.explanation, key: KeyPress(template.key),
        choice: .send(.begin(.template(template))))
    }
    let listed =
      names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
    let running = Menu<EditorAction>.Entry(
      title: "From running containers", detail: listed, key: KeyPress("r"),
      reason: containers.isEmpty ? "mark containers in their pane first" : nil,
      choice: .send(
        .begin(.containers(containers.map(\.id), names: names, on: containers.first?.engine ?? .first))))
    return [.show(.menu(Menu(title: "New stack", entries: templates + [running])))]
  }

  /// The containers that are marked in the containers' pane, or those that run and belong to no stack; all of one engine.
  private static func markedOrSelectedContainers(_ state: SharedState) -> [ContainerTarget] {
    let pane = state.panes[.containers]
    let marked = pane.rows.filter(pane.marks.contains).compactMap { row in
      row.containerID.map { ContainerTarget(engine: row.engine, id: $0) }
    }
    if let first = marked.first { return marked.filter { $0.engine == first.engine } }
    let engine = state.currentEngine
    return engine.facts.containers.values.filter { $0.project == nil && $0.state == .running }
      .sorted { $0.name < $1.name }.map { ContainerTarget(engine: engine.id, id: $0.id) }
  }

  /// Asks for the name and the folder.
  func askForPlace(_ state: SharedState) -> [EditorOutcome] {
    let parent = state.setup.settings.stacks.folders.first ?? state.setup.workingDirectory ?? "~"
    let name = suggestedName
    return [
      .show(
        .form(
          Form(
            "New stack", .finishNewStack(self),
            [
              .init(
                "Name", name, placeholder: "shop",
                check: FieldCheck(name: "stack name") { NewStackName.problem($0.trimmed) }),
              .init("Folder", "\(parent)/\(name)", completion: .folders),
            ],
            secondFollowsFirst: true)))
    ]
  }

  /// Why a name and a folder cannot be taken; nil when they can.
  static func problem(_ answers: [String]) -> String? {
    if let problem = NewStackName.problem(answers[0].trimmed) { return problem }
    let folder = answers[1].trimmed
    return folder.hasPrefix("/") || folder.hasPrefix("~/")
      ? nil : "a folder must be absolute or start with ~/"
  }

  fileprivate var engine: EngineID {
    if case .containers(_, _, let engine) = self { engine } else { .first }
  }
}

extension EditingState {
  /// Has the text of the new stack made.
  mutating func finish(_ kind: NewStackKind, _ answers: [String]) -> [EditorOutcome] {
    let (name, folder) = (answers[0].trimmed, answers[1].trimmed)
    let contents: NewStack.Contents =
      switch kind {
      case .template(let template): .text(template.text(name: name))
      case .containers(let ids, _, _): .containers(ids)
      }
    let order = NewStack(
      serial: request(), engine: kind.engine, name: name, folder: folder, contents: contents)
    return [.effect(.editor(.prepare(order)))]
  }

  /// The text of a new stack is there: it is opened in the editor.
  mutating func openNew(
    _ change: FileChange, isRecovered: Bool = false, _ state: SharedState
  ) -> [EditorOutcome] {
    guard isAwaited(change.serial) else { return [] }
    var editor = EditorState(
      key: change.key, source: change.source, path: change.path, base: nil,
      text: TextEditor(text: change.text), service: nil, focusBefore: state.focus)
    editor.isRecovered = isRecovered
    editor.remark = "new file: ctrl-s reviews and writes it"
    return show(editor, state)
  }
}

/// The names of stacks.
enum NewStackName {
  /// Why a name is none; nil where it is one. Compose's rule: letters, digits, `-` and `_`, beginning with a letter or
  /// a digit, all in lower case.
  static func problem(_ name: String) -> String? {
    guard let first = name.first else { return "enter a name" }
    guard isLetter(first) else { return "a stack name starts with a lowercase letter or digit" }
    guard name.allSatisfy({ isLetter($0) || $0 == "-" || $0 == "_" }) else {
      return "a stack name may contain only lowercase letters, digits, - and _"
    }
    return nil
  }

  /// A folder's name as Compose makes a project's of it.
  static func normalised(_ text: String) -> String {
    let kept = text.lowercased().filter { isLetter($0) || $0 == "-" || $0 == "_" }
    let name = String(kept.drop { $0 == "-" || $0 == "_" })
    return name.isEmpty ? "stack" : name
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.isASCII && (character.isLowercase || character.isNumber)
  }
}

extension NewStackKind {
  var suggestedName: String {
    switch self {
    case .template(let template): template.name
    case .containers(_, let names, _): names.first.map(NewStackName.normalised) ?? "stack"
    }
  }
}
