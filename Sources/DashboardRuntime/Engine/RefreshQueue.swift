import Dashboard
import EngineClient
import EngineModel

/// Collects what is to be read again: what events name within a short while becomes one request a resource.
@MainActor
final class RefreshQueue {
  private let lists: EngineLists
  private var waiting: Set<RefreshTarget> = []
  private var isBusy = false

  /// How long the first of several refreshes waits for the others.
  private static let debounce = Duration.milliseconds(60)
  /// The shortest time between two rounds, so that a storm of events costs a few requests a second at most.
  private static let interval = Duration.milliseconds(250)

  init(lists: EngineLists) { self.lists = lists }

  func add(_ targets: Set<RefreshTarget>) {
    waiting.formUnion(targets)
    guard !isBusy else { return }
    isBusy = true
    Task {
      while !waiting.isEmpty {
        try? await Task.sleep(for: Self.debounce)
        let round = waiting
        waiting = []
        await lists.read(round)
        try? await Task.sleep(for: Self.interval)
      }
      isBusy = false
    }
  }
}
