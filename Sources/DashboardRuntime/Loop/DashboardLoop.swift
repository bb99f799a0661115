import Dashboard
import DiskFiles
import EngineClient
import Preferences
import TerminalUI
import Troubles

/// Brings actions to the state, effects and streams to the world, and frames to the screen. Lives on the main actor
/// and does nothing while nothing happens.
@MainActor
package final class DashboardLoop {
  /// The state; read it, never change it from outside.
  package private(set) var state: DashboardState
  let screen: any Screen
  private let themes: ThemeCatalogue
  private let inbox: Inbox
  private let local: LocalEnvironment
  /// One for each engine.
  private let sessions: [EngineID: EngineSession]
  private let first: EngineSession
  private let pool = SubscriptionPool()
  private var planKey: StatsPlanKey?
  /// Keeps the view between runs; nil where that is not wanted.
  private let viewKeeper: ViewKeeper?
  private var ending: CheckedContinuation<Void, Never>?
  private var hasEnded = false
  /// What was under way at the end and takes away what it had begun.
  private var tidying: [Task<Void, Never>] = []
  /// How long that is waited for.
  private nonisolated static let patience = Duration.seconds(2)

  // Frames.
  private var lastTurn = ContinuousClock.now - .seconds(1)
  private var isTurnPlanned = false
  /// The shortest time between two frames that no key has asked for.
  private static let frameTime = Duration.milliseconds(16)

  /// A loop over an engine and a screen.
  package init(
    client: EngineClient, setup: DashboardSetup, themes: ThemeCatalogue, screen: any Screen,
    local: LocalEnvironment = LocalEnvironment()
  ) {
    self.themes = themes
    self.local = local
    self.screen = screen
    let state = DashboardState(size: screen.size, setup: setup)
    self.state = state
    let relay = WakeRelay()
    let inbox = Inbox { Task { @MainActor in relay.loop?.wake() } }
    self.inbox = inbox
    viewKeeper =
      setup.settings.screen.remembers
      ? local.state.map { ViewKeeper(ViewMemoryFile($0), known: state.viewMemory, inbox: inbox) } : nil
    first = EngineSession(.first, client: client, inbox: inbox, local: local, utcOffset: setup.utcOffset)
    sessions = [first.id: first]
    relay.loop = self
  }

  /// Runs until the user, or the end of the terminal, ends it.
  package func run() async {
    start()
    perform(.editor(.findLeftovers))
    if !hasEnded { await withCheckedContinuation { ending = $0 } }
    await tidied()
  }

  /// Waits until what was under way has taken away what it had begun; not for long, since a terminal waits.
  private func tidied() async {
    guard !tidying.isEmpty else { return }
    let tasks = tidying
    let (stream, end) = AsyncStream<Void>.makeStream()
    let limit = Task.detached {
      try? await Task.sleep(for: Self.patience)
      end.finish()
    }
    Task.detached {
      for task in tasks { await task.value }
      end.finish()
    }
    for await _ in stream {}
    limit.cancel()
  }

  /// Draws the first frame and starts the streams.
  package func start() {
    state.settle()
    reconcile()
    paint()
  }

  /// Ends the loop and everything that it has started.
  package func end() {
    guard !hasEnded else { return }
    hasEnded = true
    if let unsaved = state.unsavedText { first.editing.keep(unsaved) }
    tidying = pool.cancelAll()
    viewKeeper?.end(state.viewMemory)
    for session in sessions.values { tidying += session.end() }
    ending?.resume()
    ending = nil
  }

  /// Takes what a person did; the answer is on the screen before this returns.
  package func handle(_ events: [InputEvent]) {
    guard !hasEnded else { return }
    for event in events { apply(.input(event)) }
    settle()
    paint()
  }

  /// Takes a new size of the screen.
  package func resize(to size: Size) {
    apply(.resized(size))
    settle()
    paint()
  }

  /// Something lies in the inbox: it is taken at once when the last time is long enough ago, otherwise when it is.
  /// However fast it comes, state and screen are worked out once a frame, and keys find the loop free.
  func wake() {
    guard !isTurnPlanned, !hasEnded else { return }
    let due = lastTurn + Self.frameTime
    if due <= .now {
      takeInbox()
      return
    }
    isTurnPlanned = true
    Task { [weak self] in
      try? await Task.sleep(until: due)
      self?.isTurnPlanned = false
      self?.takeInbox()
    }
  }

  private func takeInbox() {
    guard !hasEnded else { return }
    for action in inbox.drain() { apply(action) }
    lastTurn = .now
    settle()
    paint()
  }

  private func apply(_ action: DashboardAction) {
    state.setClock(HostClock.now)
    for effect in state.update(action) { perform(effect) }
  }

  private func settle() {
    state.settle()
    if state.isUnsettled { inbox.post(.delayed(.continueRows)) }
    viewKeeper?.see(state.viewMemory)
    reconcile()
  }

  private func reconcile() {
    guard !hasEnded else { return }
    pool.reconcile(state.subscriptions) { sessions[$0.engine]?.start($0.stream) }
    let key = state.statsPlanKey
    guard key != planKey else { return }
    planKey = key
    for session in sessions.values { session.sample(state.statsPlan(of: session.id)) }
  }
}

