import EngineModel

extension CommandRegistry {
  /// What can be done with containers, and with all those of a service or a stack at once.
  static let containerCommands: [Command] = [
    Command(
      "container.stop", "Stop",
      doc: "Stops the containers: SIGTERM, and SIGKILL for those that do not end in time.",
      in: lifecycle, danger: .changes, hint: "stop",
      unavailable: { $0.noTarget { $0.isAlive } ?? $0.each("already stopped") { !$0.isAlive } },
      run: { $0.perform(.stop, on: $0.targetContainers { $0.isAlive }) }),
    Command(
      "container.start", "Start", doc: "Starts the containers that do not run.",
      in: lifecycle, danger: .changes, hint: "start",
      unavailable: { $0.noTarget { !$0.isAlive } ?? $0.each("already running") { $0.isAlive } },
      run: { $0.perform(.start, on: $0.targetContainers { !$0.isAlive }) }),
    Command(
      "container.restart", "Restart", doc: "Stops the containers and starts them again.",
      in: lifecycle, danger: .changes, hint: "restart",
      unavailable: { $0.noTarget { _ in true } },
      run: { $0.perform(.restart, on: $0.targetContainers { _ in true }) }),
    Command(
      "container.pause", "Pause or unpause",
      doc: "Freezes the processes of running containers; thaws them when all are paused.",
      in: lifecycle, danger: .changes, hint: "pause",
      unavailable: {
        $0.noTarget { _ in true } ?? $0.each("not running") { $0.state != .running && $0.state != .paused }
      },
      run: { $0.pauseOrUnpause() }),
    Command(
      "container.kill", "Kill", doc: "Sends a signal of your choice to the containers' first process.",
      in: lifecycle, danger: .destroys,
      unavailable: { $0.noTarget { _ in true } ?? $0.each("not running") { !$0.isAlive } },
      run: { $0.chooseSignal() }),
    Command(
      "container.remove", "Remove",
      doc: "Removes the containers; asks whether by force, and with their volumes.",
      in: lifecycle, danger: .destroys, hint: "remove",
      unavailable: { $0.noTarget { _ in true } },
      run: { $0.confirmRemoval() }),
    Command(
      "container.rename", "Rename", doc: "Gives the container another name.",
      in: .panes([.containers]), danger: .changes,
      unavailable: { $0.selectedContainer == nil ? "no container is selected" : nil },
      run: { $0.askForName() }),
    Command(
      "container.logs", "Logs over the whole screen",
      doc: "Shows the logs over the whole screen; of a service or stack those of all its containers.",
      in: lifecycle, hint: "logs",
      unavailable: { $0.noTarget { _ in true } },
      run: { $0.showLogs() }),
    Command(
      "container.open-port", "Copy the published port's URL",
      doc: "Puts the URL of the first published port on the clipboard and shows it.",
      in: .panes([.containers]),
      unavailable: { $0.publishedURL == nil ? "the container publishes no TCP port" : nil },
      run: { $0.copyPublishedURL() }),
    Command(
      "container.toggle-stopped", "Show or hide those not running",
      doc: "Shows or hides containers that are not running.", in: .panes([.containers]),
      run: {
        $0.hidesStopped.toggle()
        $0.markStale(.containers)
        return []
      }),
  ]

  private static let lifecycle = CommandScope.panes([.containers, .stacks])
}

/// The changes of state that need no further question.
enum LifecycleChange: Sendable, Hashable {
  case start, stop, restart, pause, unpause

  func call(_ id: ContainerID) -> EngineCall {
    switch self {
    case .start: .start(id)
    case .stop: .stop(id)
    case .restart: .restart(id)
    case .pause: .pause(id)
    case .unpause: .unpause(id)
    }
  }

  /// Whether what others depend on comes last.
  var goesBackwards: Bool { self == .stop || self == .pause }

  var verb: String {
    switch self {
    case .start: "Start"
    case .stop: "Stop"
    case .restart: "Restart"
    case .pause: "Pause"
    case .unpause: "Unpause"
    }
  }
}

extension DashboardState {
  /// The containers the next command acts on: of the marked rows, else of the selection, each once.
  func targetContainers(_ isWanted: (ContainerSummary) -> Bool) -> [ContainerID] {
    var seen: Set<ContainerID> = []
    return panes[activePane].targets.flatMap(containers(of:)).filter { id in
      guard let container = facts.containers[id], isWanted(container) else { return false }
      return seen.insert(id).inserted
    }
  }

  /// Why a command on containers has nothing to act on; nil when it has.
  func noTarget(_ isWanted: (ContainerSummary) -> Bool) -> String? {
    targetContainers { _ in true }.isEmpty ? "nothing is selected" : nil
  }

  /// The reason when it holds for every target; nil otherwise.
  func each(_ reason: String, _ holds: (ContainerSummary) -> Bool) -> String? {
    let all = targetContainers { _ in true }
    return all.count == targetContainers(holds).count ? reason : nil
  }

  var selectedContainer: ContainerSummary? {
    guard case .container(let id)? = panes[activePane].selection else { return nil }
    return facts.containers[id]
  }

  /// One container at once; several only after a look at the list.
  mutating func perform(_ change: LifecycleChange, on targets: [ContainerID]) -> [Effect] {
    if targets.count > 1 {
      let waves = DependencyOrder(targets, in: self).waves
      let shown = (change.goesBackwards ? waves.reversed() : waves).flatMap(\.self)
      overlays.append(.confirmation(.lifecycle(change, targets, names: shown.map(containerName))))
      return []
    }
    return begin(targets.map(change.call))
  }

  mutating func pauseOrUnpause() -> [Effect] {
    let running = targetContainers { $0.state == .running }
    return running.isEmpty
      ? perform(.unpause, on: targetContainers { $0.state == .paused }) : perform(.pause, on: running)
  }

  mutating func chooseSignal() -> [Effect] {
    let targets = targetContainers { $0.isAlive }
    overlays.append(.menu(.signals(for: targets, names: targets.map(containerName))))
    return []
  }

  mutating func confirmRemoval() -> [Effect] {
    let targets = targetContainers { _ in true }
    let alive = targets.filter { facts.containers[$0]?.isAlive == true }
    overlays.append(
      .confirmation(.removeContainers(targets, names: targets.map(containerName), alive: alive.count)))
    return []
  }

  mutating func askForName() -> [Effect] {
    guard let container = selectedContainer else { return [] }
    overlays.append(.prompt(Prompt(renaming: container)))
    return []
  }

  mutating func showLogs() -> [Effect] {
    followSelection()
    details.choose(.logs)
    if screenMode != .full { modeBeforeFull = screenMode }
    screenMode = .full
    focus = .details
    relayout()
    return []
  }

  /// The URL of the first published TCP port; nil where there is none.
  var publishedURL: String? {
    guard let container = selectedContainer else { return nil }
    let published = container.ports.filter { $0.publicPort != nil && $0.proto == "tcp" }
    guard let port = published.min(by: { $0.privatePort < $1.privatePort }), let number = port.publicPort
    else { return nil }
    let scheme = [443, 8443].contains(port.privatePort) ? "https" : "http"
    let address = port.address ?? ""
    let host = ["", "0.0.0.0", "::"].contains(address) ? setup.engineHost : address
    return "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(number)/"
  }

  mutating func copyPublishedURL() -> [Effect] {
    guard let url = publishedURL else { return [] }
    return [.copy(url)] + notify(Notice(.information, "copied \(url)"))
  }
}
