import EngineModel
import TerminalUI

extension Menu {
  /// What can be done with the selection, each command with its key; what cannot be done now says why.
  static func commands(_ state: DashboardState) -> Menu {
    let commands = CommandRegistry.all.filter { command in
      switch command.scope {
      case .panes(let kinds): kinds.contains(state.activePane)
      case .logs: command.scope.isActive(state)
      default:
        ["list.filter", "list.sort", "list.prune", "screen.copy", "details.reveal"].contains(command.id)
          && command.scope.isActive(state)
      }
    }
    let entries = commands.map { command in
      Entry(
        title: command.title, detail: state.keymap.firstKey(command.id) ?? "",
        key: state.keymap.bindings.first { $0.command == command.id && $0.keys.count == 1 }?.keys.first,
        reason: command.refusal(state), choice: .command(command.id))
    }
    return Menu(title: state.selectionTitle, entries: entries)
  }

  /// The signals that people send to containers.
  static func signals(for ids: [ContainerID], names: [String]) -> Menu {
    let known: [(String, String)] = [
      ("SIGKILL", "ends it at once, nothing is saved"), ("SIGTERM", "asks it to end"),
      ("SIGINT", "like ctrl-c"), ("SIGHUP", "reload, for many daemons"), ("SIGQUIT", "end with a core dump"),
      ("SIGUSR1", "defined by the program"), ("SIGUSR2", "defined by the program"),
      ("SIGSTOP", "freeze"), ("SIGCONT", "go on"),
    ]
    let title = ids.count == 1 ? "Kill \(names.first ?? "")" : "Kill \(ids.count) containers"
    return Menu(
      title: title,
      entries: known.map { signal, meaning in
        Entry(title: signal, detail: meaning, choice: .signal(signal, ids, names: names))
      })
  }

  /// The columns of a pane to sort by.
  static func sort(_ pane: PaneKind, _ current: SortOrder) -> Menu {
    let columns = pane.feature.columns
    return Menu(
      title: "Sort \(pane.title.lowercased()) by",
      entries: columns.map { column in
        let isCurrent = column.id == current.column
        return Entry(
          title: column.title.isEmpty ? column.id : column.title,
          detail: isCurrent ? (current.descending ? "descending now" : "ascending now") : "",
          choice: .sort(pane, SortOrder(column.id, descending: column.sortsDescending)))
      },
      selected: columns.firstIndex { $0.id == current.column } ?? 0)
  }

  /// The themes; moving through them shows each.
  static func themes(_ names: [String], current: String) -> Menu {
    Menu(
      title: "Theme", kind: .themes(current),
      entries: names.map { Entry(title: $0, detail: $0 == current ? "now" : "", choice: .theme($0)) },
      selected: names.firstIndex(of: current) ?? 0)
  }

  /// Jobs whose output can be seen, the newest first.
  static func jobs(_ jobs: [Job]) -> Menu {
    Menu(
      title: "Output of",
      entries: jobs.map { job in
        Entry(title: "\(job.work.verb.plain) \(job.subject)", detail: job.standing, choice: .job(job.id))
      })
  }

  /// Texts to put on the clipboard.
  static func copy(_ choices: [CopyChoice]) -> Menu {
    Menu(
      title: "Copy",
      entries: choices.map { Entry(title: $0.what, detail: $0.text, choice: .copy($0.text, what: $0.what)) })
  }
}

/// Something that can be copied.
struct CopyChoice: Sendable, Equatable {
  let what: String
  let text: String
}

extension DashboardState {
  /// Does what was chosen in a menu.
  mutating func carryOut(_ choice: Menu.Choice) -> [Effect] {
    switch choice {
    case .command(let id): return run(id)
    case .signal(let signal, let ids, let names):
      overlays.append(.confirmation(.kill(ids, signal: signal, names: names)))
      return []
    case .sort(let pane, var order):
      if panes[pane].sort.column == order.column { order.descending = !panes[pane].sort.descending }
      panes[pane].sort = order
      markStale(pane)
      return []
    case .theme(let name):
      themeName = name
      return [.applyTheme(name)]
    case .job(let id):
      overlays.append(.job(JobOverlay(id)))
      return []
    case .editing(let choice): return carryOut(choice)
    case .logService(let name):
      details.logService = name
      return []
    case .copy(let text, let what):
      return [.copy(text)] + notify(Notice(.information, "copied the \(what)"))
    }
  }

  /// What the selection is called in a title.
  var selectionTitle: String {
    let count = panes[activePane].marks.count
    if count > 0 { return "\(count) marked" }
    return details.subject.map(title(of:)) ?? activePane.title
  }

  /// The name of a row.
  func title(of row: RowID) -> String {
    switch row {
    case .project(let key): key.name.rawValue
    case .service(_, let name): name.rawValue
    case .container(let id): containerName(id)
    case .image(let id, let tag): tag ?? id.short
    case .volume(let name): name.short
    case .network(let id): facts.networks[id]?.name ?? id.short
    }
  }

  /// What can be copied of the selection.
  var copyChoices: [CopyChoice] {
    guard let subject = details.subject else { return [] }
    var choices = [CopyChoice(what: "name", text: title(of: subject))]
    switch subject {
    case .container(let id):
      choices.append(CopyChoice(what: "id", text: id.rawValue))
      if let container = facts.containers[id] {
        choices.append(CopyChoice(what: "image", text: container.image))
        for network in container.networks where !network.ipAddress.isEmpty {
          choices.append(CopyChoice(what: "address on \(network.name)", text: network.ipAddress))
        }
      }
    case .image(let id, _): choices.append(CopyChoice(what: "id", text: id.rawValue))
    case .network(let id): choices.append(CopyChoice(what: "id", text: id.rawValue))
    case .volume(let name):
      if let volume = facts.volumes[name] {
        choices.append(CopyChoice(what: "mountpoint", text: volume.mountpoint))
      }
    case .project(let key):
      if !key.folder.isEmpty { choices.append(CopyChoice(what: "folder", text: key.folder)) }
    case .service: break
    }
    return choices + textCopyChoices
  }

  /// The line at the top of the screen, and all of the tab's text.
  private var textCopyChoices: [CopyChoice] {
    guard focus == .details else { return [] }
    if details.tab == .logs {
      guard let number = logs.search.current ?? logs.lastLine, number < logs.buffer.endNumber,
        number >= logs.buffer.firstNumber
      else { return [] }
      let text = SGRStripping.plain(logs.buffer[number].text)
      return [CopyChoice(what: logs.search.current == nil ? "last log line" : "log line found", text: text)]
    }
    let rows = detailText(columns: 10_000)
    return rows.isEmpty
      ? [] : [CopyChoice(what: "whole tab", text: rows.map(\.plain).joined(separator: "\n"))]
  }
}
