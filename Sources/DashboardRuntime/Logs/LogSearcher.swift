import Dashboard
import EngineClient
import EngineModel
import Synchronization
import Troubles

/// Searches the logs of several containers, as `davit grep` does, and tells the dashboard what it finds as it comes.
struct LogSearcher {
  let client: EngineClient
  let inbox: EngineInbox
  let request: LogSearchRequest

  func run() async {
    do {
      try await search()
      await tell(.ended(request.serial, nil))
    } catch {
      if Task.isCancelled { return }
      let trouble =
        error as? Trouble ?? (error as? EngineError)?.trouble.inTheWay(of: "cannot search the logs")
      await tell(.ended(request.serial, trouble ?? Trouble("cannot search the logs")))
    }
  }

  private func search() async throws {
    let blank = try LineSearch(request.pattern, ignoresCase: false, context: LogSearchRequest.around)
    let room = SharedRoom()
    let logs = SeveralLogs(client: client, containers: request.containers)
    try await logs.each(LogQuery(since: request.since, timestamps: true)) { index, reading in
      var relay = FoundRelay(search: blank, room: room)
      let id = request.containers[index]
      try await reading.run { lines in
        try relay.take(lines)
        if let update = relay.due(request.serial, id) { await tell(update) }
      }
      await tell(relay.rest(request.serial, id))
    } end: { index, trouble in
      await tell(
        .done(request.serial, request.containers[index], trouble?.inTheWay(of: "cannot read the log")))
    }
  }

  /// Tells the dashboard, and waits while it is behind.
  private func tell(_ update: LogSearchUpdate) async {
    if !Task.isCancelled { await inbox.inbox.deliver(.engine(inbox.engine, .search(update))) }
  }
}

/// The room for what all logs of a search bring.
private final class SharedRoom: Sendable {
  private let room = Mutex(FoundRoom())

  func keep(_ lines: [FoundLine], _ kept: inout Int, _ isFull: inout Bool) -> [FoundLine] {
    var own = (kept, isFull)
    defer { (kept, isFull) = own }
    return room.withLock { $0.keep(lines, &own.0, &own.1) }
  }
}

/// What was found in one log and not told yet.
private struct FoundRelay {
  var search: LineSearch
  let room: SharedRoom
  private var lines = 0
  private var waiting: [FoundLine] = []
  private var kept = 0
  private var isFull = false
  private var told = ContinuousClock.now

  /// How long news wait for more, and the fewest lines that do not wait.
  private static let interval = Duration.milliseconds(80)
  private static let batch = 500

  init(search: LineSearch, room: SharedRoom) {
    self.search = search
    self.room = room
  }

  /// Looks at the next lines.
  mutating func take(_ next: [LogLine]) throws {
    var found: [FoundLine] = []
    for line in next {
      let rows = try search.take(line)
      if !isFull { found += rows }
    }
    lines += next.count
    if !found.isEmpty { waiting += room.keep(found, &kept, &isFull) }
  }

  /// What is to be told now; nil where it can wait.
  mutating func due(_ serial: Int, _ id: ContainerID) -> LogSearchUpdate? {
    waiting.count >= Self.batch || .now - told > Self.interval ? rest(serial, id) : nil
  }

  /// All that was not told yet.
  mutating func rest(_ serial: Int, _ id: ContainerID) -> LogSearchUpdate {
    defer { (waiting, told) = ([], .now) }
    return .found(serial, id, waiting, matches: search.count, lines: lines)
  }
}
