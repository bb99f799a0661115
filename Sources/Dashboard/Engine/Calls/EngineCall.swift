import EngineModel
import StackPlanning

/// Everything davit can ask an engine to change. A value: `description` has all the words for it, the runtime turns it
/// into requests.
package enum EngineCall: Sendable, Hashable {
  case start(ContainerID)
  case stop(ContainerID)
  case restart(ContainerID)
  case kill(ContainerID, signal: String)
  /// Nothing is changed: ends when the container is ready, and fails when it cannot become so any more.
  case wait(ContainerID, for: Readiness)
  case pause(ContainerID)
  case unpause(ContainerID)
  case rename(ContainerID, to: String)
  /// Changes limits and the restart policy while it runs.
  case update(ContainerID, ContainerLimits)
  /// Makes a further container of a service, connects it to its networks and starts it.
  case createReplica(ReplicaDefinition)
  case removeContainer(ContainerID, force: Bool, volumes: Bool)
  /// `reference` is the last tag of an image, or an id.
  case removeImage(reference: String, force: Bool)
  /// Takes one of several tags off an image, which stays.
  case untagImage(reference: String)
  /// Makes an image of a container's files as they are; it stands still meanwhile.
  case commit(ContainerID, as: String)
  /// Gives an image one more name.
  case tagImage(reference: String, as: String)
  case removeVolume(VolumeName, force: Bool)
  case removeNetwork(NetworkID)
  case createNetwork(NetworkDefinition)
  /// Connects a container to a network.
  case connect(ContainerID, NetworkConnection)
  /// Takes a container out of a network; `named` is the network's name.
  case disconnect(ContainerID, from: NetworkID, named: String, force: Bool)
  case createVolume(VolumeDefinition)
  case pruneContainers
  /// Dangling images, or with `all` every image that no container uses.
  case pruneImages(all: Bool)
  /// Anonymous volumes that no container uses, or with `all` the named ones too.
  case pruneVolumes(all: Bool)
  case pruneNetworks
  /// The builder's cache that no build uses, or with `all` also what images share; with `old` only what was not used for
  /// a day.
  case pruneBuildCache(all: Bool, old: Bool)

  /// Something that a user can add to a call before saying yes to it.
  enum Option: Sendable, Hashable {
    case force, volumes, all, old
  }

  /// The call with what was added; it stays as it is where an option means nothing to it.
  func with(_ options: Set<Option>) -> EngineCall {
    switch self {
    case .removeContainer(let id, let force, let volumes):
      .removeContainer(
        id, force: force || options.contains(.force), volumes: volumes || options.contains(.volumes))
    case .removeImage(let reference, let force):
      .removeImage(reference: reference, force: force || options.contains(.force))
    case .disconnect(let id, let network, let name, let force):
      .disconnect(id, from: network, named: name, force: force || options.contains(.force))
    case .pruneImages(let all): .pruneImages(all: all || options.contains(.all))
    case .pruneVolumes(let all): .pruneVolumes(all: all || options.contains(.all))
    case .pruneBuildCache(let all, let old):
      .pruneBuildCache(all: all || options.contains(.all), old: old || options.contains(.old))
    default: self
    }
  }

  /// How long an old piece of the builder's cache was not used.
  package static let oldCache = "24h"
}

/// What a container has to be before those that depend on it may start (the conditions of `depends_on`).
package enum Readiness: String, Sendable, Hashable, CaseIterable {
  /// Its health check says so.
  case healthy
  /// It has ended, with code 0.
  case completed

  /// What a condition of `depends_on` asks for; nil for `service_started`, which asks for nothing more.
  init?(condition: String) {
    switch condition {
    case "service_healthy": self = .healthy
    case "service_completed_successfully": self = .completed
    default: return nil
    }
  }
}
