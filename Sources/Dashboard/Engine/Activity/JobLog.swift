import EngineModel
import Troubles

/// What davit has asked of an engine, oldest first: all that runs, and the last of what has ended.
struct JobLog: Sendable, Equatable {
  private(set) var all: [Job] = []

  /// The most jobs that are kept.
  static let limit = 500

  /// Adds a job that begins.
  mutating func add(_ job: Job) {
    all.append(job)
    if all.count > Self.limit, let oldest = all.firstIndex(where: { $0.outcome != nil }) {
      all.remove(at: oldest)
    }
  }

  /// A job by its number; nil when it is of another engine, or long gone.
  subscript(id: JobID) -> Job? {
    get { all.last { $0.id == id } }
    set {
      guard let newValue, let index = all.lastIndex(where: { $0.id == id }) else { return }
      all[index] = newValue
    }
  }

  /// Those that are under way.
  var active: [Job] { hasActive ? all.filter { $0.outcome == nil } : [] }

  var hasActive: Bool { all.contains { $0.outcome == nil } }

  /// Ends what only an engine that answers can go on with; Compose tells by itself how it ends.
  mutating func loseEngine(at time: Timestamp?) {
    for index in all.indices where all[index].outcome == nil && all[index].work.needsConnection {
      all[index].end(.failed(Trouble("the engine went away before answering")), at: time)
    }
  }

  /// The job that is now busy with a container; nil when none is.
  func active(on id: ContainerID) -> Job? {
    all.last { $0.outcome == nil && $0.work.isAbout(id) }
  }

  /// The run of Compose that is now busy with a stack, or with one of its services; nil when none is.
  func activeRun(on key: ProjectKey, service: ServiceName? = nil) -> Job? {
    all.last { job in
      guard job.outcome == nil, case .compose(let run) = job.work else { return false }
      let isStack = run.source.name == key.name.rawValue && run.source.directory == key.folder
      let isMeant = service.map { run.services.isEmpty || run.services.contains($0.rawValue) } ?? true
      return isStack && isMeant
    }
  }
}
