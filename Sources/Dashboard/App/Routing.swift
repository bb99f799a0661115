import EngineModel
import TerminalUI

extension DashboardState {
  /// Tells what time it is; what happens next happens then.
  package mutating func setClock(_ time: Timestamp) { shared.now = time }

  /// The one way the state changes: takes what has happened, says what is to be done.
  package mutating func update(_ action: DashboardAction) -> [Effect] {
    switch action {
    case .input(let event): return handle(event)
    case .resized(let size):
      shared.size = size
      layoutChanged()
      return []
    case .engine(let id, let update): return receive(update, from: id)
    case .sampled(let id, let samples):
      shared.engines[id].add(samples)
      return []
    case .logs(let update): return logs.update(update)
    case .stacks(let id, let update): return receive(update, from: id)
    case .compose(let program):
      shared.compose = program.map { .found($0) } ?? .missing
      return []
    case .editor(let update):
      let effects = route(editing.update(update, shared), RootAction.editor)
      return effects + pressHeldKeys()
    case .jobOutput(let id, let lines): return print(lines, of: id)
    case .jobProgress(let id, let progress): return note(progress, of: id)
    case .jobEnded(let id, let outcome): return end(id, outcome)
    case .delayed(let action): return comeDue(action)
    case .described(let description):
      return [.copy(description.text), toasts.show(Notice(.information, description.notice))]
    case .paths(let answer):
      take(answer)
      return []
    case .logins(let logins):
      shared.logins = logins
      return []
    case .notice(let notice): return [toasts.show(notice)]
    }
  }

  private mutating func handle(_ event: InputEvent) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .paste(let text): return paste(text)
    case .mouse(let mouse): return point(mouse)
    case .end: return [.quit]
    case .background(let isLight): return suit(background: isLight ? "light" : "dark")
    case .focus, .reply: return []
    }
  }

  private mutating func suit(background theme: String) -> [Effect] {
    let setup = shared.setup
    guard setup.followsBackground, theme != themeName, setup.themes.contains(theme) else { return [] }
    return showTheme(theme)
  }

  private mutating func comeDue(_ action: DelayedAction) -> [Effect] {
    switch action {
    case .expireToast(let id):
      toasts.expire(id)
      return []
    // The rows are made where the state settles.
    case .continueRows: return []
    case .continueLogScan(let generation): return logs.continueScan(generation)
    case .editor(let timer): return route(editing.update(timer, shared), RootAction.editor)
    }
  }

  /// Draws with another theme.
  mutating func showTheme(_ name: String) -> [Effect] {
    themeName = name
    return [.applyTheme(name)]
  }

  /// Tells all that has a size of its own how much room there is.
  mutating func layoutChanged() {
    shared.relayout()
    if let rect = shared.layout.details {
      editing.editor?.text.resize(to: EditorView.textRect(in: rect).size)
    }
  }
}

// MARK: What features say

extension DashboardState {
  /// Lets what a feature says come true.
  mutating func route<Action>(
    _ outcomes: [Outcome<Action>], _ lift: (Action) -> RootAction
  ) -> [Effect] {
    route(outcomes.map { $0.map(lift) })
  }

  /// Decides who hears what was said.
  mutating func route(_ outcomes: [Outcome<RootAction>]) -> [Effect] {
    var effects: [Effect] = []
    for outcome in outcomes { effects += route(outcome) }
    return effects
  }

  private mutating func route(_ outcome: Outcome<RootAction>) -> [Effect] {
    switch outcome {
    case .send(let action, let reply): return send(action, reply)
    case .several(let outcomes): return route(outcomes)
    case .command(let id): return run(id)
    case .effect(let effect): return [effect]
    case .notice(let notice): return [toasts.show(notice)]
    case .show(let overlay):
      overlays.append(overlay)
      return []
    case .begin(let order, let engine): return begin(order, on: engine)
    case .view(let change):
      shared.apply(change)
      layoutChanged()
      return []
    case .typeFilter(let target):
      typeFilter(target)
      return []
    case .remember(let key, let memory):
      guard shared.engines[key.engine].stacks.memory(of: key) != memory else { return [] }
      shared.engines[key.engine].remember(memory, of: key)
      return [.engine(key.engine, .remember(key, memory))]
    case .readAgain(let key):
      shared.engines[key.engine].stacks.readAgain(key)
      return []
    case .searchLogs(let request?, let engine):
      shared.engines[engine].search.begin(request)
      shared.panes[.logSearch].goToStart()
      placeInMatches = nil
      return []
    case .searchLogs(nil, let engine):
      shared.engines[engine].search.stop()
      return []
    }
  }

  /// Tells a feature what was chosen or answered.
  mutating func send(_ action: RootAction, _ reply: UserReply) -> [Effect] {
    switch action {
    case .containers(let action):
      return route(ContainerCommands.update(action, reply, shared), RootAction.containers)
    case .stacks(.edit(let key, let file, let steps)):
      return send(.editor(.propose(key, file: file, steps)), UserReply())
    case .stacks(let action): return route(StackCommands.update(action, reply, shared), RootAction.stacks)
    case .images(let action): return route(ImageCommands.update(action, reply, shared), RootAction.images)
    case .volumes(let action):
      return route(VolumeCommands.update(action, reply, shared), RootAction.volumes)
    case .networks(let action):
      return route(NetworkCommands.update(action, reply, shared), RootAction.networks)
    case .logs(let action): return route(logs.update(action, reply, shared), RootAction.logs)
    case .search(.open(let row, let line, let pattern)): return openLog(of: row, at: line, pattern)
    case .search(let action):
      return route(LogSearchCommands.update(action, reply, shared), RootAction.search)
    case .files(let action):
      files.settle(shared)
      return route(files.update(action, reply, shared), RootAction.files)
    case .contents(let action):
      contents.settle(shared)
      return route(contents.update(action, reply, shared), RootAction.contents)
    case .editor(let action): return route(editing.update(action, reply, shared), RootAction.editor)
    case .screen(let action): return update(action)
    }
  }

  /// Goes to a line in the log of a container, with what was searched for.
  private mutating func openLog(of row: RowID, at line: FoundLine, _ pattern: String) -> [Effect] {
    guard row.kind.exists(row, shared.engine(of: row)) else {
      return [toasts.show(Notice(.warning, "\(shared.title(of: row)) is gone, and its log with it"))]
    }
    placeInMatches = shared.details.subject.map {
      PlaceInMatches(row: $0, cursor: shared.details.cursor, offset: shared.details.offset)
    }
    shared.apply(.open(row))
    followSelection()
    shared.details.choose(.logs)
    shared.apply(.enterDetails)
    logs.go(to: line, searching: pattern)
    layoutChanged()
    return []
  }

  /// Why an answer in a form cannot be taken; nil when it can.
  func problem(_ action: RootAction, _ reply: UserReply) -> String? {
    switch action {
    case .containers(let action): ContainerCommands.problem(action, reply, shared)
    case .stacks(let action): StackCommands.problem(action, reply, shared)
    case .images(let action): ImageCommands.problem(action, reply, shared)
    case .volumes(let action): VolumeCommands.problem(action, reply, shared)
    case .networks(let action): NetworkCommands.problem(action, reply, shared)
    case .editor(let action): EditingState.problem(action, reply)
    case .logs(let action): LogsState.problem(action, reply, shared)
    case .files(let action): FilesForm.problem(action, reply, shared)
    case .search(let action): LogSearchCommands.problem(action, reply)
    case .contents, .screen: nil
    }
  }
}
