import EngineModel
import Preferences
import SecretDetection
import StackPlanning
import Troubles

extension DashboardState {
  /// Begins jobs on an engine.
  mutating func begin(_ order: JobOrder, on id: EngineID) -> [Effect] {
    let engine = shared.engines[id]
    switch order {
    case .calls(let calls):
      return calls.map { call in
        let job = add(
          .call(call), on: id, subject: engine.subject(of: call), command: engine.dockerCommand(for: call))
        shared.engines[id].jobs[job]?.prunable = engine.prunable(by: call)
        return .engine(id, .call(call, job: job))
      }
    case .waves(let verb, let subject, let waves):
      let command = waves.joined().map(engine.dockerCommand).joined(separator: "; ")
      let job = add(.sequence(verb, waves), on: id, subject: subject, command: command)
      return [.engine(id, .sequence(waves, job: job))]
    case .compose(let runs, let change):
      guard case .found(let program) = shared.compose else { return [] }
      return runs.map { begin($0, with: program, on: id, change: change) }
    case .transfers(let transfers): return transfers.map { begin($0, on: id, showing: transfers.count == 1) }
    case .programs(let runs, let showing): return runs.map { begin($0, showing: showing, on: id) }
    }
  }

  /// Begins a transfer. One by itself is shown as it comes; several are in the list of jobs.
  private mutating func begin(_ transfer: Transfer, on id: EngineID, showing isShown: Bool) -> Effect {
    let engine = shared.engines[id]
    let job = add(
      .transfer(transfer), on: id, subject: engine.subject(of: transfer.description),
      command: engine.dockerCommand(transfer.description))
    if isShown { overlays.append(.text(TextOverlay(.job(job), closesOnSuccess: true))) }
    return .engine(id, .transfer(transfer, job: job))
  }

  /// Begins a program of the user's own.
  private mutating func begin(
    _ run: ProgramRun, showing: CustomCommand.Showing, on id: EngineID
  ) -> Effect {
    let job = add(.program(run), on: id, subject: run.subject, command: CommandText.quoted(run.arguments))
    switch showing {
    case .terminal: return .runOnTerminal(run, engine: id, job: job)
    case .output: overlays.append(.text(TextOverlay(.job(job))))
    case .background: break
    }
    return .engine(id, .program(run, job: job))
  }

  /// Begins a run of Compose with the command that is there, and shows its output as it comes.
  mutating func begin(
    _ run: ComposeRun, with program: ComposeProgram, on id: EngineID = .first, change: Int? = nil
  ) -> Effect {
    let subject = run.services.isEmpty ? run.source.name : run.services.joined(separator: ", ")
    let words = run.arguments(for: program)
    let name = words.first?.split(separator: "/").last.map(String.init) ?? ""
    let command = CommandText.quoted([name] + words.dropFirst())
    let job = add(.compose(run), on: id, subject: subject, command: command, change: change)
    overlays.append(.text(TextOverlay(.job(job), closesOnSuccess: true)))
    return .engine(id, .compose(run, with: program, job: job))
  }

  private mutating func add(
    _ work: JobWork, on engine: EngineID, subject: String, command: String, change: Int? = nil
  ) -> JobID {
    lastJob += 1
    let id = JobID(rawValue: lastJob)
    shared.engines[engine].jobs.add(
      Job(
        id: id, engine: engine, work: work, subject: subject, command: secrets.masked(text: command),
        change: change, begin: shared.now
      ))
    return id
  }

  /// The engine that a job is about; nil when it is long gone.
  private func engine(of id: JobID) -> EngineID? { job(id)?.engine }

  /// What must not be kept of what jobs do and say.
  private var secrets: SecretRules { shared.setup.settings.secrets.rules }

  /// Keeps what a job has printed, but no secrets.
  mutating func print(_ lines: [JobLine], of id: JobID) -> [Effect] {
    guard let engine = engine(of: id) else { return [] }
    let lines = lines.map { JobLine(secrets.masked(text: LogfmtLine.sentence($0.text)), isError: $0.isError) }
    shared.engines[engine].jobs[id]?.print(lines)
    return []
  }

  /// Keeps how far a transfer is, but no secrets.
  mutating func note(_ progress: TransferProgress, of id: JobID) -> [Effect] {
    guard let job = job(id), job.outcome == nil else { return [] }
    var progress = progress
    progress.note = secrets.masked(text: progress.note)
    progress.result = progress.result.map { secrets.masked(text: $0) }
    shared.engines[job.engine].jobs[id]?.progress = progress
    return []
  }

