import EngineModel

/// A start of a container, and how the run before it ended, as far as davit knows.
struct ContainerRunStart: Sendable, Hashable {
  let container: ContainerID
  /// When it started.
  let time: Timestamp
  /// The code that the run before ended with; nil where nobody has told.
  var exitCode: Int?
  /// How often the restart policy has started it by then; nil where nobody has told.
  var restarts: Int?
}

/// The starts of containers that events and documents have told of: what divides one run from the next in a log.
struct RunLog: Sendable, Equatable {
  private(set) var starts: [ContainerID: [ContainerRunStart]] = [:]
  /// How the last run of a container that has ended came to its end.
  private var ends: [ContainerID: Int] = [:]
  /// Grows with each change.
  private(set) var revision = 0

  /// The most starts of a container that are kept.
  private static let limit = 100

  /// A container has ended.
  mutating func end(_ id: ContainerID, exitCode: Int?) { ends[id] = exitCode }

  /// A container has started after it had run before.
  mutating func start(_ id: ContainerID, at time: Timestamp) {
    guard let exitCode = ends.removeValue(forKey: id) else { return }
    add(ContainerRunStart(container: id, time: time, exitCode: exitCode))
  }

  /// Takes in what a container's document says of its newest start.
  mutating func note(_ details: ContainerDetails) {
    guard let start = details.run.startedAt, let end = details.run.finishedAt, end < start else { return }
    let known = starts[details.id]?.lastIndex { abs($0.time.nanoseconds - start.nanoseconds) < Self.same }
    if let known {
      guard starts[details.id]?[known].restarts != details.restartCount else { return }
      starts[details.id]?[known].restarts = details.restartCount
      revision += 1
    } else {
      add(ContainerRunStart(container: details.id, time: start, restarts: details.restartCount))
    }
  }

  /// An event and a document tell of the same start when they are so close.
  private static let same: Int64 = 2_000_000_000

  /// Forgets a container that is gone; what is on the screen of its log stays.
  mutating func forget(_ id: ContainerID) {
    starts[id] = nil
    ends[id] = nil
  }

  private mutating func add(_ start: ContainerRunStart) {
    starts[start.container, default: []].append(start)
    if let count = starts[start.container]?.count, count > Self.limit {
      starts[start.container]?.removeFirst()
    }
    revision += 1
  }
}
