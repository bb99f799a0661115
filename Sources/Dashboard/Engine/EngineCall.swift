import EngineModel
import StackPlanning

/// Everything davit can ask an engine to change. A value: the runtime turns it into a request, the activity log into
/// the `docker` command that does the same.
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
  /// Makes a further container of a service, connects it to its networks and starts it.
  case createReplica(ReplicaDefinition)
  case removeContainer(ContainerID, force: Bool, volumes: Bool)
  /// `reference` is a tag or an id, as the user sees it.
  case removeImage(reference: String, force: Bool)
  case removeVolume(VolumeName, force: Bool)
  case removeNetwork(NetworkID)
  case pruneContainers
  /// Dangling images, or with `all` every image that no container uses.
  case pruneImages(all: Bool)
  /// Anonymous volumes that no container uses, or with `all` the named ones too.
  case pruneVolumes(all: Bool)
  case pruneNetworks

  /// The container it is about; nil for calls on other resources.
  var container: ContainerID? {
    switch self {
    case .start(let id), .stop(let id), .restart(let id), .kill(let id, _), .wait(let id, _), .pause(let id),
      .unpause(let id),
      .rename(let id, _), .removeContainer(let id, _, _):
      id
    case .createReplica, .removeImage, .removeVolume, .removeNetwork, .pruneContainers, .pruneImages,
      .pruneVolumes, .pruneNetworks:
      nil
    }
  }

  /// What is happening while it runs: `stopping`.
  var progress: String {
    switch self {
    case .start: "starting"
    case .stop: "stopping"
    case .restart: "restarting"
    case .kill: "killing"
    case .wait: "waiting"
    case .pause: "pausing"
    case .unpause: "unpausing"
    case .rename: "renaming"
    case .createReplica: "creating"
    case .removeContainer, .removeImage, .removeVolume, .removeNetwork: "removing"
    case .pruneContainers, .pruneImages, .pruneVolumes, .pruneNetworks: "pruning"
    }
  }

  /// The verb for an error line: `cannot stop web: …`.
  var verb: String {
    switch self {
    case .start: "start"
    case .stop: "stop"
    case .restart: "restart"
    case .kill: "kill"
    case .wait: "wait for"
    case .pause: "pause"
    case .unpause: "unpause"
    case .rename: "rename"
    case .createReplica: "create"
    case .removeContainer, .removeImage, .removeVolume, .removeNetwork: "remove"
    case .pruneContainers, .pruneImages, .pruneVolumes, .pruneNetworks: "prune"
    }
  }
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