  /// Ends a job that can be ended early.
  mutating func cancel(_ id: JobID) -> [Effect] {
    guard let job = job(id), job.canBeCancelled else { return [] }
    shared.engines[job.engine].jobs[id]?.isCancelled = true
    return [.cancel(id)]
  }

  /// Takes note of how a job ended: success shows in the rows by itself, a failure is a notice.
  mutating func end(_ id: JobID, _ outcome: JobOutcome) -> [Effect] {
    guard let engine = engine(of: id) else { return [] }
    let outcome = outcome.without(secrets)
    shared.engines[engine].jobs[id]?.end(outcome, at: shared.now)
    guard let job = job(id), !endForm(id, outcome) else { return [] }
    if case .fileExists(let path) = outcome { return askToReplace(path, job) }
    if let change = job.change, editing.endApplying(change, outcome), overlays.isEmpty {
      // What could not be brought up is shown, with the way back.
      overlays.append(.text(TextOverlay(.job(id))))
    }
    guard isShown(id) else { return (notice(of: job).map { [toasts.show($0)] } ?? []) + measured(after: job) }
    guard outcome == .done, case .text(let text)? = overlays.last, text.closesOnSuccess, text.scroll.follows
    else { return [] }
    // There is nothing to read, and the keys go back to where they were.
    overlays.removeLast()
    return notice(of: job).map { [toasts.show($0)] } ?? []
  }

  /// Who prunes while looking at the disk wants to see what became of it.
  private func measured(after job: Job) -> [Effect] {
    guard case .pruned? = job.outcome, shared.activePane == .disk else { return [] }
    return [.engine(job.engine, .measureDisk)]
  }

  /// The file that a transfer was to write is there: it goes only where the user says so.
  private mutating func askToReplace(_ path: String, _ job: Job) -> [Effect] {
    guard case .transfer(let transfer) = job.work else { return [] }
    if isShown(job.id) { overlays.removeLast() }
    overlays.append(
      .confirmation(
        Confirmation(
          title: "Replace the file?", targets: [path], warning: "what is in it now is lost",
          yes: .begin(.transfers([transfer.replacing()]), on: job.engine))))
    return []
  }

  /// Whether a job's output is on the screen, so that no notice has to tell how it ended.
  private func isShown(_ id: JobID) -> Bool { shownJob?.id == id }

  /// How a job ended, with the keys that go on from there; nil where success shows in the rows by itself.
  private func notice(of job: Job) -> Notice? {
    guard var notice = job.notice else { return nil }
    guard job.outcome == .done else { return notice }
    var keys: [(String, String)] = []
    if job.hasOutput { keys.append(("screen.jobs", "output")) }
    if job.change != nil { keys.append(("stack.take-back", "undo")) }
    for (command, word) in keys {
      guard let key = keymap.firstKey(command) else { continue }
      notice.trouble.what += " \(shared.glyphs.dot) \(key) \(word)"
    }
    return notice
  }
}

extension JobOutcome {
  /// The outcome without secrets in what the engine or Compose said.
  fileprivate func without(_ secrets: SecretRules) -> JobOutcome {
    guard case .failed(let why) = self else { return self }
    return .failed(
      Trouble(
        secrets.masked(text: why.what), why: why.why.map { secrets.masked(text: $0) },
        advice: why.advice.map { secrets.masked(text: $0) }))
  }
}

extension Job {
  /// How it ended, in a line; nil where success shows in the rows by itself.
  fileprivate var notice: Notice? {
    switch outcome {
    case .failed(let why)?:
      Notice(.error, why.inTheWay(of: "cannot \(work.verb.plain) \(subject)"), about: engine)
    case .pruned(let deleted, let bytes)?:
      Notice(.success, PruneText.report(deleted, bytes: bytes, of: self), about: engine)
    case .imageRemoved(let gone)?: Notice(.success, ImageRemovalText.report(gone, of: self), about: engine)
    case .cancelled?: Notice(.warning, "\(work.verb.plain) \(subject): cancelled", about: engine)
    case .done? where work.tellsSuccess:
      Notice(.success, "\(work.verb.plain) \(subject): \(progress?.result ?? "done")", about: engine)
    case .done?, .fileExists?, nil: nil
    }
  }
}
