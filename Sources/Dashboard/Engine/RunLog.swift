import EngineModel

/// An end of a container's process.
package struct RunEnd: Sendable, Hashable {
  /// When it ended.
  package var time: Timestamp
  /// The code that it ended with; nil where nobody has told.
  package var exitCode: Int?
  /// Whether the kernel ended it for want of memory, as far as that is known.
  package var isOutOfMemory: Bool
  /// How often the restart policy had started it by then; nil where nobody has told.
  package var restarts: Int?

  /// An end from its parts.
  package init(time: Timestamp, exitCode: Int? = nil, isOutOfMemory: Bool = false, restarts: Int? = nil) {
    self.time = time
    self.exitCode = exitCode
    self.isOutOfMemory = isOutOfMemory
    self.restarts = restarts
  }

  /// The end that a `die` event tells of (GET /events, its attribute `exitCode`).
  package init(death event: EngineEvent) {
    self.init(time: event.time, exitCode: event.attributes["exitCode"].flatMap { Int($0) })
  }

  /// An event and a document tell of the same end when they are so close.
  private static let same: Int64 = 250_000_000

  /// Whether both are the same end.
  func isSame(as other: RunEnd) -> Bool { abs(time.nanoseconds - other.time.nanoseconds) < Self.same }

  /// The end with what the other one knows beside it.
  func completed(by other: RunEnd) -> RunEnd {
    RunEnd(
      time: time, exitCode: exitCode ?? other.exitCode, isOutOfMemory: isOutOfMemory || other.isOutOfMemory,
      restarts: restarts ?? other.restarts)
  }
}

/// How the runs of containers have ended, as events and documents tell: what divides one run from the next in a log.
package struct RunLog: Sendable, Equatable {
  /// The ends of each container by time.
  package private(set) var ends: [ContainerID: [RunEnd]] = [:]
  /// How often the restart policy has started each container, as its document has it.
  private var restarts: [ContainerID: Int] = [:]
  /// Grows with each change.
  private(set) var revision = 0

  /// The most ends of a container that are kept.
  private static let limit = 200

  /// Nothing known yet.
  package init() {}

  /// An event tells of an end.
  mutating func add(_ end: RunEnd, of id: ContainerID) {
    add(end.completed(by: RunEnd(time: end.time, restarts: restarts[id])), to: id)
  }

  /// Takes in what a container's document says of its last end.
  package mutating func note(_ details: ContainerDetails) {
    restarts[details.id] = details.restartCount
    guard let time = details.run.finishedAt else { return }
    // Of a run that ended at once the engine has the end a moment before the start.
    let isOver = details.run.state != .running && details.run.state != .paused
    // Once it runs again, the engine has forgotten how the last run ended.
    add(
      isOver
        ? RunEnd(
          time: time, exitCode: details.run.exitCode, isOutOfMemory: details.run.oomKilled,
          restarts: details.restartCount) : RunEnd(time: time, restarts: max(0, details.restartCount - 1)),
      to: details.id)
  }

  /// Takes in ends that the engine remembers.
  package mutating func note(_ past: [RunEnd], of id: ContainerID) {
    for end in past { add(end, to: id) }
  }

  /// Whether a container that runs has failed a short while ago: it may only be up between two crashes.
  func hasFailedLately(_ container: ContainerSummary) -> Bool {
    guard Quantity.statusSeconds(container.status) < Self.lately, let last = ends[container.id]?.last else {
      return false
    }
    return last.exitCode.map { $0 != 0 } ?? last.isOutOfMemory
  }

  /// Seconds within which a crash counts as one of now.
  static let lately = 600.0

  /// Forgets a container that is gone; what is on the screen of its log stays.
  mutating func forget(_ id: ContainerID) {
    ends[id] = nil
    restarts[id] = nil
  }

  private mutating func add(_ end: RunEnd, to id: ContainerID) {
    var known = ends[id] ?? []
    if let index = known.lastIndex(where: { $0.isSame(as: end) }) {
      let completed = known[index].completed(by: end)
      guard completed != known[index] else { return }
      known[index] = completed
    } else {
      known.insert(end, at: known.lastIndex { $0.time < end.time }.map { $0 + 1 } ?? 0)
      if known.count > Self.limit { known.removeFirst() }
    }
    ends[id] = known
    revision += 1
  }
}
