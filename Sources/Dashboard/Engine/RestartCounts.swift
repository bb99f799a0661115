import EngineModel

/// How often the restart policy has started each container. No list says it, so each is asked for it while somebody
/// wants to know, and again once it has started anew.
struct RestartCounts: Sendable, Equatable {
  private var counts: [ContainerID: Int?] = [:]
  /// Which reading each needs next.
  private var readings: [ContainerID: Int] = [:]

  /// The count as it was read last; nil where it was not, or could not be.
  subscript(id: ContainerID) -> Int? { counts[id] ?? nil }

  /// The reading that a container needs; nil where its count is known, or cannot be.
  func wanted(_ id: ContainerID) -> Int? {
    let reading = readings[id] ?? 0
    return counts[id] == nil ? reading : nil
  }

  /// Keeps a count; nil where it cannot be read.
  mutating func keep(_ count: Int?, of id: ContainerID) { counts[id] = .some(count) }

  /// A container has started, or ended: its count may be another.
  mutating func readAgain(_ id: ContainerID) {
    guard counts[id] != nil else { return }
    counts[id] = nil
    readings[id, default: 0] += 1
  }

  /// Forgets a container that is gone.
  mutating func forget(_ id: ContainerID) { (counts[id], readings[id]) = (nil, nil) }
}
