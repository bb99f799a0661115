/// One moment of a container's use of its host.
struct StatsPoint: Sendable, Equatable {
  /// Percent of one core.
  var cpu: Float
  /// Bytes; nil where nobody counts them.
  var memory: Float?
  /// Bytes a second; nil where the container has no network of its own.
  var received: Float?
  var sent: Float?
  /// Bytes a second; nil where the engine does not count them.
  var read: Float?
  var written: Float?

  /// What is left of it when the container is frozen: its memory.
  mutating func freeze() {
    self = StatsPoint(
      cpu: 0, memory: memory, received: received.map { _ in 0 },
      sent: sent.map { _ in 0 }, read: read.map { _ in 0 }, written: written.map { _ in 0 })
  }
}

/// The last ten minutes of a container: a ring of fixed size, the oldest point overwritten by the newest.
struct StatsHistory: Sendable, Equatable {
  /// How many points there can be: ten minutes of one every two seconds.
  static let capacity = 300

  private var points: [StatsPoint] = []
  private var next = 0

  /// How many points there are.
  var count: Int { points.count }

  /// The newest point; nil before the first.
  var newest: StatsPoint? { points.isEmpty ? nil : points[(next - 1 + Self.capacity) % Self.capacity] }

  /// Adds the newest point.
  mutating func append(_ point: StatsPoint) {
    if points.count < Self.capacity {
      points.append(point)
    } else {
      points[next] = point
    }
    next = (next + 1) % Self.capacity
  }

  /// Puts another point in the place of the newest.
  mutating func replaceLast(_ point: StatsPoint) {
    guard !points.isEmpty else { return append(point) }
    points[(next - 1 + Self.capacity) % Self.capacity] = point
  }

  /// One quantity of the newest points, oldest first, at most `limit` of them.
  func last(_ limit: Int, _ value: (StatsPoint) -> Float?) -> [Double] {
    let count = min(limit, points.count)
    return (0..<count).map { index in
      let place = (next - count + index + Self.capacity * 2) % Self.capacity
      return Double(value(points[points.count < Self.capacity ? points.count - count + index : place]) ?? 0)
    }
  }
}
