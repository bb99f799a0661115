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

extension DashboardState {
  /// The files of a service are there: asks what to change.
  mutating func beginQuickEdit(_ request: EditorRequest, _ files: [FileCandidate]) -> [Effect] {
    guard let name = request.service else { return [] }
    let defining = files.compactMap { file in
      file.definition.map { QuickService.DefiningFile(path: file.path, definition: $0) }
    }
    guard !defining.isEmpty else {
      return notify(
        Notice(
          .error, "cannot edit \(name): none of the stack's files can be read and has it — e opens the file"))
    }
    overlays.append(.menu(.quickEdits(QuickService(key: request.key, name: name, files: defining), self)))
    return []
  }

  /// Asks on for what was chosen.
  mutating func begin(_ edit: QuickEdit) -> [Effect] {
    switch edit.part {
    case .environment: overlays.append(.menu(.variables(edit.service, self)))
    case .ports: overlays.append(.menu(.ports(edit.service)))
    case .restart: overlays.append(.menu(.restartPolicies(edit.service)))
    case .restartPolicy(let policy):
      let place = edit.service.path(.key("restart"))
      return reviewEdits(
        of: edit.service.key, file: edit.service.value("restart").path, [.edit(.set(place, .text(policy)))])
    case .image, .variable, .port, .limits: overlays.append(.form(edit.form(self)))
    }
    return []
  }
}

extension Menu {
  /// What of a service can be changed without the editor, with what it is now.
  static func quickEdits(_ service: QuickService, _ state: DashboardState) -> Menu {
    let (cpus, memory) = service.limits
    let limits = [cpus.isEmpty ? nil : "\(cpus) cores", memory.isEmpty ? nil : memory].compactMap(\.self)
    func entry(_ title: String, _ key: Character, _ now: String, _ part: QuickEdit.Part) -> Entry {
      Entry(
        title: title, detail: now, key: KeyPress(key),
        choice: .editing(.quickEdit(QuickEdit(service: service, part: part))))
    }
    return Menu(
      title: "Change \(service.name)",
      entries: [
        entry("Image", "i", service.value("image").node?.spelled ?? "built here", .image),
        entry("Environment", "e", Confirmation.counted(service.variables.count, "variable"), .environment),
        entry("Ports", "p", service.ports.isEmpty ? "none" : service.ports.joined(separator: ", "), .ports),
        entry("Limits", "l", limits.isEmpty ? "none" : limits.joined(separator: ", "), .limits),
        entry("Restart policy", "r", service.value("restart").node?.spelled ?? "no", .restart),
      ])
  }

  static func variables(_ service: QuickService, _ state: DashboardState) -> Menu {
    let secrets = state.setup.settings.secrets
    let known = service.variables.map { name, value in
      Entry(
        title: name, detail: secrets.masks(name) ? Secrets.mask : value ?? "from davit's environment",
        choice: .editing(.quickEdit(QuickEdit(service: service, part: .variable(name)))))
    }
    let new = Entry(
      title: "New variable", detail: "n", key: KeyPress("n"),
      choice: .editing(.quickEdit(QuickEdit(service: service, part: .variable(nil)))))
    return Menu(title: "Environment of \(service.name)", entries: known + [new])
  }

  static func ports(_ service: QuickService) -> Menu {
    let known = service.ports.enumerated().map { index, port in
      Entry(title: port, choice: .editing(.quickEdit(QuickEdit(service: service, part: .port(index)))))
    }
    let new = Entry(
      title: "New port", detail: "n", key: KeyPress("n"),
      choice: .editing(.quickEdit(QuickEdit(service: service, part: .port(nil)))))
    return Menu(title: "Ports of \(service.name)", entries: known + [new])
  }

  static func restartPolicies(_ service: QuickService) -> Menu {
    let known = [
      ("no", "it stays ended"), ("always", "whenever it ends, and when the engine starts"),
      ("unless-stopped", "as always, but not after it was stopped"),
      ("on-failure", "when it ends with an error"),
    ]
    let now = service.value("restart").node?.spelled ?? "no"
    return Menu(
      title: "Restart policy of \(service.name)",
      entries: known.map { policy, meaning in
        Entry(
          title: policy, detail: policy == now ? "now: \(meaning)" : meaning,
          choice: .editing(.quickEdit(QuickEdit(service: service, part: .restartPolicy(policy)))))
      },
      selected: known.firstIndex { $0.0 == now } ?? 0)
  }
}
