import Dashboard
import EngineClient
import EngineModel

extension ContainerLimits {
  /// The body of POST /containers/{id}/update; what stays as it is is left out.
  fileprivate var body: JSONValue {
    var members: [JSONValue.Member] = []
    func add(_ key: String, _ value: (some CustomStringConvertible)?) {
      if let value { members.append(.init(key: key, value: .number(value.description))) }
    }
    add("Memory", memory)
    add("MemorySwap", memorySwap)
    add("NanoCpus", nanoCPUs)
    add("PidsLimit", pids)
    if let restartPolicy {
      members.append(
        .init(
          key: "RestartPolicy",
          value: .object([
            .init(key: "Name", value: .string(restartPolicy)),
            .init(key: "MaximumRetryCount", value: .number(String(retries))),
          ])))
    }
    return .object(members)
  }
}

extension EngineClient {
  /// Asks the engine for a change and says how it ended.
  func outcome(of call: EngineCall) async -> JobOutcome {
    do throws(EngineError) {
      switch call {
      case .start(let id): try await perform(.start(id))
      case .stop(let id): try await perform(.stop(id, seconds: try await stopSeconds(of: id)))
      case .restart(let id): try await perform(.restart(id, seconds: try await stopSeconds(of: id)))
      case .kill(let id, let signal): try await perform(.kill(id, signal: signal))
      case .wait(let id, let readiness): return await wait(for: id, readiness)
      case .pause(let id): try await perform(.pause(id))
      case .unpause(let id): try await perform(.unpause(id))
      case .rename(let id, let name): try await perform(.rename(id, to: name))
      case .update(let id, let limits): try await perform(.update(id, limits.body))
      case .removeContainer(let id, let force, let volumes):
        try await perform(.remove(id, force: force, volumes: volumes))
      case .removeImage(let reference, let force):
        return .imageRemoved(try await removeImage(reference, force: force))
      case .untagImage(let reference): return .imageRemoved(try await removeImage(reference))
      case .commit(let id, let name): try await perform(.commit(id, as: name))
      case .tagImage(let reference, let name): try await perform(.tagImage(reference, as: name))
      case .removeVolume(let name, let force): try await perform(.removeVolume(name, force: force))
      case .removeNetwork(let id): try await perform(.removeNetwork(id))
      case .createNetwork(let network): try await perform(.createNetwork(network.body))
      case .connect(let id, let connection):
        try await perform(.connectNetwork(connection.network, connection.body(connecting: id)))
      case .disconnect(let id, let network, _, let force):
        try await perform(.disconnectNetwork(network, id, force: force))
      case .createVolume(let volume): try await create(volume)
      case .createReplica(let replica): try await createReplica(replica)
      case .pruneContainers: return Self.pruned(try await pruneContainers())
      case .pruneImages(let all): return Self.pruned(try await pruneImages(all: all))
      case .pruneVolumes(let all): return Self.pruned(try await pruneVolumes(all: all))
      case .pruneBuildCache(let all, let old):
        return Self.pruned(
          try await pruneBuildCache(all: all, unusedFor: old ? EngineCall.oldCache : nil))
      case .pruneNetworks: return Self.pruned(try await pruneNetworks())
      }
      return .done
    } catch {
      return .failed(error.trouble)
    }
  }

  /// How long a container may take to end: its own setting, else the 10 seconds of Docker. It is always said, since
  /// Podman kills at once where a restart does not say it.
  private func stopSeconds(of id: ContainerID) async throws(EngineError) -> Int {
    try await container(id).process.stopTimeout ?? 10
  }

  private static func pruned(_ report: PruneReport) -> JobOutcome {
    .pruned(report.deleted, bytes: report.spaceReclaimed)
  }
}
