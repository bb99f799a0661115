import Dashboard

/// Runs the streams that the state asks for: starts what is missing, cancels what is no longer wanted.
@MainActor
final class SubscriptionPool {
  private var running: [Subscription: Task<Void, Never>] = [:]

  /// Compares what is wanted with what runs; `start` begins a stream.
  func reconcile(_ wanted: Set<Subscription>, start: (Subscription) -> Task<Void, Never>?) {
    for (subscription, task) in running where !wanted.contains(subscription) {
      task.cancel()
      running[subscription] = nil
    }
    for subscription in wanted where running[subscription] == nil {
      running[subscription] = start(subscription)
    }
  }

  /// Ends all streams; hands back those that take away at their end what they have made.
  func cancelAll() -> [Task<Void, Never>] {
    let tidying = running.compactMap { subscription, task in
      if case .carrier = subscription.stream { task } else { nil }
    }
    reconcile([]) { _ in nil }
    return tidying
  }
}
