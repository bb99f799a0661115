import EngineModel

extension EngineCall {
  /// The `docker` command that does the same, as one could type it; names are quoted for a shell where needed.
  func dockerCommand(naming name: (ContainerID) -> String) -> String {
    CommandText.quoted(words(naming: name))
  }

  private func words(naming name: (ContainerID) -> String) -> [String] {
    switch self {
    case .start(let id): ["docker", "start", name(id)]
    case .stop(let id): ["docker", "stop", name(id)]
    case .restart(let id): ["docker", "restart", name(id)]
    case .kill(let id, let signal): ["docker", "kill", "--signal", signal, name(id)]
    case .wait(let id, .completed): ["docker", "wait", name(id)]
    case .wait(let id, .healthy): ["docker", "inspect", "--format", "{{.State.Health.Status}}", name(id)]
    case .pause(let id): ["docker", "pause", name(id)]
    case .unpause(let id): ["docker", "unpause", name(id)]
    case .rename(let id, let new): ["docker", "rename", name(id), new]
    case .removeContainer(let id, let force, let volumes):
      ["docker", "rm"] + (force ? ["--force"] : []) + (volumes ? ["--volumes"] : []) + [name(id)]
    case .createReplica(let replica):
      // The many options that make it the same as the others would fill the screen.
      ["docker", "run", "--detach", "--name", replica.name, replica.body["Image"].string ?? ""]
    case .removeImage(let reference, let force):
      ["docker", "rmi"] + (force ? ["--force"] : []) + [reference]
    case .removeVolume(let volume, let force):
      ["docker", "volume", "rm"] + (force ? ["--force"] : []) + [volume.rawValue]
    case .removeNetwork(let id): ["docker", "network", "rm", id.short]
    case .pruneContainers: ["docker", "container", "prune", "--force"]
    case .pruneImages(let all): ["docker", "image", "prune", "--force"] + (all ? ["--all"] : [])
    case .pruneVolumes(let all): ["docker", "volume", "prune", "--force"] + (all ? ["--all"] : [])
    case .pruneNetworks: ["docker", "network", "prune", "--force"]
    }
  }
}
