import TerminalUI

/// The menus of what can be changed of a service without the editor.
enum QuickMenus {
  /// What of a service can be changed without the editor, with what it is now.
  static func parts(_ service: QuickService) -> Menu<EditorAction> {
    let (cpus, memory) = service.limits
    let limits = [cpus.isEmpty ? nil : "\(cpus) CPU", memory.isEmpty ? nil : memory].compactMap(\.self)
    func entry(_ title: String, _ key: Character, _ now: String, _ part: QuickEdit.Part)
      -> Menu<EditorAction>.Entry
    {
      Menu<EditorAction>.Entry(
        title: title, detail: now, key: KeyPress(key),
        choice: .send(.quickEdit(QuickEdit(service: service, part: part))))
    }
    return Menu(
      title: "Change \(service.name)",
      entries: [
        entry("Image", "i", service.value("image").node?.spelled ?? "built here", .image),
        entry("Environment", "e", Counted.text(service.variables.count, "variable"), .environment),
        entry("Ports", "p", service.ports.isEmpty ? "none" : service.ports.joined(separator: ", "), .ports),
        entry("Limits", "l", limits.isEmpty ? "none" : limits.joined(separator: ", "), .limits),
        entry("Restart policy", "r", service.value("restart").node?.spelled ?? "no", .restart),
      ])
  }

  static func variables(_ service: QuickService, _ state: SharedState) -> Menu<EditorAction> {
    let rules = state.setup.settings.secrets.rules
    let known = service.variables.map { name, value in
      Menu<EditorAction>.Entry(
        title: name,
        detail: value.map { rules.masked(name: name, value: $0) } ?? "from davit's environment",
        choice: .send(.quickEdit(QuickEdit(service: service, part: .variable(name)))))
    }
    let new = Menu<EditorAction>.Entry(
      title: "New variable", detail: "n", key: KeyPress("n"),
      choice: .send(.quickEdit(QuickEdit(service: service, part: .variable(nil)))))
    return Menu(title: "Environment of \(service.name)", entries: known + [new])
  }

  static func ports(_ service: QuickService) -> Menu<EditorAction> {
    let known = service.ports.enumerated().map { index, port in
      Menu<EditorAction>.Entry(
        title: port, choice: .send(.quickEdit(QuickEdit(service: service, part: .port(index)))))
    }
    let new = Menu<EditorAction>.Entry(
      title: "New port", detail: "n", key: KeyPress("n"),
      choice: .send(.quickEdit(QuickEdit(service: service, part: .port(nil)))))
    return Menu(title: "Ports of \(service.name)", entries: known + [new])
  }

  static func restartPolicies(_ service: QuickService) -> Menu<EditorAction> {
    let known = [
      ("no", "never restart"), ("always", "restart on every exit, and when the engine starts"),
      ("unless-stopped", "like always, but not after a manual stop"),
      ("on-failure", "restart when it exits with an error"),
    ]
    let now = service.value("restart").node?.spelled ?? "no"
    return Menu(
      title: "Restart policy of \(service.name)",
      entries: known.map { policy, meaning in
        Menu<EditorAction>.Entry(
          title: policy, detail: policy == now ? "now: \(meaning)" : meaning,
          choice: .send(.quickEdit(QuickEdit(service: service, part: .restartPolicy(policy)))))
      },
      selected: known.firstIndex { $0.0 == now } ?? 0)
  }
}
