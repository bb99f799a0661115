import TerminalUI

extension DashboardState {
  /// Commands that a menu lists though they are not of the pane alone.
  private static let listed: Set<String> = [
    "list.filter", "list.sort", "list.prune", "screen.copy", "details.reveal",
  ]

  /// What can be done with the selection, each command with its key; what cannot be done now says why.
  var commandMenu: Menu<RootAction> {
    let place = keyPlace
    let commands = features.commands.filter { command in
      switch command.scope {
      case .panes(let kinds): kinds.contains(shared.activePane)
      case .logs, .files, .contents, .matches: command.scope.isActive(place)
      case .inner: false
      default: Self.listed.contains(command.id) && command.scope.isActive(place)
      }
    }
    let marks = shared.panes[shared.activePane].marks.count
    let title = shared.details.subject.map(shared.title(of:)) ?? shared.activePane.title
    return Menu(
      title: marks > 0 ? "\(marks) marked" : title,
      entries: commands.map { command in
        .init(
          title: command.title, detail: keymap.firstKey(command.id) ?? "", key: keymap.singleKey(command.id),
          reason: command.refusal(self), choice: .command(command.id))
      })
  }

  /// The themes; moving through them shows each.
  var themeMenu: Menu<RootAction> {
    let names = shared.setup.themes
    return Menu(
      title: "Theme", themeBefore: themeName,
      entries: names.map { name in
        .init(
          title: name,
          detail: [name == themeName ? "now" : nil, shared.setup.themeDescriptions[name]].compactMap(\.self)
            .joined(separator: ": "), choice: .send(.screen(.chooseTheme(name))),
          preview: name)
      },
      selected: names.firstIndex(of: themeName) ?? 0)
  }

  /// Texts to put on the clipboard.
  var copyMenu: Menu<RootAction> {
    Menu(
      title: "Copy",
      entries: copyChoices.map { choice in
        .init(
          title: choice.what, detail: choice.text,
          choice: choice.question.map(Outcome.effect)
            ?? .send(.screen(.copied(choice.text, what: choice.what))))
      })
  }

  /// Shows the output of a job: of the only one there is, else of one to choose.
  mutating func showJobs() -> [Effect] {
    let shown = jobs.filter(\.hasOutput).reversed()
    if shown.count == 1, let job = shown.first {
      overlays.append(.text(TextOverlay(.job(job.id))))
      return []
    }
    overlays.append(
      .menu(
        Menu(
          title: "Jobs",
          entries: shown.prefix(50).map { job in
            .init(
              title: "\(job.work.verb.plain) \(job.subject)", detail: ActivityLine.outcome(job),
              choice: .send(.screen(.showJob(job.id))))
          })))
    return []
  }

  /// What can be copied of the selection.
  var copyChoices: [CopyChoice] {
    guard let subject = shared.details.subject else { return [] }
    // Whoever reads a text means what stands there.
    return textCopyChoices + [CopyChoice(what: "name", text: shared.title(of: subject))]
      + subject.kind.copyChoices(subject, shared.engine(of: subject))
  }

  /// The line at the top of the screen, and all of the tab's text.
  private var textCopyChoices: [CopyChoice] {
    guard shared.focus == .details else { return [] }
    if shared.details.tab == .logs {
      guard let number = logs.search.current ?? logs.lastLine, number < logs.buffer.endNumber,
        number >= logs.buffer.firstNumber
      else { return [] }
      let text = SGRStripping.plain(logs.buffer[number].text)
      return [CopyChoice(what: logs.search.current == nil ? "last log line" : "log line found", text: text)]
    }
    let rows = shared.detailContent(columns: 10_000).rows
    return rows.isEmpty
      ? [] : [CopyChoice(what: "whole tab", text: rows.map(\.plain).joined(separator: "\n"))]
  }
}
