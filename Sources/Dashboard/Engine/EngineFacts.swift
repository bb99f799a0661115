import EngineModel

/// What an engine has said of its resources, by id.
package struct EngineFacts: Sendable, Equatable {
  /// What the engine is; nil before it has said so.
  package var version: EngineVersion?
  /// What it says of its host; nil before it has said so.
  package var info: EngineInfo?
  /// All containers, stopped ones too.
  package private(set) var containers: [ContainerID: ContainerSummary] = [:]
  /// All images, untagged ones too.
  package var images: [ImageID: ImageSummary] = [:] { didSet { listsChanged() } }
  /// All volumes.
  package var volumes: [VolumeName: VolumeSummary] = [:] { didSet { listsChanged() } }
  /// The bytes in each volume, as far as anybody has asked.
  package var volumeSizes: [VolumeName: UInt64] = [:] { didSet { listsChanged() } }
  /// When somebody has asked last; nil before.
  var volumesMeasured: Timestamp?
  /// All networks.
  package var networks: [NetworkID: NetworkSummary] = [:] { didSet { listsChanged() } }

  /// How many containers are running, paused, and anything else: for the header.
  package private(set) var counts = ContainerCounts()
  /// The containers of each project and service; kept with `containers`.
  package private(set) var projects: [ProjectKey: ProjectFacts] = [:]
  /// The containers by name, and what they use; kept with `containers`.
  private(set) var index = ContainerIndex()

  /// The containers of which an event said that they ended, each with its exit code, until the lists agree: for up
  /// to 150 ms after a `die` event Docker still lists its container as running.
  private var ended: [ContainerID: Int?] = [:]

  /// Grows with each change: a cheap way to see that there was one.
  private(set) var revision = 0
  /// Grows where more has changed than the state of containers.
  private(set) var listRevision = 0
  /// Grows each time that what is kept with `containers` was built anew.
  private(set) var grouping = 0
  /// Whether `containers` has changed since.
  private var isUngrouped = false
  private let engine: EngineID

  /// Nothing known yet of an engine.
  package init(of engine: EngineID = .first) { self.engine = engine }

  /// The images that containers were made from.
  var usedImages: Set<ImageID> { Set(index.byImage.keys) }

  /// Builds what is kept with `containers` anew if that has changed, once however many changes come together; whether
  /// it had.
  mutating func regroup() -> Bool {
    guard isUngrouped else { return false }
    isUngrouped = false
    grouping += 1
    let sorted = containers.values.sorted { $0.name < $1.name }
    counts = ContainerCounts(sorted)
    projects = ProjectFacts.grouped(sorted, on: engine)
    index = ContainerIndex(sorted)
    return true
  }

  private mutating func listsChanged() {
    revision += 1
    listRevision += 1
  }

  /// Has what is kept with `containers` built anew.
  mutating func containersChanged() {
    revision += 1
    isUngrouped = true
  }
}

// MARK: Containers

extension EngineFacts {
  /// Takes over a list of all containers; returns those that it has as running though an event said that they ended.
  mutating func replaceContainers(_ list: [ContainerSummary]) -> Set<ContainerID> {
    containers = Dictionary(list.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    listsChanged()
    containersChanged()
    return keepEnds()
  }

  /// Takes over what is known now of some containers; returns as `replaceContainers` does.
  mutating func replace(_ asked: Set<ContainerID>, with found: [ContainerSummary]) -> Set<ContainerID> {
    for id in asked { containers[id] = nil }
    for container in found { containers[container.id] = container }
    listsChanged()
    containersChanged()
    return keepEnds()
  }

  /// Forgets a container that is gone.
  mutating func remove(_ id: ContainerID) {
    containers[id] = nil
    ended[id] = nil
    listsChanged()
    containersChanged()
  }

  /// A container has ended, with its exit code where that is known.
  mutating func end(_ id: ContainerID, exitCode: Int?) {
    ended[id] = .some(exitCode)
    setState(.exited, of: id, exitCode: exitCode)
  }

  /// A container runs.
  mutating func start(_ id: ContainerID) {
    ended[id] = nil
    setState(.running, of: id)
  }

  /// A container has another state.
  mutating func setState(_ state: ContainerState, of id: ContainerID, exitCode: Int? = nil) {
    guard containers[id] != nil else { return }
    containers[id]?.state = state
    containers[id]?.exitCode = exitCode
    containers[id]?.oomKilled = false
    containers[id]?.status = ""
    containersChanged()
  }

  /// A container has another health; the groups stay as they are.
  mutating func setHealth(_ health: HealthState, of id: ContainerID) {
    guard containers[id]?.health != health else { return }
    containers[id]?.health = health
    revision += 1
  }

  /// The kernel has ended a container for want of memory.
  mutating func setOutOfMemory(_ id: ContainerID) {
    guard let container = containers[id], !container.isAlive else { return }
    containers[id]?.oomKilled = true
    revision += 1
  }

  /// Forgets what events said of ends: lists say it when the engine is back.
  mutating func forgetEnds() { ended = [:] }

  /// Keeps the end of containers that a list, older than the event, has as running; those are doubtful.
  private mutating func keepEnds() -> Set<ContainerID> {
    var doubtful: Set<ContainerID> = []
    for (id, exitCode) in ended {
      if containers[id]?.state == .running {
        setState(.exited, of: id, exitCode: exitCode)
        doubtful.insert(id)
      } else {
        ended[id] = nil
      }
    }
    return doubtful
  }
}

extension ContainerSummary {
  /// Whether it uses its host: what is frozen holds its memory.
  var isMeasured: Bool { state == .running || state == .paused }

  /// Whether processes of it exist: running, paused or on their way.
  var isAlive: Bool {
    switch state {
    case .running, .paused, .restarting: true
    default: false
    }
  }
}
