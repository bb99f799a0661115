import StackPlanning
import TerminalUI

extension DashboardState {
  /// What to say of a key that means nothing here, but something elsewhere; nothing where it is no key of davit's.
  mutating func explain(_ key: KeyPress) -> [Effect] {
    let place = outerPlace
    let others = keymap.bindings.filter { $0.keys == [key] }
      .compactMap { features.command($0.command) }.filter { !$0.scope.isInner }
    guard let command = others.first(where: { $0.scope.awaitsList(place) }) ?? others.first else {
      guard let instead = Instead.ofKey(key, shared) else { return [] }
      return [toasts.show(Notice(.information, instead))]
    }
    return [
      toasts.show(
        Notice(.information, "\(key.name): \(command.title) \(command.scope.elsewhere(from: place))"))
    ]
  }
}

extension CommandScope {
  /// Whether it is of the list beside the details that have the keys.
  fileprivate func awaitsList(_ place: KeyPlace) -> Bool {
    guard place.focus == .details else { return false }
    if case .panes(let kinds) = self { return kinds.contains(place.pane) }
    return self == .lists
  }

  /// Where it works, for somebody who is somewhere else: `works in stacks, containers`.
  func elsewhere(from place: KeyPlace) -> String {
    switch self {
    case .anywhere, .inner: "works in \(title)"
    case .lists: "works in the list: esc goes back to it"
    case .panes(let kinds) where kinds.contains(place.pane) && place.focus == .details:
      "works in the list: esc goes back to it"
    case .panes: "works in \(title)"
    case .details: "works in the details: enter goes there"
    case .logs: "works in a log"
    case .files: "works in the Files tab"
    case .contents: "works in the Contents tab of an image"
    case .matches: "works in the Matches tab"
    }
  }
}

/// What davit has not, and what there is instead.
enum Instead {
  private static let shell: Set<String> = [
    "exec", "shell", "sh", "bash", "attach", "enter", "terminal", "console", "ssh",
  ]

  /// What to say of a key that users know from other tools.
  static func ofKey(_ key: KeyPress, _ state: SharedState) -> String? {
    key == KeyPress("E") || key == KeyPress("a") ? shellText(state) : nil
  }

  /// What to say where no command has the words that were typed.
  static func ofWords(_ text: String, _ state: SharedState) -> String {
    let words = text.lowercased().split(separator: " ").map(String.init)
    if words.contains(where: shell.contains) { return shellText(state) }
    return "no command has “\(text)” in it: ? lists them all"
  }

  private static func shellText(_ state: SharedState) -> String {
    let row = state.details.subject
    let name = row.flatMap { row in
      state.containers(of: row).first.map { state.engine(of: row).containerName($0) }
    }
    return "no shells in davit: docker exec -it \(CommandText.quoted([name ?? "NAME"])) sh"
  }
}

/// Words that people look for, and the commands that do it.
enum Synonyms {
  private static let words: [String: [String]] = [
    "stack.take-back": ["revert", "rollback", "back"],
    "stack.up": ["start", "apply", "deploy", "create"],
    "stack.down": ["stop", "destroy", "delete", "remove"],
    "stack.pull": ["update", "download", "fetch"],
    "stack.build": ["rebuild"],
    "stack.recreate": ["rebuild", "reset", "force"],
    "stack.forget": ["delete", "remove", "hide"],
    "stack.edit": ["change", "vim", "nano", "open"],
    "stack.new": ["create", "add", "make"],
    "service.quick-edit": ["change", "set", "image", "environment", "variable", "env", "ports", "limits"],
    "service.scale": ["replicas", "instances"],
    "container.limits": ["update", "memory", "cpu", "restart", "policy"],
    "container.remove": ["delete", "rm"],
    "container.kill": ["signal", "sigterm", "sighup"],
    "container.pause": ["freeze", "resume"],
    "container.open-port": ["browser", "http", "link"],
    "container.logs": ["tail", "output"],
    "image.remove": ["delete", "rmi"],
    "image.check": ["newer", "update", "outdated", "upgrade"],
    "image.check-all": ["newer", "updates", "outdated", "upgrade"],
    "contents.waste": ["dive", "efficiency", "space"],
    "contents.read": ["dive", "layers", "tree"],
    "volume.remove": ["delete", "rm"],
    "volume.measure": ["disk", "size", "usage", "df"],
    "network.remove": ["delete", "rm"],
    "network.new": ["create", "add", "make"],
    "network.connect": ["attach", "join", "add"],
    "network.disconnect": ["detach", "leave", "cut"],
    "container.connect": ["attach", "join", "network"],
    "container.disconnect": ["detach", "leave", "cut", "network"],
    "volume.new": ["create", "add", "make"],
    "volume.export": ["backup", "tar", "archive", "save"],
    "volume.import": ["restore", "tar", "archive", "load"],
    "volume.clone": ["copy", "duplicate"],
    "pane.disk": ["df", "size", "usage", "free", "space", "cache"],
    "pane.events": ["history", "happened", "log"],
    "logs.save": ["export", "write", "download", "dump"],
    "logs.page": ["less", "more", "view"],
    "logs.search-all": ["grep", "find", "everywhere", "all"],
    "disk.prune": ["clean", "cleanup", "gc", "free", "builder", "cache"],
    "disk.measure": ["df", "size", "usage", "refresh"],
    "events.noise": ["health", "probes"],
    "list.prune": ["clean", "cleanup", "gc", "disk", "free", "unused", "dangling"],
    "list.sort": ["order"],
    "list.filter": ["find", "search"],
    "details.search": ["find", "grep"],
    "details.reveal": ["secrets", "passwords", "unmask"],
    "screen.activity": ["events", "history", "audit", "commands", "log"],
    "screen.jobs": ["output", "progress"],
    "screen.theme": ["colors", "colours", "dark", "light"],
    "screen.copy": ["yank", "clipboard", "docker run", "export"],
    "screen.quit": ["exit", "close"],
    "screen.help": ["keys", "shortcuts", "bindings"],
    "list.enter": ["inspect", "describe"],
  ]

  /// The further words by which a command is found.
  static func of(_ id: String) -> String { (words[id] ?? []).joined(separator: " ") }

  /// The commands that have further words.
  static var commands: [String] { words.keys.sorted() }
}
