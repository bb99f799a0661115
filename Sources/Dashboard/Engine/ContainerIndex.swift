import EngineModel

/// The containers in the order of their names: all of them, and those that use one thing.
struct ContainerIndex: Sendable, Equatable {
  var all: [ContainerID] = []
  /// Those that use their host.
  var measured: [ContainerID] = []
  var byImage: [ImageID: [ContainerID]] = [:]
  var byVolume: [VolumeName: [ContainerID]] = [:]
  var byNetwork: [NetworkID: [ContainerID]] = [:]
  /// Those whose list entry names a network without its id.
  var byNetworkName: [String: [ContainerID]] = [:]

  init() {}

  init(_ sorted: [ContainerSummary]) {
    for container in sorted {
      all.append(container.id)
      if container.isMeasured { measured.append(container.id) }
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
  /// Those of the running ones that fail their health checks.
  package var unhealthy = 0
  /// Those that end and are started again.
  package var restarting = 0
  /// Those that have ended.
  package var exited = 0
  /// Those that were never started.
  package var created = 0
  /// Those that are on their way out, or in a state that is not known here.
  package var other = 0

  var total: Int { running + paused + restarting + exited + created + other }

  init() {}

  init(_ containers: some Sequence<ContainerSummary>) {
    for container in containers {
      switch container.state {
      case .running:
        running += 1
        if container.health == .unhealthy { unhealthy += 1 }
      case .paused: paused += 1
      case .restarting: restarting += 1
      case .exited, .stopped, .dead: exited += 1
      case .created: created += 1
      default: other += 1
      }
    }
  }
}
