import EngineModel

/// What the engine has said, by id. View state never mixes with it.
package struct EngineFacts: Sendable, Equatable {
  /// What the engine is; nil before it has said so.
  package var version: EngineVersion?
  /// What it says of its host; nil before it has said so.
  package var info: EngineInfo?
  /// All containers, stopped ones too.
  package var containers: [ContainerID: ContainerSummary] = [:]
  /// All images, untagged ones too.
  package var images: [ImageID: ImageSummary] = [:]
  /// All volumes.
  package var volumes: [VolumeName: VolumeSummary] = [:]
  /// The bytes in each volume, as far as anybody has asked.
  package var volumeSizes: [VolumeName: UInt64] = [:]
  /// All networks.
  package var networks: [NetworkID: NetworkSummary] = [:]

  /// How many containers are running, paused, and anything else: for the header.
  package internal(set) var counts = ContainerCounts()

  /// The containers of each project and service; kept with `containers`.
  package internal(set) var projects: [ProjectKey: ProjectFacts] = [:]

  /// The containers of which an event said that they ended, each with its exit code, until the lists agree: for up
  /// to 150 ms after a `die` event Docker still lists its container as running.
  var ended: [ContainerID: Int?] = [:]

  /// The containers by name, and what they use; kept with `containers`.
  var index = ContainerIndex()
  /// How often what is kept with `containers` was built anew: a cheap way to see that something has changed.
  private(set) var revision = 0
  /// Whether `containers` has changed since.
  private var isStale = false

  /// Nothing known yet.
  package init() {}

  /// The images that containers were made from.
  var usedImages: Set<ImageID> { Set(index.byImage.keys) }

  /// Says that `containers` has changed: what is kept with it is built anew once, however many changes come together.
  mutating func containersChanged() { isStale = true }

  /// Builds what is kept with `containers` anew if that has changed.
  mutating func regroup() {
    guard isStale else { return }
    isStale = false
    revision += 1
    let sorted = containers.values.sorted { $0.name < $1.name }
    counts = ContainerCounts(sorted)
    projects = ProjectFacts.grouped(sorted)
    index = ContainerIndex(sorted)
  }
}

/// The containers in the order of their names: all of them, and those that use one thing.
struct ContainerIndex: Sendable, Equatable {
  var all: [ContainerID] = []
  var running: [ContainerID] = []
  var byImage: [ImageID: [ContainerID]] = [:]
  var byVolume: [VolumeName: [ContainerID]] = [:]
  var byNetwork: [NetworkID: [ContainerID]] = [:]
  /// Those whose list entry names a network without its id.
  var byNetworkName: [String: [ContainerID]] = [:]

  init() {}

  init(_ sorted: [ContainerSummary]) {
    for container in sorted {
      all.append(container.id)
      if container.state == .running { running.append(container.id) }
      byImage[container.imageID, default: []].append(container.id)
      for mount in container.mounts {
        if let name = mount.name { byVolume[name, default: []].append(container.id) }
      }
      for network in container.networks {
        if network.networkID.rawValue.isEmpty {
          byNetworkName[network.name, default: []].append(container.id)
        } else {
          byNetwork[network.networkID, default: []].append(container.id)
        }
      }
    }
  }
}

/// Numbers of containers by what they are doing.
package struct ContainerCounts: Sendable, Equatable {
  /// Those that run.
  package var running = 0
  /// Those that are frozen.
  package var paused = 0
  /// Those that have ended.
  package var exited = 0
  /// Those that were never started, are on their way up or down, or in a state that is not known here.
  package var other = 0

  var total: Int { running + paused + exited + other }

  init() {}

  init(_ containers: some Sequence<ContainerSummary>) {
    for container in containers {
      switch container.state {
      case .running: running += 1
      case .paused: paused += 1
      case .exited, .stopped, .dead: exited += 1
      default: other += 1
      }
    }
  }
}

/// A Compose project as its containers' labels tell it.
package struct ProjectFacts: Sendable, Equatable {
  /// The services in alphabetical order, each with its replicas by number.
  package var services: [ServiceName: [ContainerID]] = [:]
  /// Containers that `compose run` made: shown, but no replicas of anything.
  package var oneOffs: [ContainerID] = []
  /// All of them, as far as a plan depends on them.
  var members: [StackWatch.Member] = []

  var serviceNames: [ServiceName] { services.keys.sorted { $0.rawValue < $1.rawValue } }
  var containers: [ContainerID] { serviceNames.flatMap { services[$0] ?? [] } + oneOffs }

  /// Groups containers that come sorted by name: services by their label, replicas by their number.
  static func grouped(_ sorted: [ContainerSummary]) -> [ProjectKey: ProjectFacts] {
    var projects: [ProjectKey: ProjectFacts] = [:]
    var numbers: [ContainerID: Int] = [:]
    for container in sorted {
      guard let key = container.projectKey else { continue }
      if let service = container.service, !container.isOneOff {
        numbers[container.id] = container.containerNumber ?? 0
        projects[key, default: ProjectFacts()].services[service, default: []].append(container.id)
      } else {
        projects[key, default: ProjectFacts()].oneOffs.append(container.id)
      }
    }
    for container in sorted {
      guard let key = container.projectKey else { continue }
      projects[key]?.members.append(
        StackWatch.Member(id: container.id.rawValue, isRunning: container.isAlive))
    }
    for (key, project) in projects {
      for (service, replicas) in project.services where replicas.count > 1 {
        projects[key]?.services[service] = replicas.sorted {
          numbers[$0, default: 0] < numbers[$1, default: 0]
        }
      }
    }
    return projects
  }
}

extension ContainerSummary {
  /// The project this container belongs to; nil for a container of its own.
  var projectKey: ProjectKey? {
    project.map { ProjectKey(name: $0, folder: compose.workingDirectory ?? "") }
  }

  /// Whether processes of it exist: running, paused or on their way.
  var isAlive: Bool {
    switch state {
    case .running, .paused, .restarting: true
    default: false
    }
  }
}
