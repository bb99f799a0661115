import EngineModel
import StackPlanning

/// One piece of work that davit does for the user, from the key press until it is done.
struct Job: Sendable, Equatable, Identifiable {
  let id: JobID
  let work: JobWork
  /// What it is about, as the user knows it: a name, or "unused images".
  let subject: String
  /// The command that does the same.
  let command: String
  /// What it has printed, the last lines.
  var output: [JobLine] = []
  /// The lines that are gone from `output`, since there were too many.
  var droppedLines = 0
  var isCancelled = false
  var outcome: JobOutcome?

  /// The most lines of output that are kept.
  static let maximumLines = 2_000

  /// Whether it is of the kind that prints something.
  var hasOutput: Bool {
    if case .compose = work { true } else { false }
  }

  /// `done`, `failed`, or what is happening.
  var standing: String {
    switch outcome {
    case nil: isCancelled ? "being cancelled" : work.verb.progress
    case .done?, .pruned?: "done"
    case .failed?: "failed"
    case .cancelled?: "cancelled"
    }
  }
}

/// How a job ended.
package enum JobOutcome: Sendable, Hashable {
  /// Done; success shows in the rows by itself.
  case done
  /// A prune is done: how much went, and how many bytes that freed.
  case pruned(count: Int, bytes: UInt64)
  /// It did not work, in the words of the engine or of Compose.
  case failed(String)
  /// The user has ended it.
  case cancelled
}

extension DashboardState {
  /// Begins one job for each call; they run side by side.
  mutating func begin(_ calls: [EngineCall]) -> [Effect] {
    calls.map { call in
      let id = add(
        .call(call), subject: subject(of: call), command: call.dockerCommand(naming: containerName))
      return .call(call, job: id)
    }
  }

  /// Begins a job of calls in waves, one wave after the other.
  mutating func begin(_ verb: JobVerb, _ subject: String, waves: [[EngineCall]]) -> [Effect] {
    let command = waves.joined().map { $0.dockerCommand(naming: containerName) }.joined(separator: "; ")
    let id = add(.sequence(verb, waves), subject: subject, command: command)
    return [.sequence(waves, job: id)]
  }

  /// Begins a run of Compose with the command that is there, and shows its output as it comes.
  mutating func begin(_ run: ComposeRun, with program: ComposeProgram) -> [Effect] {
    let subject = run.services.isEmpty ? run.source.name : run.services.joined(separator: ", ")
    let words = run.arguments(for: program)
    let name = words.first?.split(separator: "/").last.map(String.init) ?? ""
    let command = CommandText.quoted([name] + words.dropFirst())
    let id = add(.compose(run), subject: subject, command: command)
    overlays.append(.job(JobOverlay(id)))
    return [.compose(run, with: program, job: id)]
  }

  private mutating func add(_ work: JobWork, subject: String, command: String) -> JobID {
    nextJob += 1
    let id = JobID(rawValue: nextJob)
    jobs.append(Job(id: id, work: work, subject: subject, command: command))
    if jobs.count > Self.jobHistory, let oldest = jobs.firstIndex(where: { $0.outcome != nil }) {
      jobs.remove(at: oldest)
    }
    return id
  }

  /// Keeps what a job has printed.
  mutating func take(_ lines: [JobLine], of id: JobID) -> [Effect] {
    guard let index = jobs.firstIndex(where: { $0.id == id }) else { return [] }
    jobs[index].output += lines
    let excess = jobs[index].output.count - Job.maximumLines
    if excess > 0 {
      jobs[index].output.removeFirst(excess)
      jobs[index].droppedLines += excess
    }
    return []
  }

  /// Ends davit; where it would interrupt what is under way, it asks first.
  mutating func quit() -> [Effect] {
    let busy = jobs.filter { $0.outcome == nil && $0.work.canBeCancelled }
    guard !busy.isEmpty else { return [.quit] }
    overlays.append(.confirmation(.quit(busy)))
    return []
  }

  /// Ends a job that can be ended early.
  mutating func cancel(_ id: JobID) -> [Effect] {
    guard let index = jobs.firstIndex(where: { $0.id == id }), jobs[index].outcome == nil,
      jobs[index].work.canBeCancelled
    else { return [] }
    jobs[index].isCancelled = true
    return [.cancel(id)]
  }

  /// Takes note of how a job ended: success shows in the rows by itself, a failure is a notice.
  mutating func end(_ id: JobID, _ outcome: JobOutcome) -> [Effect] {
    guard let index = jobs.firstIndex(where: { $0.id == id }) else { return [] }
    jobs[index].outcome = outcome
    let job = jobs[index]
    markStale(.containers, .stacks)
    endApplying(id, outcome)
    switch outcome {
    case _ where isShown(id): return []
    case .failed(let why):
      return notify(Notice(.error, "cannot \(job.work.verb.plain) \(job.subject): \(why)"))
    case .pruned(let count, let bytes):
      let text = "pruned \(job.subject): \(count) removed, \(Quantity.bytes(bytes)) freed"
      return notify(Notice(.success, text))
    case .cancelled:
      return notify(Notice(.warning, "\(job.work.verb.progress) \(job.subject): cancelled"))
    case .done:
      if case .call = job.work { return [] }
      return notify(Notice(.success, "\(job.work.verb.plain) \(job.subject): done"))
    }
  }

  /// The job that is now busy with a container; nil when none is.
  func activeJob(on id: ContainerID) -> Job? {
    guard hasActiveJobs else { return nil }
    return jobs.last { $0.outcome == nil && $0.work.isAbout(id) }
  }

  /// The run of Compose that is now busy with a stack, or with one of its services; nil when none is.
  func activeRun(on key: ProjectKey, service: ServiceName? = nil) -> Job? {
    guard hasActiveJobs else { return nil }
    return jobs.last { job in
      guard job.outcome == nil, case .compose(let run) = job.work else { return false }
      let isStack = run.source.name == key.name.rawValue && run.source.directory == key.folder
      let isMeant = service.map { run.services.isEmpty || run.services.contains($0.rawValue) } ?? true
      return isStack && isMeant
    }
  }

  var hasActiveJobs: Bool { jobs.contains { $0.outcome == nil } }

  static let jobHistory = 500

  private func subject(of call: EngineCall) -> String {
    switch call {
    case .createReplica(let replica): replica.name
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
