import ComposeFile
import StackPlanning
import TerminalUI

/// A small change of a service that needs no editor.
struct QuickEdit: Sendable, Equatable {
  /// What is changed.
  enum Part: Sendable, Equatable {
    case image
    /// The variables, to choose one of.
    case environment
    /// A variable; nil for a new one.
    case variable(String?)
    /// The ports, to choose one of.
    case ports
    /// A published port by its place in the list; nil for a new one.
    case port(Int?)
    case limits
    /// The restart policies, to choose one of.
    case restart
    case restartPolicy(String)
  }

  let service: QuickService
  let part: Part
}

/// A service as its files have it.
struct QuickService: Sendable, Equatable {
  let key: ProjectKey
  let name: String
  /// The files that define it, in merge order, each with what it says.
  let files: [DefiningFile]

  /// A file that says something about the service.
  struct DefiningFile: Sendable, Equatable {
    let path: String
    let definition: ComposeNode
  }

  /// What a key holds, and the file that has it last; where none has it, the last file that has the service.
  func value(_ keys: String...) -> (path: String, node: ComposeNode?) {
    for file in files.reversed() {
      let node = keys.reduce(file.definition as ComposeNode?) { node, key in node?[key] }
      if let node, !node.isNull { return (file.path, node) }
    }
    return (files.last?.path ?? "", nil)
  }

  func path(_ steps: ComposePath.Step...) -> ComposePath {
    ComposePath([.key("services"), .key(name)] + steps)
  }

  /// The variables as the files have them: names, and values where there are some.
  var variables: [(name: String, value: String?)] {
    let node = value("environment").node
    if let map = node?.map { return map.entries.map { ($0.key, $0.value.spelled) } }
    return (node?.list ?? []).compactMap(\.spelled).map { text in
      guard let equals = text.firstIndex(of: "=") else { return (text, nil) }
      return (String(text[..<equals]), String(text[text.index(after: equals)...]))
    }
  }

  /// The ports as they are written, the long syntax in short.
  var ports: [String] {
    (value("ports").node?.list ?? []).map { node in
      if let text = node.spelled { return text }
      let published = node["published"]?.spelled.map { "\($0):" } ?? ""
      return published + (node["target"]?.spelled ?? "")
    }
  }

  /// Processors and memory at most, in the words of the file.
  var limits: (cpus: String, memory: String) {
    let limits = value("deploy", "resources", "limits").node
    return (
      limits?["cpus"]?.spelled ?? value("cpus").node?.spelled ?? "",
      limits?["memory"]?.spelled ?? value("mem_limit").node?.spelled ?? ""
    )
  }
}

extension EditingState {
  /// The files of a service are there: asks what to change.
  func beginQuickEdit(
    _ request: EditorRequest, _ files: [FileCandidate], _ state: SharedState
  ) -> [EditorOutcome] {
    guard let name = request.service else { return [] }
    let defining = files.compactMap { file in
      file.definition.map { QuickService.DefiningFile(path: file.path, definition: $0) }
    }
    guard !defining.isEmpty else {
      return [
        .notice(
          Notice(
            .error, "cannot edit \(name): no readable file of the stack defines it — press e to open the file"
          ))
      ]
    }
    return [.show(.menu(QuickMenus.parts(QuickService(key: request.key, name: name, files: defining))))]
  }

  /// Asks on for what was chosen.
  mutating func begin(_ edit: QuickEdit, _ state: SharedState) -> [EditorOutcome] {
    switch edit.part {
    case .environment: return [.show(.menu(QuickMenus.variables(edit.service, state)))]
    case .ports: return [.show(.menu(QuickMenus.ports(edit.service)))]
    case .restart: return [.show(.menu(QuickMenus.restartPolicies(edit.service)))]
    case .restartPolicy(let policy):
      let place = edit.service.path(.key("restart"))
      return reviewEdits(
        of: edit.service.key, file: edit.service.value("restart").path, [.edit(.set(place, .text(policy)))],
        state)
    case .image, .variable, .port, .limits: return [.show(.form(edit.form))]
    }
  }
}
