import EngineModel

/// For how long a container has been what it is.
enum ContainerAge {
  /// The engine's own words, shortened; of one that was never started, which they leave out, the time since it was made.
  static func text(_ container: ContainerSummary, now: Timestamp?) -> String {
    let text = Quantity.shortStatus(container.status)
    guard text.isEmpty, container.state == .created, let now, container.created.seconds > 0 else {
      return text
    }
    return Quantity.age(seconds: now.secondsSince(container.created))
  }
}
