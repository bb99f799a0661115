import EngineModel

/// What the engine has said, by id. View state never mixes with it.
public struct EngineFacts: Sendable, Equatable {
  public var version: EngineVersion?
  public var info: EngineInfo?
  public var containers: [ContainerID: ContainerSummary] = [:]
  public var images: [ImageID: ImageSummary] = [:]
  public var volumes: [VolumeName: VolumeSummary] = [:]
  public var networks: [NetworkID: NetworkSummary] = [:]

  /// How many containers are running, paused, and anything else: for the header.
  public internal(set) var counts = ContainerCounts()

  /// The containers of each project and service; kept with `containers`.
  public internal(set) var projects: [ProjectKey: ProjectFacts] = [:]

  /// Nothing known yet.
  public init() {}

  /// Whether an image is used by a container, by its id.
  var usedImages: Set<ImageID> { Set(containers.values.map(\.imageID)) }

  /// Builds what is counted and grouped anew after `containers` has changed.
  mutating func regroup() {
    counts = ContainerCounts(containers.values)
    projects = ProjectFacts.grouped(containers.values)
  }
}

/// Numbers of containers by what they are doing.
public struct ContainerCounts: Sendable, Equatable {
  public var running = 0
  public var paused = 0
  public var exited = 0
  public var other = 0

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
public struct ProjectFacts: Sendable, Equatable {
  /// The services in alphabetical order, each with its replicas by number.
  public var services: [ServiceName: [ContainerID]] = [:]
  /// Containers that `compose run` made: shown, but no replicas of anything.
  public var oneOffs: [ContainerID] = []

  var serviceNames: [ServiceName] { services.keys.sorted { $0.rawValue < $1.rawValue } }
  var containers: [ContainerID] { serviceNames.flatMap { services[$0] ?? [] } + oneOffs }

  static func grouped(_ containers: some Sequence<ContainerSummary>) -> [ProjectKey: ProjectFacts] {
    var projects: [ProjectKey: ProjectFacts] = [:]
    for container in containers.sorted(by: replicaOrder) {
      guard let key = container.projectKey else { continue }
      if let service = container.service, !container.compose.isOneOff {
        projects[key, default: ProjectFacts()].services[service, default: []].append(container.id)
      } else {
        projects[key, default: ProjectFacts()].oneOffs.append(container.id)
      }
    }
    return projects
  }

  private static func replicaOrder(_ left: ContainerSummary, _ right: ContainerSummary) -> Bool {
    let numbers = (left.compose.containerNumber ?? 0, right.compose.containerNumber ?? 0)
    return numbers.0 == numbers.1 ? left.name < right.name : numbers.0 < numbers.1
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
