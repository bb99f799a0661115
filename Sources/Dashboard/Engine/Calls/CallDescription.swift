import EngineModel
import StackPlanning

/// All the words for a call or a transfer: what messages, rows and the activity log say of it.
struct CallDescription: Sendable, Equatable {
  /// What a call is about.
  enum Subject: Sendable, Equatable {
    case container(ContainerID)
    case network(NetworkID)
    /// Something whose name is known from the call itself.
    case named(String)
  }

  /// `cannot stop web: …`, and `stopping` while it happens.
  let verb: JobVerb
  let subject: Subject
  /// The `docker` command that does the same, without `docker`; the subject stands where `nil` does.
  let docker: [String?]

  init(_ verb: String, _ progress: String, _ subject: Subject, docker: [String?]) {
    self.verb = JobVerb(verb, progress)
    self.subject = subject
    self.docker = docker
  }

  /// The container it is about; nil for calls on other resources.
  var container: ContainerID? { if case .container(let id) = subject { id } else { nil } }
}

extension EngineCall {
  /// The one place that tells of each call what it is.
  var description: CallDescription {
    switch self {
    case .start(let id): CallDescription("start", "starting", .container(id), docker: ["start", nil])
    case .stop(let id): CallDescription("stop", "stopping", .container(id), docker: ["stop", nil])
    case .restart(let id): CallDescription("restart", "restarting", .container(id), docker: ["restart", nil])
    case .kill(let id, let signal):
      CallDescription("kill", "killing", .container(id), docker: ["kill", "--signal", signal, nil])
    case .wait(let id, .completed):
      CallDescription("wait for", "waiting", .container(id), docker: ["wait", nil])
    case .wait(let id, .healthy):
      CallDescription(
        "wait for", "waiting", .container(id),
        docker: ["inspect", "--format", "{{.State.Health.Status}}", nil])
    case .pause(let id): CallDescription("pause", "pausing", .container(id), docker: ["pause", nil])
    case .unpause(let id): CallDescription("unpause", "unpausing", .container(id), docker: ["unpause", nil])
    case .rename(let id, let new):
      CallDescription("rename", "renaming", .container(id), docker: ["rename", nil, new])
    case .update(let id, let limits):
      CallDescription("update", "updating", .container(id), docker: ["update"] + limits.words + [nil])
    case .removeContainer(let id, let force, let volumes):
      CallDescription(
        "remove", "removing", .container(id),
        docker: ["rm"] + (force ? ["--force"] : []) + (volumes ? ["--volumes"] : []) + [nil])
    case .createReplica(let replica):
      // The many options that make it the same as the others would fill the screen.
      CallDescription(
        "create", "creating", .named(replica.name),
        docker: ["run", "--detach", "--name", replica.name, replica.body["Image"].string ?? ""])
    case .removeImage(let reference, let force):
      CallDescription(
        "remove", "removing", .named(Self.imageName(reference)),
        docker: ["rmi"] + (force ? ["--force"] : []) + [Self.imageName(reference)])
    case .untagImage(let reference):
      CallDescription("untag", "untagging", .named(reference), docker: ["rmi", reference])
    case .commit(let id, let name):
      CallDescription("commit", "committing", .container(id), docker: ["commit", nil, name])
    case .tagImage(let reference, let name):
      CallDescription("tag", "tagging", .named(reference), docker: ["tag", reference, name])
    case .removeVolume(let name, let force):
      CallDescription(
        "remove", "removing", .named(name.short),
        docker: ["volume", "rm"] + (force ? ["--force"] : []) + [name.rawValue])
    case .removeNetwork(let id):
      CallDescription("remove", "removing", .network(id), docker: ["network", "rm", id.short])
    case .createNetwork(let network):
      CallDescription(
        "create", "creating", .named(network.name), docker: ["network", "create"] + network.words)
    case .connect(let id, let connection):
      CallDescription(
        "connect to \(connection.name)", "connecting", .container(id),
        docker: ["network", "connect"] + connection.words + [nil])
    case .disconnect(let id, _, let name, let force):
      CallDescription(
        "disconnect from \(name)", "disconnecting", .container(id),
        docker: ["network", "disconnect"] + (force ? ["--force"] : []) + [name, nil])
    case .createVolume(let volume):
      CallDescription("create", "creating", .named(volume.name), docker: ["volume", "create"] + volume.words)
    case .pruneContainers: .prune("stopped containers", "container", all: false)
    case .pruneImages(let all): .prune(all ? "unused images" : "dangling images", "image", all: all)
    case .pruneVolumes(let all): .prune("unused volumes", "volume", all: all)
    case .pruneNetworks: .prune("unused networks", "network", all: false)
    case .pruneBuildCache(let all, let old):
      CallDescription(
        "prune", "pruning", .named("pieces of the build cache"),
        docker: ["builder", "prune", "--force"] + (all ? ["--all"] : [])
          + (old ? ["--filter", "until=\(Self.oldCache)"] : []))
    }
  }
}

extension EngineCall {
  /// A tag as it is, of an id as much as people read.
  private static func imageName(_ reference: String) -> String {
    reference.hasPrefix("sha256:") ? ImageID(reference).short : reference
  }
}

extension CallDescription {
  fileprivate static func prune(_ subject: String, _ noun: String, all: Bool) -> CallDescription {
    CallDescription(
      "prune", "pruning", .named(subject), docker: [noun, "prune", "--force"] + (all ? ["--all"] : []))
  }
}

extension EngineState {
  /// What a call is about, as the user knows it.
  func subject(of call: EngineCall) -> String { subject(of: call.description) }

  /// What something is about, as the user knows it.
  func subject(of description: CallDescription) -> String {
    switch description.subject {
    case .container(let id): containerName(id)
    case .network(let id): facts.networks[id]?.name ?? id.short
    case .named(let name): name
    }
  }

  /// The `docker` command that does the same, as one could type it; names are quoted for a shell where needed.
  func dockerCommand(for call: EngineCall) -> String { dockerCommand(call.description) }

  /// The same of what has such words.
  func dockerCommand(_ description: CallDescription) -> String {
    let subject = subject(of: description)
    return CommandText.quoted(["docker"] + description.docker.map { $0 ?? subject })
  }
}