// MARK: Waiting, for snapshots and tests

extension DashboardLoop {
  /// Waits until the engine's lists and the first figures are on the screen, or the engine has turned out to be away;
  /// a few seconds at most.
  package func waitUntilListed() async {
    await wait(.seconds(3)) { $0.firstEngine.connection != .connecting }
    if state.firstEngine.connection.isLive { await wait(.seconds(2)) { $0.firstEngine.hasFigures } }
    await waitUntilQuiet()
  }

  private func wait(_ timeout: Duration, until isDone: (DashboardState) -> Bool) async {
    let limit = ContinuousClock.now + timeout
    while !isDone(state), ContinuousClock.now < limit { try? await Task.sleep(for: .milliseconds(10)) }
  }

  /// Waits until nothing has come for a moment; half a second at most, since some engines are never quiet.
  package func waitUntilQuiet() async {
    let limit = ContinuousClock.now + .milliseconds(500)
    while ContinuousClock.now < limit {
      let before = lastTurn
      try? await Task.sleep(for: .milliseconds(120))
      if lastTurn == before { return }
    }
  }
}

// MARK: Frames

extension DashboardLoop {
  private func paint() {
    guard !hasEnded else { return }
    screen.paint(RootView.frame(state))
  }
}

// MARK: Effects

extension DashboardLoop {
  /// Performs an effect: the one place where the dashboard's wishes touch the world.
  private func perform(_ effect: Effect) {
    switch effect {
    case .engine(let id, let effect): sessions[id]?.perform(effect)
    case .editor(.handOver(let order)): handOver(order)
    case .editor(let effect): (effect.engine.flatMap { sessions[$0] } ?? first).editing.perform(effect)
    case .cancel(let job): for session in sessions.values { session.cancel(job) }
    case .copy(let text):
      if !screen.copyToClipboard(text) {
        inbox.post(
          .notice(Notice(.warning, "cannot copy: the text is too long for the terminal's clipboard")))
      }
    case .findPaths(let query):
      let (inbox, home) = (inbox, local.environment["HOME"])
      Task.detached { inbox.post(.paths(PathSearch.answer(query, home: home))) }
    case .findLogins:
      let (inbox, environment) = (inbox, local.environment)
      Task.detached { inbox.post(.logins(await RegistryCredentials(environment: environment).logins())) }
    case .after(let milliseconds, let action): later(milliseconds, action)
    case .redraw: screen.redraw()
    case .applyTheme(let name):
      if let theme = themes.theme(named: name) { screen.setTheme(theme) }
    case .keepTheme(let name): keepTheme(name)
    case .runOnTerminal(let run, let engine, let job): sessions[engine]?.runOnTerminal(run, job, screen)
    case .page(let log): page(log)
    case .useMouse(let isOn): screen.useMouse(isOn)
    case .suspend: screen.suspend()
    case .quit: end()
    }
  }

  private func keepTheme(_ name: String) {
    guard let folder = local.state else { return }
    do throws(Trouble) {
      try KeptTheme(name: name, settings: state.shared.setup.settings.theme).write(to: folder)
    } catch {
      inbox.post(.notice(Notice(.warning, error.inTheWay(of: "cannot remember the theme"))))
    }
  }

  private func handOver(_ order: HandOver) {
    let editing = first.editing
    let screen = screen
    Task { @MainActor in await editing.handOver(order, on: screen) }
  }

  private func page(_ log: PagedLog) {
    let (screen, inbox, environment) = (screen, inbox, local.environment)
    Task { @MainActor in
      do throws(Trouble) {
        try await Pager(environment: environment).show(log, on: screen)
      } catch {
        inbox.post(.notice(Notice(.warning, error)))
      }
    }
  }

  private func later(_ milliseconds: Int, _ action: DelayedAction) {
    let inbox = inbox
    Task.detached {
      if milliseconds > 0 { try? await Task.sleep(for: .milliseconds(milliseconds)) }
      inbox.post(.delayed(action))
    }
  }
}

/// Breaks the circle between a loop and the inbox that wakes it.
@MainActor
private final class WakeRelay {
  weak var loop: DashboardLoop?
}
