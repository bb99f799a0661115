import Dashboard
import DashboardRuntime
import EngineClient
import EngineTransport
import Glibc
import Preferences
import SimulatedEngine
import TerminalUI
import TestSupport
import Testing

/// A dashboard that runs on a simulated engine and draws in memory.
@MainActor
final class Rig {
  let engine: SimulatedEngine
  let client: EngineClient
  let screen: HeadlessScreen
  let loop: DashboardLoop

  init(_ engine: SimulatedEngine, readOnly: Bool, size: Size) {
    self.engine = engine
    client = EngineClient(address: .unix(path: engine.socketPath), readOnly: readOnly)
    screen = HeadlessScreen(size: size)
    var setup = DashboardSetup()
    setup.isReadOnly = readOnly
    loop = DashboardLoop(client: client, setup: setup, themes: ThemeCatalogue(adding: []), screen: screen)
    loop.start()
  }

  /// Presses keys: `jj x <enter>`.
  func press(_ script: String) throws {
    for key in try KeySequence.script(script) { loop.handle([.key(key)]) }
  }

  /// Whether a text stands on the screen, in one row.
  func showing(_ text: String) -> Bool { screen.frame?.lines.contains { $0.contains(text) } ?? false }

  /// The rows of the screen with a text.
  func rows(with text: String) -> [String] { screen.frame?.lines.filter { $0.contains(text) } ?? [] }

  /// What stands on the screen from a text on up to the next full stop, in the rows that have it.
  func sentences(from start: String) -> [Substring] {
    rows(with: start).compactMap { row in
      row.firstRange(of: start).map { row[$0.lowerBound...].prefix { $0 != "." } }
    }
  }

  /// Waits until a condition holds; half a minute at most, or as long as `limit` says: the tests beside this one may
  /// hold every processor for seconds.
  func until(
    _ what: Comment, within limit: Duration = .seconds(30), _ condition: () -> Bool
  ) async throws {
    let deadline = ContinuousClock.now + limit
    while !condition() {
      guard ContinuousClock.now < deadline else {
        Issue.record(what)
        throw NeverCame()
      }
      try await Task.sleep(for: .milliseconds(4))
    }
  }

  /// Waits until a text stands on the screen.
  func until(showing text: String) async throws { try await until("never seen: \(text)") { showing(text) } }

  /// What was asked of the engine, but for the measurements, which come by themselves.
  var requests: [String] {
    engine.requests.map { "\($0.method) \($0.target)" }.filter {
      !$0.contains("/stats") && !$0.contains("_ping")
    }
  }
}

struct NeverCame: Error {}

/// Runs a dashboard over containers, and ends it with its engine.
@MainActor
func withDashboard(
  _ containers: [SimulatedContainer] = [.init(name: "web"), .init(name: "db")], readOnly: Bool = false,
  size: Size = Size(columns: 120, rows: 40), isPodman: Bool = false,
  body: @MainActor (Rig) async throws -> Void
) async throws {
  let folder = try TestFolder()
  defer { folder.remove() }
  var options = SimulatedEngine.Options()
  options.time = .manual()
  options.visibleHealthChecks = 0
  options.isPodman = isPodman
  let engine = try await SimulatedEngine.start(
    socketPath: folder.file("engine.sock"),
    population: Population(containers: containers, images: [SimulatedImage("busybox:1.36")]), options: options
  )
  let rig = Rig(engine, readOnly: readOnly, size: size)
  do {
    try await rig.until("never live") {
      rig.showing("live") && rig.loop.state.firstEngine.facts.images.count == 1
    }
    try await body(rig)
  } catch is NeverCame {
  } catch {
    Issue.record(error)
  }
  rig.loop.end()
  await engine.stop()
}

extension SimulatedEngine {
  /// Emits an event of a container.
  func emit(_ action: String, of id: String) {
    emit(SimulatedEvent(type: "container", action: action, actor: id))
  }

  /// Emits an event of another resource.
  func emit(_ type: String, _ action: String, _ actor: String) {
    emit(SimulatedEvent(type: type, action: action, actor: actor))
  }
}
