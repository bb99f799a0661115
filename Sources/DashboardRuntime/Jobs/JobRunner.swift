import Dashboard
import EngineClient
import StackPlanning
import Troubles

/// Carries out jobs on an engine: calls, sequences of calls, runs of Compose, and transfers.
@MainActor
final class JobRunner {
  private let client: EngineClient
  private let inbox: Inbox
  /// The variables around davit.
  private let environment: [String: String]
  private var running: [JobID: Task<Void, Never>] = [:]
  /// Those of `running` that take away at their end what they have begun.
  private var tidying: Set<JobID> = []

  init(client: EngineClient, inbox: Inbox, environment: [String: String]) {
    self.client = client
    self.inbox = inbox
    self.environment = environment
  }

  /// One call. It is not ended with davit: what was asked is asked.
  func call(_ call: EngineCall, _ job: JobID) {
    let (client, inbox) = (client, inbox)
    Task.detached { inbox.post(.jobEnded(job, await client.outcome(of: call))) }
  }

  /// One wave after the other, the calls of a wave side by side; ends with the first wave in which one fails.
  func call(waves: [[EngineCall]], _ job: JobID) {
    let client = client
    start(job) { await client.outcome(of: waves) }
  }

  /// Runs Compose.
  func runCompose(_ run: ComposeRun, with program: ComposeProgram, _ job: JobID) {
    let relay = JobOutputRelay(job: job, inbox: inbox)
    let environment = ComposeEnvironment.variables(environment, engine: client.address)
    let isReadOnly = client.isReadOnly
    start(job) {
      if isReadOnly { return .failed(Trouble("davit is read-only")) }
      let outcome = await Self.outcome(of: run, with: program, environment, relay)
      relay.flush()
      return outcome
    }
  }

  /// Something that streams for long.
  func transfer(_ transfer: Transfer, _ job: JobID) {
    let relay = ProgressRelay(job: job, inbox: inbox)
    let runner = TransferRunner(client: client, environment: environment, relay: relay)
    tidying.insert(job)
    start(job) { await runner.outcome(of: transfer) }
  }

  /// Runs a program of the user's own, the engine in its variables.
  func runProgram(_ run: ProgramRun, _ job: JobID) {
    let relay = JobOutputRelay(job: job, inbox: inbox)
    let environment = ComposeEnvironment.variables(environment, engine: client.address)
    let isRefused = client.isReadOnly && run.changes
    start(job) {
      if isRefused { return .failed(Trouble("davit is read-only")) }
      guard let command = ProgramSearch.command(run.arguments, environment) else {
        return .failed(ProgramSearch.missing(run))
      }
      let outcome = await Self.outcome(
        of: ProcessRun(command: command, environment: environment), named: run.arguments[0], relay)
      relay.flush()
      return outcome
    }
  }

  /// Gives the terminal to a program of the user's own, and waits for its end.
  func runOnTerminal(_ run: ProgramRun, _ job: JobID, _ screen: any Screen) {
    let (inbox, isRefused) = (inbox, client.isReadOnly && run.changes)
    let environment = ComposeEnvironment.variables(environment, engine: client.address)
    Task { @MainActor in
      var outcome = JobOutcome.failed(Trouble("davit is read-only"))
      if !isRefused { await screen.handOver { outcome = await TerminalProgram.run(run, environment) } }
      inbox.post(.jobEnded(job, outcome))
    }
  }

  /// Ends a job early.
  func cancel(_ job: JobID) { running[job]?.cancel() }

  /// Ends all jobs; hands back those that are worth waiting for, since nothing half done is left then.
  func cancelAll() -> [Task<Void, Never>] {
    for task in running.values { task.cancel() }
    return tidying.compactMap { running[$0] }
  }

  private func start(_ job: JobID, _ work: @escaping @Sendable () async -> JobOutcome) {
    let inbox = inbox
    let task = Task.detached {
      let outcome = await work()
      inbox.post(.jobEnded(job, Task.isCancelled && outcome != .done ? .cancelled : outcome))
    }
    running[job] = task
    Task { [weak self] in
      await task.value
      self?.running[job] = nil
      self?.tidying.remove(job)
    }
  }

  private nonisolated static func outcome(
    of run: ComposeRun, with program: ComposeProgram, _ environment: [String: String], _ relay: JobOutputRelay
  ) async -> JobOutcome {
    let process = ProcessRun(
      command: run.arguments(for: program), environment: environment, directory: run.source.directory)
    return await outcome(of: process, named: program.name, relay)
  }

  private nonisolated static func outcome(
    of process: ProcessRun, named name: String, _ relay: JobOutputRelay
  ) async -> JobOutcome {
    let failure = LastError()
    do throws(Trouble) {
      let end = try await process.run { lines in
        failure.read(lines)
        relay.add(lines)
      }
      switch end {
      case .code(0): return .done
      case .code(let code):
        return .failed(Trouble(failure.text ?? "\(name) exited with code \(code)"))
      case .signal(let signal): return .failed(Trouble("\(name) was killed by signal \(signal)"))
      }
    } catch {
      return .failed(error)
    }
  }
}

extension EngineClient {
  /// Performs calls in waves.
  func outcome(of waves: [[EngineCall]]) async -> JobOutcome {
    for wave in waves {
      if Task.isCancelled { return .cancelled }
      let failures = await withTaskGroup(of: (Int, JobOutcome).self) { group in
        for (index, call) in wave.enumerated() { group.addTask { (index, await self.outcome(of: call)) } }
        var failures: [(Int, JobOutcome)] = []
        for await (index, outcome) in group {
          switch outcome {
          case .failed, .cancelled, .fileExists: failures.append((index, outcome))
          case .done, .pruned, .imageRemoved: break
          }
        }
        return failures.sorted { $0.0 < $1.0 }
      }
      if let first = failures.first { return first.1 }
    }
    return .done
  }
}
