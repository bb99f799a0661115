import EngineModel
import StackPlanning
import TerminalUI
import Testing

@testable import Dashboard

/// A dashboard without engine and terminal: keys and update go in, effects and a screen come out.
struct Stage {
  var state: DashboardState
  /// What the dashboard has asked for since the start, or since `forgetEffects`.
  private(set) var effects: [Effect] = []

  /// A dashboard that is live with the fixture's engine.
  init(
    _ columns: Int = 120, _ rows: Int = 40, setup: DashboardSetup = DashboardSetup(),
    features: Features = .standard
  ) {
    self.init(silent: columns, rows, setup: setup, features: features)
    hear(
      .version(Fixture.version), .info(Fixture.info), .containers(Fixture.containers),
      .images(Fixture.images),
      .volumes(Fixture.volumes), .networks(Fixture.networks), .live)
  }

  /// A dashboard that has heard nothing yet.
  init(
    silent columns: Int, _ rows: Int, setup: DashboardSetup = DashboardSetup(), features: Features = .standard
  ) {
    state = DashboardState(size: Size(columns: columns, rows: rows), setup: setup, features: features)
    state.settle()
  }

  /// Lets something happen, as the loop does.
  mutating func take(_ action: DashboardAction) {
    effects += state.update(action)
    state.settle()
  }

  /// Tells the time of what happens from now on: so many seconds after the fixture's moment.
  mutating func clock(_ seconds: Double) {
    state.setClock(Timestamp(nanoseconds: Fixture.now.nanoseconds + Int64(seconds * 1e9)))
  }

  /// Puts another engine beside the first.
  mutating func add(_ engine: EngineState) {
    state.shared.engines = EngineStates(state.shared.engines[.first], engine)
    state.settle()
  }

  mutating func hear(_ update: EngineUpdate...) {
    for item in update { take(.engine(.first, item)) }
  }

  /// Presses keys one by one: `jj x <enter>`.
  mutating func press(_ script: String) {
    for key in Self.keys(script) { take(.input(.key(key))) }
  }

  /// Presses keys that arrive in one read of the terminal: nothing is settled between them.
  mutating func pressAtOnce(_ script: String) {
    for key in Self.keys(script) { effects += state.update(.input(.key(key))) }
    state.settle()
  }

  /// Types a text, blanks and all.
  mutating func type(_ text: String) {
    for character in text { take(.input(.key(KeyPress(character)))) }
  }

  mutating func mouse(
    _ kind: MouseEvent.Kind, _ button: MouseEvent.Button = .left, at column: Int, _ row: Int
  ) {
    take(.input(.mouse(MouseEvent(kind, button, at: Point(column: column, row: row)))))
  }

  mutating func resize(_ columns: Int, _ rows: Int) { take(.resized(Size(columns: columns, rows: rows))) }

  /// Puts something over the panes, as features do.
  mutating func show(_ overlay: Overlay<RootAction>) {
    effects += state.route([.show(overlay)])
    state.settle()
  }

  mutating func forgetEffects() { effects = [] }

  /// Runs Compose, as commands do.
  mutating func begin(_ run: ComposeRun, with program: ComposeProgram = Fixture.compose) {
    effects.append(state.begin(run, with: program))
    state.settle()
  }

  /// Lets the newest job print lines.
  mutating func printed(_ lines: String...) {
    guard let job = state.jobs.last else { return }
    take(.jobOutput(job.id, lines.map { JobLine($0, isError: true) }))
  }

  /// Lets the newest job end.
  mutating func end(_ outcome: JobOutcome) {
    guard let job = state.jobs.last else { return }
    take(.jobEnded(job.id, outcome))
  }

  /// Answers the jobs that are under way.
  mutating func answerJobs(_ outcome: (EngineCall) -> JobOutcome) {
    for job in state.jobs where job.outcome == nil {
      if case .call(let call) = job.work { take(.jobEnded(job.id, outcome(call))) }
    }
  }

  private static func keys(_ script: String) -> [KeyPress] {
    do throws(KeyNameError) {
      return try KeySequence.script(script)
    } catch {
      Issue.record("\(error)")
      return []
    }
  }
}

// MARK: What can be seen

extension Stage {
  var frame: Frame { RootView.frame(state) }
  var lines: [String] { frame.lines }

  /// Whether a text stands on the screen, in one row.
  func showing(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  /// The rows of the screen with a text.
  func rows(with text: String) -> [String] { lines.filter { $0.contains(text) } }

  /// Where a text stands; nil where it does not.
  func place(of text: String) -> Point? {
    for (row, line) in lines.enumerated() {
      if let range = line.firstRange(of: text) {
        return Point(column: TextWidth.columns(of: String(line[..<range.lowerBound])), row: row)
      }
    }
    return nil
  }

  /// What the cursor of the active pane stands on.
  var selected: String? { state.panes[state.activePane].selection.map(state.title(of:)) }

  /// The names of a pane's rows.
  func names(_ pane: PaneKind) -> [String] { state.panes[pane].rows.map(state.title(of:)) }

  /// What was asked of the engine.
  var engineEffects: [EngineEffect] {
    effects.compactMap { if case .engine(_, let effect) = $0 { effect } else { nil } }
  }

  /// The changes asked of the engine.
  var calls: [EngineCall] {
    engineEffects.compactMap { if case .call(let call, _) = $0 { call } else { nil } }
  }

  /// What is to be read again.
  var refreshes: [Set<RefreshTarget>] {
    engineEffects.compactMap { if case .refresh(let targets) = $0 { targets } else { nil } }
  }

  /// The menu on top; nil where there is none.
  var menu: Menu<RootAction>? { if case .menu(let menu)? = state.overlays.last { menu } else { nil } }

  var copied: [String] { effects.compactMap { if case .copy(let text) = $0 { text } else { nil } } }

  var toasts: [String] { state.toasts.shown.map(\.notice.text) }
}

extension Stage: CustomTestStringConvertible {
  /// The screen, so that a failed expectation shows what was there instead.
  var testDescription: String { "\n" + frame.plainText + "\n" }
}
