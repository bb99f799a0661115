import EngineModel
import StackPlanning
import TerminalUI
import TextEditing

/// What a new stack is made of.
enum NewStackKind: Sendable, Hashable {
  case template(StackTemplate)
  /// Containers that run.
  case containers([ContainerID], names: [String])
}

/// A stack that is to be made.
package struct NewStack: Sendable, Hashable {
  /// Where its text comes from.
  package enum Contents: Sendable, Hashable {
    case text(String)
    /// What these containers are like.
    case containers([ContainerID])
  }

  package var serial: Int
  package var name: String
  /// The folder of its file, absolute or beginning with `~/`. It need not be there.
  package var folder: String
  package var contents: Contents
}

extension DashboardState {
  /// `n`: asks what a new stack shall be.
  mutating func beginNewStack() -> [Effect] {
    let containers = markedOrSelectedContainers
    overlays.append(.menu(.newStack(containers, names: containers.map(containerName))))
    return []
  }

  /// The containers that are marked in the containers' pane, or those that run and belong to no stack.
  private var markedOrSelectedContainers: [ContainerID] {
    let marked = panes[.containers].rows.filter(panes[.containers].marks.contains).compactMap { row in
      if case .container(let id) = row { id } else { nil }
    }
    if !marked.isEmpty { return marked }
    return facts.containers.values.filter { $0.projectKey == nil && $0.state == .running }
      .sorted { $0.name < $1.name }.map(\.id)
  }

  /// Asks for the name and the folder.
  mutating func begin(_ kind: NewStackKind) -> [Effect] {
    let parent = setup.settings.stacks.folders.first ?? setup.workingDirectory ?? "~"
    let name = kind.suggestedName
    overlays.append(
      .form(
        Form(
          "New stack", .newStack(kind),
          [Form.Field("Name", name, placeholder: "shop"), Form.Field("Folder", "\(parent)/\(name)")])))
    return []
  }

  /// Has the text of the new stack made.
  mutating func finish(_ kind: NewStackKind, name: String, folder: String) -> FormAnswer {
    let (name, folder) = (name.trimmed, folder.trimmed)
    if let problem = NewStackName.problem(name) { return .complaint(problem) }
    guard folder.hasPrefix("/") || folder.hasPrefix("~/") else {
      return .complaint("a folder is absolute or begins with ~/")
    }
    overlays.removeLast()
    let contents: NewStack.Contents =
      switch kind {
      case .template(let template): .text(template.text(name: name))
      case .containers(let ids, _): .containers(ids)
      }
    let order = NewStack(serial: editing.request(), name: name, folder: folder, contents: contents)
    return .done([.editor(.prepare(order))])
  }

  /// The text of a new stack is there: it is opened in the editor.
  mutating func openNew(_ change: FileChange, isRecovered: Bool = false) -> [Effect] {
    guard editing.isAwaited(change.serial) else { return [] }
    var editor = EditorState(
      key: change.key, source: change.source, path: change.path, base: nil,
      text: TextEditor(text: change.text),
      service: nil, focusBefore: focus)
    editor.isRecovered = isRecovered
    editor.remark = "a new file: ctrl-s shows what it makes, and writes it"
    return show(editor)
  }
}

/// The names of stacks.
enum NewStackName {
  /// Why a name is none; nil where it is one. Compose's rule: letters, digits, `-` and `_`, beginning with a letter or
  /// a digit, all in lower case.
  static func problem(_ name: String) -> String? {
    guard let first = name.first else { return "a stack has a name" }
    guard isLetter(first) else { return "a stack's name begins with a small letter or a digit" }
    guard name.allSatisfy({ isLetter($0) || $0 == "-" || $0 == "_" }) else {
      return "a stack's name has small letters, digits, - and _ only"
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
    case .containers(_, let names): names.first.map(NewStackName.normalised) ?? "stack"
    }
  }
}

extension Menu {
  static func newStack(_ containers: [ContainerID], names: [String]) -> Menu {
    let templates = StackTemplate.allCases.map { template in
      Entry(
        title: template.title, detail: template.explanation, key: KeyPress(template.key),
        choice: .editing(.newStack(.template(template))))
    }
    let listed =
      names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
    let running = Entry(
      title: "From running containers", detail: listed, key: KeyPress("r"),
      reason: containers.isEmpty ? "mark containers in their pane first" : nil,
      choice: .editing(.newStack(.containers(containers, names: names))))
    return Menu(title: "New stack", entries: templates + [running])
  }
}
