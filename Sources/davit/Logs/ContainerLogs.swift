import ArgumentParser
import Dashboard
import DashboardRuntime
import EngineClient
import EngineModel
import Synchronization
import Troubles

/// Which part of which logs is meant.
struct LogOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Which containers, as the filter of the containers pane: words, a pattern, state:running, stack:shop.",
      valueName: "filter"))
  var filter: [String] = []

  @Option(help: "Only lines from then on: 10m, 12:03, 2026-11-30 12:03.")
  var since: String?

  func validate() throws {
    guard let since, AskedTime(since) == nil else { return }
    throw ValidationError("--since takes a time: \(AskedTime.examples)")
  }

  /// The moment that is meant; nil for none.
  var start: Timestamp? {
    since.flatMap { AskedTime($0) }?.time(now: HistoryReader.now, zone: Environment.utcOffset)
  }
}

/// The logs of several containers, read side by side.
struct ContainerLogs {
  let client: EngineClient
  let containers: [ContainerSummary]
  let output = OrderedOutput()

  /// What came of reading them.
  struct Outcome: Sendable {
    /// Whether all could be read.
    var isComplete = true
    /// How many lines were of use.
    var lines = 0
  }

  /// Finds the containers on the engine that the options name, and lets `body` read their logs.
  static func read<Answer>(
    _ engine: EngineOptions, _ options: LogOptions, _ body: (ContainerLogs) async throws -> Answer
  ) async throws -> Answer {
    let chosen = try await ChosenEngine.choose(engine, readOnly: true)
    do {
      let answer = try await body(
        ContainerLogs(client: chosen.client, containers: try await find(options, chosen.client)))
      await chosen.close()
      return answer
    } catch let error as EngineError {
      await chosen.close()
      throw Failure(error.trouble, code: error.isTransport ? .noEngine : .failed)
    } catch let trouble as Trouble {
      await chosen.close()
      throw Failure(trouble)
    } catch {
      await chosen.close()
      throw error
    }
  }

  private static func find(_ options: LogOptions, _ client: EngineClient) async throws -> [ContainerSummary] {
    _ = try await client.negotiate()
    let filter = options.filter.joined(separator: " ")
    let found = try ContainerFilter.matching(filter, among: try await client.containers())
    guard found.isEmpty else { return found }
    throw Trouble(
      filter.isEmpty ? "cannot read logs: there is no container" : "cannot find \(filter)",
      why: filter.isEmpty ? nil : "no container matches this filter", advice: "davit status lists them")
  }

  /// Reads the log of each container, a few at once or (`allAtOnce`) all, and hands each to a reader of its own, which says
  /// how many lines were of use. What cannot be read is said on the error stream and does not hold up the others, unless
  /// the engine is gone.
  func each(
    allAtOnce: Bool = false,
    _ query: LogQuery, _ read: @escaping @Sendable (Int, ContainerSummary, LogReading) async throws -> Int
  ) async throws -> Outcome {
    let tally = Tally()
    try await SeveralLogs(client: client, containers: containers.map(\.id)).each(query, allAtOnce: allAtOnce)
    {
      index, reading in
      tally.add(try await read(index, containers[index], reading))
    } end: { index, trouble in
      if let trouble {
        tally.noteGap()
        let whole = trouble.inTheWay(of: "cannot read the log of \(containers[index].name)")
        StandardError.write("davit: \(whole)\n")
      }
      try await output.end(index)
    } giveUp: { error in
      // Who waits for a turn that never comes would hold up the end.
      await output.stop(error)
    }
    return tally.outcome
  }

  /// What has come of reading so far.
  private final class Tally: Sendable {
    private let sum = Mutex(Outcome())

    var outcome: Outcome { sum.withLock(\.self) }

    func add(_ lines: Int) { sum.withLock { $0.lines += lines } }
    func noteGap() { sum.withLock { $0.isComplete = false } }
  }
}
