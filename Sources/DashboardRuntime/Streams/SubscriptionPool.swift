import Dashboard
import EngineClient

/// Runs the streams that the state asks for: starts what is missing, cancels what is no longer wanted.
@MainActor
final class SubscriptionPool {
  private let client: EngineClient
  private let inbox: Inbox
  private let sampler: StatsSampler
  private let stacks: StackReader
  private var running: [Subscription: Task<Void, Never>] = [:]

  /// How long a row must stay selected before its streams are opened, so that a held-down arrow key does not open
  /// and close one for every row that it passes.
  private static let patience = Duration.milliseconds(40)

  init(client: EngineClient, inbox: Inbox, sampler: StatsSampler, stacks: StackReader) {
    self.client = client
    self.inbox = inbox
    self.sampler = sampler
    self.stacks = stacks
  }

  func reconcile(_ wanted: Set<Subscription>) {
    for (subscription, task) in running where !wanted.contains(subscription) {
      task.cancel()
      running[subscription] = nil
    }
    for subscription in wanted where running[subscription] == nil {
      running[subscription] = start(subscription)
    }
  }

  func cancelAll() { reconcile([]) }

  private func start(_ subscription: Subscription) -> Task<Void, Never> {
    let client = client
    let inbox = inbox
    let stacks = stacks
    switch subscription {
    case .engine:
      return Task.detached {
        await EngineConnection(client: client, inbox: inbox, holdings: stacks.holdings).run()
      }
    case .stats(let interval):
      let sampler = sampler
      return Task.detached { await sampler.run(every: interval) }
    case .logs(let request):
      return patiently { await LogFollower(client: client, inbox: inbox, request: request).run() }
    case .document(let subject, _):
      return patiently { await DocumentReader(client: client, inbox: inbox).read(subject) }
    case .stackPlaces(let places):
      return Task.detached { await stacks.find(places) }
    case .stack(let watch):
      return patiently { await stacks.follow(watch) }
    case .processes(let id):
      return patiently { await ProcessPoller(client: client, inbox: inbox).run(id) }
    }
  }

  private func patiently(_ work: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
    Task.detached {
      try? await Task.sleep(for: Self.patience)
      if !Task.isCancelled { await work() }
    }
  }
}
