@testable import Dashboard

extension DashboardState {
  /// The streams that run, without those that read files.
  var engineStreams: Set<Subscription> {
    subscriptions.filter { subscription in
      switch subscription {
      case .stack, .stackPlaces: false
      default: true
      }
    }
  }
}
