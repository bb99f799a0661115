import EngineModel

/// One request for a change, from the key press until the engine has answered.
struct Job: Sendable, Equatable, Identifiable {
  let id: JobID
  let call: EngineCall
  /// What it is about, as the user knows it: a name, or "unused images".
  let subject: String
  /// The `docker` command that does the same.
  let command: String
  var outcome: JobOutcome?
}

/// How a job ended.
public enum JobOutcome: Sendable, Hashable {
  /// Done; success shows in the rows by itself.
  case done
  /// A prune is done: how much went, and how many bytes that freed.
  case pruned(count: Int, bytes: UInt64)
  /// The engine refused, in its own words.
  case failed(String)
}

extension DashboardState {
  /// Begins one job for each call; they run side by side.
  mutating func begin(_ calls: [EngineCall]) -> [Effect] {
    calls.map { call in
      nextJob += 1
      let id = JobID(rawValue: nextJob)
      jobs.append(
        Job(
          id: id, call: call, subject: subject(of: call), command: call.dockerCommand(naming: containerName)))
      if jobs.count > Self.jobHistory, let oldest = jobs.firstIndex(where: { $0.outcome != nil }) {
        jobs.remove(at: oldest)
      }
      return .call(call, job: id)
    }
  }

  /// Takes note of how a job ended: success shows in the rows by itself, a failure is a notice.
  mutating func end(_ id: JobID, _ outcome: JobOutcome) -> [Effect] {
    guard let index = jobs.firstIndex(where: { $0.id == id }) else { return [] }
    jobs[index].outcome = outcome
    let job = jobs[index]
    markStale(.containers, .stacks)
    switch outcome {
    case .failed(let why):
      return notify(Notice(.error, "cannot \(job.call.verb) \(job.subject): \(why)"))
    case .pruned(let count, let bytes):
      let text = "pruned \(job.subject): \(count) removed, \(Quantity.bytes(bytes)) freed"
      return notify(Notice(.success, text))
    case .done:
      return []
    }
  }

  /// The job that is now busy with a container; nil when none is.
  func activeJob(on id: ContainerID) -> Job? {
    guard hasActiveJobs else { return nil }
    return jobs.last { $0.outcome == nil && $0.call.container == id }
  }

  var hasActiveJobs: Bool { jobs.contains { $0.outcome == nil } }

  static let jobHistory = 500

  private func subject(of call: EngineCall) -> String {
    switch call {
    case .removeImage(let reference, _): reference
    case .removeVolume(let name, _): name.short
    case .removeNetwork(let id): facts.networks[id]?.name ?? id.short
    case .pruneContainers: "stopped containers"
    case .pruneImages(let all): all ? "unused images" : "dangling images"
    case .pruneVolumes: "unused volumes"
    case .pruneNetworks: "unused networks"
    default: call.container.map(containerName) ?? ""
    }
  }

  /// The name of a container, or its short id when it is no longer known.
  func containerName(_ id: ContainerID) -> String { facts.containers[id]?.name ?? id.short }
}
