import Dashboard
import EngineClient
import EngineModel
import StackPlanning

/// All that runs for one engine: its client, what streams, what reads and what it is asked to do.
@MainActor
final class EngineSession {
  let id: EngineID
  let client: EngineClient
  private let inbox: EngineInbox
  private let sampler: StatsSampler
  private let lists: EngineLists
  private let refreshes: RefreshQueue
  private let history: RunHistory
  private let stacks: StackReader
  private let jobs: JobRunner
  /// The variables around davit.
  private let environment: [String: String]
  /// Registries are being asked, or were.
  private var asking: [Task<Void, Never>] = []
  /// The measurement of the disk that is on its way; nil for none.
  private var measuring: Task<Void, Never>?
  /// Edits the files of its stacks.
  let editing: FileEditing

  /// How long a row must stay selected before its streams are opened, so that a held-down arrow key does not open
  /// and close one for every row that it passes.
  private static let debounce = Duration.milliseconds(40)

  init(_ id: EngineID, client: EngineClient, inbox: Inbox, local: LocalEnvironment, utcOffset: Int) {
    self.id = id
    self.client = client
    let own = EngineInbox(inbox, of: id)
    self.inbox = own
    sampler = StatsSampler(client: client, inbox: own)
    history = RunHistory(client: client, inbox: own)
    environment = local.environment
    let inventory = EngineInventory()
    lists = EngineLists(client: client, inbox: own, inventory: inventory)
    refreshes = RefreshQueue(lists: lists)
    let planner = StackPlanner(client: client, inventory: inventory)
    stacks = StackReader(planner: planner, inbox: own, local: local)
    jobs = JobRunner(client: client, inbox: inbox, environment: local.environment)
    editing = FileEditing(
      planner: planner, inbox: inbox, local: local, program: stacks.program, utcOffset: utcOffset)
  }

  /// Asks for something; what comes of it lands in the inbox.
  func perform(_ effect: EngineEffect) {
    switch effect {
    case .call(let call, let job): jobs.call(call, job)
    case .sequence(let waves, let job): jobs.call(waves: waves, job)
    case .compose(let run, let program, let job): jobs.runCompose(run, with: program, job)
    case .transfer(let transfer, let job): jobs.transfer(transfer, job)
    case .program(let run, let job): jobs.runProgram(run, job)
    case .remember(let key, let memory): stacks.remember(key, memory)
    case .refresh(let targets): refreshes.add(targets)
    case .describe(let id, let form): describe(id, as: form)
    case .measureVolumes: measureVolumes()
    case .measureDisk: measureDisk()
    case .askRegistries(let tags):
      let questions = RegistryQuestions(client: client, inbox: inbox, environment: environment)
      // Those that are long done are let go.
      if asking.count >= 16 { asking.removeFirst() }
      asking.append(Task.detached { await questions.ask(tags) })
    }
  }

  /// Gives the terminal to a program of the user's own.
  func runOnTerminal(_ run: ProgramRun, _ job: JobID, _ screen: any Screen) {
    jobs.runOnTerminal(run, job, screen)
  }

  /// Starts a stream, which runs until its task is cancelled.
  func start(_ stream: EngineStream) -> Task<Void, Never> {
    let (client, inbox, lists, stacks, sampler) = (client, inbox, lists, stacks, sampler)
    let history = history
    switch stream {
    case .connection:
      return Task.detached { await EngineConnection(client: client, inbox: inbox, lists: lists).run() }
    case .stats(let interval): return Task.detached { await sampler.run(every: interval) }
    case .logs(let request):
      return debounced { await LogFollower(client: client, inbox: inbox.inbox, request: request).run() }
    case .logSearch(let request):
      return Task.detached { await LogSearcher(client: client, inbox: inbox, request: request).run() }
    case .document(let subject, _):
      return debounced { await DocumentReader(client: client, inbox: inbox, history: history).read(subject) }
    case .history(let id, _):
      return debounced { await HistoryReader(client: client).post(id, to: inbox) }
    case .folder(let place, let isRunning, _):
      return debounced { await FolderReader(client: client, inbox: inbox).post(place, isRunning: isRunning) }
    case .changes(let id, _): return debounced { await ChangesReader(client: client, inbox: inbox).post(id) }
    case .restarts(let id, _):
      return Task.detached {
        let count = try? await client.container(id).restartCount
        if !Task.isCancelled { inbox.post(EngineUpdate.restarts(id, count)) }
      }
    case .carrier(let carried, _):
      return Task.detached {
        await VolumeCarrier(client: client, image: carried.image).hold(carried.volume, telling: inbox)
      }
    case .file(let place): return Task.detached { await FileReader(client: client, inbox: inbox).post(place) }
    case .registryClock(let interval):
      let inbox = inbox
      return Task.detached { await RegistryClock(inbox: inbox, interval: interval).run() }
    case .contents(let id, _):
      return debounced { await ImageContentsReader(client: client, inbox: inbox).post(id) }
    case .stackPlaces(let places): return Task.detached { await stacks.find(places) }
    case .stack(let watch): return debounced { await stacks.follow(watch) }
    case .processes(let id):
      return debounced { await ProcessPoller(client: client, inbox: inbox).run(id) }
    }
  }

  /// What to sample from now on.
  func sample(_ plan: StatsPlan) { sampler.follow(plan) }

  /// Ends a job early, if it is one of this engine's.
  func cancel(_ job: JobID) { jobs.cancel(job) }

  /// Ends all that goes on by itself; hands back what is worth waiting for.
  func end() -> [Task<Void, Never>] {
    for task in asking { task.cancel() }
    stacks.stop()
    return jobs.cancelAll()
  }

  private func debounced(_ work: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
    Task.detached {
      try? await Task.sleep(for: Self.debounce)
      if !Task.isCancelled { await work() }
    }
  }

  private func describe(_ id: ContainerID, as form: DescriptionForm) {
    let (client, inbox) = (client, inbox)
    Task.detached {
      do throws(EngineError) {
        let description = try await DraftReader(client: client).description(of: id, as: form)
        inbox.inbox.post(.described(description))
      } catch {
        inbox.post(.error, error.trouble.inTheWay(of: "cannot read the container"))
      }
    }
  }

  /// Asks what takes the disk; whoever asks again meanwhile gets the same answer.
  private func measureDisk() {
    guard measuring == nil else { return }
    let (client, inbox) = (client, inbox)
    inbox.post(EngineUpdate.disk(.measuring))
    measuring = Task {
      do throws(EngineError) {
        let usage = try await client.diskUsage()
        inbox.post(EngineUpdate.disk(.measured(usage, at: HostClock.now)))
        inbox.post(EngineUpdate.volumeSizes(usage.volumeSizes))
      } catch {
        inbox.post(EngineUpdate.disk(.failed(error.trouble.inTheWay(of: "cannot measure the disk"))))
      }
      measuring = nil
    }
  }

  private func measureVolumes() {
    let (client, inbox) = (client, inbox)
    Task.detached {
      do throws(EngineError) {
        let usage = try await client.volumeUsage()
        inbox.post(EngineUpdate.volumeSizes(usage.volumeSizes))
      } catch {
        inbox.post(.error, error.trouble.inTheWay(of: "cannot measure the volumes"))
      }
    }
  }
}

extension DiskUsage {
  /// The bytes in each volume, as far as they are told.
  fileprivate var volumeSizes: [VolumeName: UInt64] {
    let sizes = volumeItems.compactMap { volume in volume.size.map { (volume.name, $0) } }
    return Dictionary(sizes, uniquingKeysWith: { $1 })
  }
}
