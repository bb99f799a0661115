import Dashboard
import DiskFiles
import EngineClient
import StackPlanning
import Synchronization
import Troubles

/// Reads stacks: their files, what runs of them, and how the two compare; again as soon as one of them changes.
final class StackReader: Sendable {
  private let planner: StackPlanner
  private let inbox: EngineInbox
  private let local: LocalEnvironment
  private let folders = FolderWatch()
  private let readings = Mutex<[StackSource: StackFilesReading]>([:])
  private let serial = Atomic(0)
  private let writing = Mutex<Task<Void, Never>?>(nil)
  /// The Compose command that is there: looked for once.
  let program: Task<ComposeProgram?, Never>

  /// How long after the start the Compose command is looked for.
  private static let searchDelay = Duration.milliseconds(500)
  /// How long changes are gathered until they are read.
  private static let debounce = Duration.milliseconds(300)
  /// The most readings of files that are kept for stacks that are not on the screen now.
  private static let keptReadings = 100

  init(planner: StackPlanner, inbox: EngineInbox, local: LocalEnvironment) {
    self.planner = planner
    self.inbox = inbox
    self.local = local
    program = Task.detached {
      guard local.usesCompose else { return nil }
      // The first screen comes first: the docker CLI takes as long to tell its version as davit to be there.
      try? await Task.sleep(for: Self.searchDelay)
      return await ComposeSearch(environment: local.environment).find()
    }
  }

  /// Reads a stack, and reads it again whenever its files or the engine's lists change, until its task is cancelled.
  func follow(_ watch: StackWatch) async {
    var last: StackReading?
    var lists = EngineInventory.Lists()
    var files = read(watch.source, isFresh: watch.revision > 0)
    if watch.revision > 0 { await planner.forget(watch.members) }
    while !Task.isCancelled {
      let changes = await changes(of: files)
      lists = planner.inventory.lists
      last = await post(watch, files, after: last)
      repeat {
        guard await changes.next() else { return }
        try? await Task.sleep(for: Self.debounce)
        if Task.isCancelled { return }
        if !files.seen.isCurrent { break }
        if lists == planner.inventory.lists, last?.plan != nil || files.project == nil { continue }
        lists = planner.inventory.lists
        last = await post(watch, files, after: last)
      } while !Task.isCancelled
      files = read(watch.source)
      last = nil
    }
  }

  /// The files of a stack; what was read before counts as long as nothing has changed.
  private func read(_ source: StackSource, isFresh: Bool = false) -> StackFilesReading {
    if !isFresh, let known = readings.withLock({ $0[source] }), known.seen.isCurrent { return known }
    let reading = StackFilesReading(source, environment: local.environment)
    readings.withLock { kept in
      if kept.count >= Self.keptReadings { kept = [:] }
      kept[source] = reading
    }
    return reading
  }

  /// Posts what a stack comes to now, unless it is what was posted last; the plan again once Compose has told its
  /// hashes. Hands back what was posted last.
  private func post(_ watch: StackWatch, _ files: StackFilesReading, after last: StackReading?) async
    -> StackReading?
  {
    guard let project = files.project else { return post(watch, files, plan: nil, after: last) }
    guard let stack = await planner.stack(project, watch.members) else {
      return post(watch, files, plan: nil, after: last)
    }
    if watch.members.isEmpty || !local.usesCompose {
      return post(watch, files, plan: StackPlanner.plan(project, stack, nil), after: last)
    }
    var last = last
    let override = HashOverride(project: project, running: stack)
    let known = await planner.knownAnswer(files, override)
    if known == nil, last == nil {
      last = post(watch, files, plan: StackPlanner.plan(project, stack, nil), after: last)
    }
    var answer = known ?? nil
    if known == nil, let program = await program.value {
      answer = await planner.answer(files, override, with: program, local.environment)
    }
    return post(watch, files, plan: StackPlanner.plan(project, stack, answer), after: last)
  }

  private func post(
    _ watch: StackWatch, _ files: StackFilesReading, plan: StackPlan?, after last: StackReading?
  ) -> StackReading? {
    if Task.isCancelled { return last }
    if let last, last.plan == plan { return last }
    let reading = StackReading(
      source: watch.source, project: files.project, findings: files.findings, files: files.files, plan: plan,
      serial: serial.add(1, ordering: .relaxed).newValue)
    inbox.post(StackUpdate.read(watch.key, reading))
    return reading
  }

  private func changes(of files: StackFilesReading) async -> ChangeSignals {
    ChangeSignals(await folders.changes(in: files.seen.folders), planner.inventory.changes())
  }

  /// Tells what is remembered of stacks, which Compose command is there, and which stacks the places hold.
  func find(_ places: StackPlaces) async {
    if let state = local.state {
      inbox.post(
        StackUpdate.remembered(
          StackMemoryFile(state: state, address: planner.client.address.description).read()))
    }
    async let found: Void = inbox.post(
      StackUpdate.found(StackSearch(environment: local.environment).find(places)))
    inbox.inbox.post(.compose(await program.value))
    await found
  }

  /// Remembers a stack anew.
  @MainActor
  func remember(_ key: ProjectKey, _ memory: StackMemory) {
    guard let state = local.state else { return }
    let (inbox, address) = (inbox, planner.client.address.description)
    let last = writing.withLock { $0 }
    let next = Task.detached {
      await last?.value
      do throws(Trouble) {
        try StackMemoryFile(state: state, address: address).remember(key.name, memory)
      } catch {
        inbox.post(.warning, error.inTheWay(of: "cannot save what was chosen for \(key.name)"))
      }
    }
    writing.withLock { $0 = next }
  }

  /// Ends the watching of folders.
  @MainActor
  func stop() { folders.stop() }
}

/// Several streams of signals as one.
private final class ChangeSignals: Sendable {
  private let merged: AsyncStream<Void>
  private let tasks: [Task<Void, Never>]

  init(_ streams: AsyncStream<Void>...) {
    let (merged, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    self.merged = merged
    tasks = streams.map { stream in
      Task { for await _ in stream { continuation.yield() } }
    }
  }

  deinit { for task in tasks { task.cancel() } }

  /// Waits for a signal; false where none will come.
  func next() async -> Bool {
    var iterator = merged.makeAsyncIterator()
    return await iterator.next() != nil
  }
}
