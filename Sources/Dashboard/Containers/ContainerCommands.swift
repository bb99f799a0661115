import EngineModel
import TerminalUI

/// What is asked of the user about containers, and answered with a text.
enum ContainerAction: Sendable, Equatable {
  /// The new name is the text of the reply.
  case rename(ContainerTarget)
  /// The new limits are the texts of the reply.
  case limits(ContainerTarget)
  /// The file to write all its files to is the text of the reply.
  case export(ContainerTarget)
  /// The name of the image to make is the text of the reply.
  case commit(ContainerTarget)
}

/// What can be done with containers, and with all those of a service or a stack at once.
enum ContainerCommands {
  typealias ContainerCommand = Command<NoState, ContainerAction>

  /// The commands; those of all life work in the panes whose rows stand for containers.
  static func all(in lifecycle: Set<PaneKind>) -> [ContainerCommand] {
    lifecycleCommands(.panes(lifecycle)) + [
      rename, limits, export, commit, logs(.panes(lifecycle)), openPort, toggleStopped,
    ]
  }

  private static func lifecycleCommands(_ scope: CommandScope) -> [ContainerCommand] {
    [
      Command(
        "container.stop", "Stop",
        doc: "Stops the containers: SIGTERM, then SIGKILL after the grace period.",
        in: scope, danger: .changes, hint: "stop",
        unavailable: { $1.noTarget ?? $1.each("already stopped") { !$0.isAlive } },
        run: { Lifecycle.begin(.stop, on: $1.targetContainers { $0.isAlive }, $1) }),
      Command(
        "container.start", "Start", doc: "Starts the containers that are not running.",
        in: scope, danger: .changes, hint: "start",
        unavailable: { $1.noTarget ?? $1.each("already running") { $0.isAlive } },
        run: { Lifecycle.begin(.start, on: $1.targetContainers { !$0.isAlive }, $1) }),
      Command(
        "container.restart", "Restart", doc: "Stops the containers and starts them again.",
        in: scope, danger: .changes, hint: "restart", unavailable: { $1.noTarget },
        run: { Lifecycle.begin(.restart, on: $1.targetContainers(), $1) }),
      Command(
        "container.pause", "Pause or unpause",
        doc: "Pauses running containers; unpauses them if all are paused.",
        in: scope, danger: .changes, hint: "pause",
        unavailable: {
          $1.noTarget ?? $1.each("not running") { $0.state != .running && $0.state != .paused }
        },
        run: { _, state in
          let running = state.targetContainers { $0.state == .running }
          return running.isEmpty
            ? Lifecycle.begin(.unpause, on: state.targetContainers { $0.state == .paused }, state)
            : Lifecycle.begin(.pause, on: running, state)
        }),
      Command(
        "container.kill", "Kill", doc: "Sends a signal of your choice to the main process of the containers.",
        in: scope, danger: .destroys,
        unavailable: { $1.noTarget ?? $1.each("not running") { !$0.isAlive } },
        run: { [.show(.menu(ContainerQuestions.signals(for: $1.targetContainers { $0.isAlive }, $1)))] }),
      Command(
        "container.remove", "Remove",
        doc: "Removes the containers; offers force, and their anonymous volumes.",
        in: scope, danger: .destroys, hint: "remove", unavailable: { $1.noTarget },
        run: { [.show(.confirmation(ContainerQuestions.removal(of: $1.targetContainers(), $1)))] }),
    ]
  }

  private static let rename = ContainerCommand(
    "container.rename", "Rename", doc: "Renames the container.",
    in: .panes([.containers]), danger: .changes,
    unavailable: { $1.selectedContainer == nil ? "no container selected" : nil },
    run: { _, state in
      guard let row = state.panes[.containers].selection, let container = state.container(row) else {
        return []
      }
      let target = ContainerTarget(engine: row.engine, id: container.id)
      var form = Form(
        "Rename \(container.name)", ContainerAction.rename(target), text: container.name, verb: "rename",
        history: "container name")
      form.about = [row]
      return [.show(.form(form))]
    })

  private static let limits = ContainerCommand(
    "container.limits", "Change limits",
    doc: "Changes memory, CPUs, processes and the restart policy while it runs.",
    in: .panes([.containers]), danger: .changes,
    unavailable: { $1.selectedContainer == nil ? "no container selected" : nil },
    run: { _, state in
      guard let row = state.panes[.containers].selection, let container = state.container(row) else {
        return []
      }
      var form = LimitForm.form(ContainerTarget(engine: row.engine, id: container.id), state)
      form.about = [row]
      return [.show(.form(form))]
    })

  private static let export = ContainerCommand(
    "container.export", "Export files",
    doc: "Writes all files of the container to an archive, without what is mounted, as `docker export` does.",
    in: .panes([.containers]), danger: .changes,
    unavailable: { $1.selectedContainer == nil ? "no container selected" : nil },
    run: { _, state in
      guard let row = state.panes[.containers].selection, let container = state.container(row) else {
        return []
      }
      var form = Form(
        "Export the files of \(container.name)",
        ContainerAction.export(ContainerTarget(engine: row.engine, id: container.id)),
        [
          .init(
            "File", PathText.joined(state.setup.workingDirectory, "\(container.name).tar"), completion: .files
          )
        ])
      form.verb = "export"
      form.about = [row]
      return [.show(.form(form))]
    })

