import Dashboard
import EngineClient
import Preferences
import TerminalUI

/// Brings actions to the state, effects and streams to the world, and frames to the screen. Lives on the main actor
/// and does nothing while nothing happens.
@MainActor
package final class DashboardLoop {
  /// The state; read it, never change it from outside.
  package private(set) var state: DashboardState
  let screen: any Screen
  private let client: EngineClient
  private let themes: ThemeCatalogue
  private let sampler: StatsSampler
  private let refreshes: RefreshQueue
  private let pool: SubscriptionPool
  private let fileEditing: FileEditing
  private let inbox: Inbox
  private let stacks: StackReader
  private let jobs: JobRunner
  private var planKey: StatsPlanKey?
  private var ending: CheckedContinuation<Void, Never>?
  private var hasEnded = false

  // Frames.
  private var lastTurn = ContinuousClock.now - .seconds(1)
  private var isTurnPlanned = false
  /// The shortest time between two frames that no key has asked for.
  private static let frameTime = Duration.milliseconds(16)

  /// A loop over an engine and a screen.
  package init(
    client: EngineClient, setup: DashboardSetup, themes: ThemeCatalogue, screen: any Screen,
    surroundings: Surroundings = Surroundings()
  ) {
    self.client = client
    self.themes = themes
    self.screen = screen
    state = DashboardState(size: screen.size, setup: setup)
    let relay = WakeRelay()
    inbox = Inbox { Task { @MainActor in relay.loop?.wake() } }
    sampler = StatsSampler(client: client, inbox: inbox)
    fileEditing = FileEditing(
      client: client, inbox: inbox, surroundings: surroundings, utcOffset: setup.utcOffset)
    let holdings = EngineHoldings()
    refreshes = RefreshQueue(lists: EngineLists(client: client, inbox: inbox, holdings: holdings))
    stacks = StackReader(client: client, inbox: inbox, holdings: holdings, surroundings: surroundings)
    pool = SubscriptionPool(client: client, inbox: inbox, sampler: sampler, stacks: stacks)
    jobs = JobRunner(client: client, inbox: inbox, stacks: stacks)
    relay.loop = self
  }

  /// Runs until the user, or the end of the terminal, ends it.
  package func run() async {
    begin()
    perform(.editor(.findLeftovers))
    if !hasEnded { await withCheckedContinuation { ending = $0 } }
  }

  /// Draws the first frame and starts the streams.
  package func begin() {
    state.settle()
    reconcile()
    paint()
  }

  /// Ends the loop and everything that it has started.
  package func end() {
    guard !hasEnded else { return }
    hasEnded = true
    if let unsaved = state.unsavedText { fileEditing.keep(unsaved) }
    pool.cancelAll()
    jobs.cancelAll()
    stacks.stop()
    ending?.resume()
    ending = nil
  }

  /// Takes what a person did; the answer is on the screen before this returns.
  package func take(_ events: [InputEvent]) {
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
    for effect in state.update(action) { perform(effect) }
  }

  private func settle() {
    state.settle()
    reconcile()
  }

  private func reconcile() {
    guard !hasEnded else { return }
    pool.reconcile(state.subscriptions)
    let key = state.statsPlanKey
    guard key != planKey else { return }
    planKey = key
    sampler.follow(state.statsPlan)
  }
}

// MARK: Waiting, for snapshots and tests

extension DashboardLoop {
  /// Waits until the engine's lists and the first figures are on the screen, or the engine has turned out to be away;
  /// a few seconds at most.
  package func waitUntilListed() async {
    await wait(.seconds(3)) { $0.connection != .connecting }
    if state.connection.isLive { await wait(.seconds(2)) { $0.hasFigures } }
    await waitUntilQuiet()
  }

  private func wait(_ patience: Duration, until isDone: (DashboardState) -> Bool) async {
    let limit = ContinuousClock.now + patience
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
    case .call(let call, let job): perform(call, job)
    case .editor(.handOver(let order)): handOver(order)
    case .editor(let effect): fileEditing.perform(effect)
    case .sequence(let waves, let job): jobs.begin(waves, job)
    case .compose(let run, let program, let job): jobs.begin(run, with: program, job)
    case .cancel(let job): jobs.cancel(job)
    case .remember(let key, let memory): stacks.remember(key, memory)
    case .refresh(let targets): refreshes.add(targets)
    case .measureVolumes: measureVolumes()
    case .copy(let text):
      if !screen.copyToClipboard(text) {
        inbox.post(
          .notice(Notice(.warning, "cannot copy: the text is too long for the terminal's clipboard")))
      }
    case .after(let milliseconds, let action): later(milliseconds, action)
    case .redraw: screen.redraw()
    case .applyTheme(let name):
      if let theme = themes.theme(named: name) { screen.setTheme(theme) }
    case .suspend: screen.suspend()
    case .quit: end()
    }
  }

  private func perform(_ call: EngineCall, _ job: JobID) {
    let client = client
    let inbox = inbox
    Task.detached {
      let outcome = await client.carryOut(call)
      inbox.post(.jobEnded(job, outcome))
    }
  }

  private func handOver(_ order: HandOver) {
    let fileEditing = fileEditing
    let screen = screen
    Task { @MainActor in await fileEditing.handOver(order, on: screen) }
  }

  private func measureVolumes() {
    let client = client
    let inbox = inbox
    Task.detached {
      do throws(EngineError) {
        let volumes = try await client.diskUsage().volumeItems
        let sizes = volumes.compactMap { volume in volume.size.map { (volume.name, $0) } }
        inbox.post(.engine(.volumeSizes(Dictionary(sizes, uniquingKeysWith: { $1 }))))
      } catch {
        inbox.post(.notice(Notice(.error, "cannot measure the volumes: \(error.description)")))
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
