import Dashboard
import EngineClient
import EngineModel

/// Reads what a container has been through: its ends, its last words before each of them, and the events of the last
/// hour. What cannot be read is left out: the page has to say something in any case.
package struct HistoryReader: Sendable {
  private let client: EngineClient

  /// How many lines of the log are looked through for last words.
  private static let lines = 400
  /// The most of them that are shown before an end.
  private static let words = 4
  /// How many ends have their last words looked up.
  private static let endsWithWords = 5
  private static let hour: Int64 = 3_600
  /// How much later than its first line a run is said to have begun, in nanoseconds.
  private static let startDelay: Int64 = 200_000_000
  /// Events that come with each health check and say nothing of the container.
  private static let quiet = ["exec_create", "exec_start", "exec_die", "exec_detach", "top", "health_status"]

  /// The present time on this host.
  package static var now: Timestamp { HostClock.now }

  /// A reader of an engine.
  package init(client: EngineClient) { self.client = client }

  func post(_ id: ContainerID, to inbox: EngineInbox) async {
    guard let details = try? await client.container(id), !Task.isCancelled else { return }
    let history = await history(of: details)
    if !Task.isCancelled { inbox.post(EngineUpdate.history(id, history)) }
  }

  /// The history of a container.
  package func history(of details: ContainerDetails) async -> ContainerHistory {
    let now = HostClock.now
    async let past = client.rememberedEvents(
      of: details.id, since: details.created ?? now.adding(seconds: -Self.hour))
    async let log = lastLines(of: details)
    let (events, lines) = (await past, await log)
    let ends = Self.ends(details, events)
    let recent = events.filter { event in
      event.time >= now.adding(seconds: -Self.hour) && !Self.quiet.contains(event.baseAction)
    }
    return ContainerHistory(
      ends: ends, lastWords: Self.lastWords(before: ends, after: starts(details, events), lines),
      events: recent)
  }

  /// The ends that events tell of, with what the container's own document says of the last one.
  private static func ends(_ details: ContainerDetails, _ events: [EngineEvent]) -> [RunEnd] {
    var log = RunLog()
    log.note(
      events.filter { $0.baseAction == "die" }.map(RunEnd.init(death:)), of: details.id)
    log.note(details)
    return log.ends[details.id] ?? []
  }

  /// When its runs began, oldest first.
  private func starts(_ details: ContainerDetails, _ events: [EngineEvent]) -> [Timestamp] {
    let known =
      events.filter { $0.baseAction == "start" }.map(\.time) + [details.run.startedAt].compactMap(\.self)
    return known.sorted()
  }

  private func lastLines(of details: ContainerDetails) async -> [LogLine] {
    let client = client
    return await Patience.seconds(10, otherwise: []) {
      let query = LogQuery(tail: Self.lines, timestamps: true, tty: details.process.tty)
      guard let stream = try? await client.logs(details.id, query) else { return [] }
      defer { stream.close() }
      var output = LogAssembler(container: details.id, isError: false)
      var errors = LogAssembler(container: details.id, isError: true)
      var lines: [LogLine] = []
      do {
        for try await chunks in stream {
          for chunk in chunks {
            if chunk.source == .stderr {
              errors.feed(chunk.bytes, into: &lines)
            } else {
              output.feed(chunk.bytes, into: &lines)
            }
          }
        }
      } catch {
        // What has come so far is better than nothing.
      }
      return lines + [output.flush(), errors.flush()].compactMap(\.self)
    }
  }

  /// The last lines of each run, by the time of its end.
  private static func lastWords(
    before ends: [RunEnd], after starts: [Timestamp], _ lines: [LogLine]
  ) -> [Timestamp: [String]] {
    let sorted = lines.filter { $0.time != nil }.sorted {
      ($0.time ?? .init(seconds: 0)) < ($1.time ?? .init(seconds: 0))
    }
    var words: [Timestamp: [String]] = [:]
    var after: Timestamp?
    for end in ends.suffix(endsWithWords + 1) {
      // What was written before the run began is of another one, whose end nobody remembers.
      if let start = starts.last(where: { $0 <= end.time }), after.map({ start > $0 }) ?? true {
        after = Timestamp(nanoseconds: start.nanoseconds - startDelay)
      }
      let own = sorted.filter { line in
        guard let time = line.time else { return false }
        return time <= end.time && (after.map { time > $0 } ?? true)
      }
      words[end.time] = own.suffix(Self.words).map(\.text)
      after = end.time
    }
    return words
  }
}

/// Waiting for something, but not for ever.
enum Patience {
  /// What the work comes to, or something else where that takes longer than so many seconds; the work is cancelled then.
  static func seconds<Value: Sendable>(
    _ limit: Int, otherwise: Value, _ work: @escaping @Sendable () async -> Value
  ) async -> Value {
    await withTaskGroup(of: Value.self) { group in
      group.addTask { await work() }
      group.addTask {
        try? await Task.sleep(for: .seconds(limit))
        return otherwise
      }
      defer { group.cancelAll() }
      return await group.next() ?? otherwise
    }
  }
}