  private static let commit = ContainerCommand(
    "container.commit", "Commit to an image",
    doc:
      "Makes an image of the container's files as they are, without what is mounted; it stands still meanwhile.",
    in: .panes([.containers]), danger: .changes,
    unavailable: { $1.selectedContainer == nil ? "no container selected" : nil },
    run: { _, state in
      guard let row = state.panes[.containers].selection, let container = state.container(row) else {
        return []
      }
      var form = Form(
        "Make an image of \(container.name)",
        ContainerAction.commit(ContainerTarget(engine: row.engine, id: container.id)),
        [.init("Name", placeholder: "name:tag", history: "image")])
      form.verb = "commit"
      form.about = [row]
      form.staysUntilDone = true
      return [.show(.form(form))]
    })

  private static func logs(_ scope: CommandScope) -> ContainerCommand {
    Command(
      "container.logs", "Show logs full screen",
      doc: "Shows the logs full screen; for a service or stack, those of all its containers.",
      in: scope, hint: "logs", unavailable: { $1.noTarget },
      run: { _, _ in [.view(.wholeScreen(tab: Tab.logs.id))] })
  }

  private static let openPort = ContainerCommand(
    "container.open-port", "Copy port URL",
    doc: "Copies the URL of the first published port to the clipboard.",
    in: .panes([.containers]),
    unavailable: { $1.publishedURL == nil ? "the container publishes no TCP port" : nil },
    run: { _, state in
      state.publishedURL.map { [.effect(.copy($0)), .notice(Notice(.information, "copied \"\($0)\""))] } ?? []
    })

  private static let toggleStopped = ContainerCommand(
    "container.toggle-stopped", "Show or hide stopped containers",
    doc: "Shows or hides containers that are not running.", in: .panes([.containers]),
    run: { _, _ in [.view(.toggleStopped(.containers))] })

  /// Does what was answered.
  static func update(_ action: ContainerAction, _ reply: UserReply, _ state: SharedState) -> [Outcome<
    ContainerAction
  >] {
    switch action {
    case .rename(let target):
      reply.text == state.name(of: target)
        ? [.notice(Notice(.information, "nothing to change: that is its name already"))]
        : [.begin(.calls([.rename(target.id, to: reply.text)]), on: target.engine)]
    case .limits(let target): LimitForm.begin(target, reply.texts, state)
    case .commit(let target):
      [.begin(.calls([.commit(target.id, as: reply.text.trimmed)]), on: target.engine)]
    case .export(let target):
      [
        .begin(
          .transfers([
            .exportContainer(target.id, name: state.name(of: target), to: TargetFile(reply.text.trimmed))
          ]), on: target.engine)
      ]
    }
  }

  /// Why an answer cannot be taken; nil when it can.
  static func problem(_ action: ContainerAction, _ reply: UserReply, _ state: SharedState) -> String? {
    switch action {
    case .rename: nameProblem(reply.text)
    case .limits(let target): LimitForm.problem(target, reply.texts, state)
    case .commit(let target):
      reply.text.trimmed.isEmpty ? "type a name for the image" : state.changeRefusal(on: target.engine)
    case .export(let target):
      reply.text.trimmed.isEmpty ? "type the path of a file" : state.changeRefusal(on: target.engine)
    }
  }

  /// Why the engine would refuse the name: its rule is `[a-zA-Z0-9][a-zA-Z0-9_.-]+` (moby `daemon/names`).
  private static func nameProblem(_ text: String) -> String? {
    guard text.count >= 2 else { return "a name needs at least two characters" }
    let isLetter: (Character) -> Bool = { $0.isASCII && ($0.isLetter || $0.isNumber) }
    guard let first = text.first, isLetter(first) else { return "a name starts with a letter or digit" }
    let isFine = text.allSatisfy { isLetter($0) || "_.-".contains($0) }
    return isFine ? nil : "a name may contain only letters, digits, _ . and -"
  }
}

extension SharedState {
  /// Why a command on containers has nothing to act on; nil when it has.
  fileprivate var noTarget: String? { targetContainers().isEmpty ? "nothing selected" : nil }

  /// The reason when it holds for every target; nil otherwise.
  fileprivate func each(_ reason: String, _ holds: (ContainerSummary) -> Bool) -> String? {
    targetContainers().count == targetContainers(holds).count ? reason : nil
  }

  fileprivate var selectedContainer: ContainerSummary? {
    panes[.containers].selection.flatMap(container)
  }

  /// The URL of the first published TCP port; nil where there is none.
  fileprivate var publishedURL: String? {
    guard let row = panes[.containers].selection, let container = container(row) else { return nil }
    let published = container.ports.filter { $0.publicPort != nil && $0.proto == "tcp" }
    guard let port = published.min(by: { $0.privatePort < $1.privatePort }), let number = port.publicPort
    else { return nil }
    let scheme = [443, 8443].contains(port.privatePort) ? "https" : "http"
    let address = port.address ?? ""
    let host = ["", "0.0.0.0", "::"].contains(address) ? engine(of: row).host : address
    return "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(number)/"
  }
}
