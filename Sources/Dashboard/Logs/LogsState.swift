import EngineModel
import TextPattern

/// The log that the detail pane shows: of one container, or of several interleaved by time.
struct LogsState: Sendable, Equatable {
  /// What a pattern does to the log.
  enum PatternMode: Sendable, Equatable {
    /// Only lines that match are shown.
    case filter
    /// Every line is shown, matches stand out, `n` and `N` go from one to the next.
    case search
  }

  /// What the log is of.
  private(set) var subject: RowID?
  /// The service that the log of a stack is narrowed to; nil for all.
  var service: ServiceName?
  /// The row whose log that is.
  var narrowed: RowID?
  /// The containers, in the order of their colours.
  private(set) var containers: [ContainerID] = []
  private(set) var streams: [ContainerID: ShownLog] = [:]
  /// All containers that lines are of or may come of, in the order of their colours: those that are gone too.
  private(set) var sources: [LogSource] = []
  /// The lines between runs that were put in, and what they were made of.
  var dividers: [DividerKey: RunEnd] = [:]
  var dividedRevision = 0
  var dividedEnd = 0
  var buffer = LogBuffer()
  /// Whether the user has cleared the view of this subject.
  private(set) var isCleared = false
  /// Counts what was shown, so that late lines of the last subject are recognised.
  private var generation = 0

  // The view.
  var wraps = true
  var showsTimestamps = false
  /// The topmost row while scrolled up; nil follows the end.
  var position: LogPosition?
  /// Columns cut off at the left while lines are not wrapped.
  var column = 0
  var remembered = RememberedRows()

  // The pattern.
  var mode = PatternMode.filter
  var search = RowSearch()
  /// The numbers of the matching lines, ascending; kept while there is a pattern.
  private(set) var matches: [Int] = []
  /// The first line that has not been looked at yet.
  private var scanned = 0
  private var scanGeneration = 0
  /// Where in that line the search goes on, in bytes of its plain text.
  private var scannedBytes = 0
  /// How many lines ran into the limit on backtracking.
  private var cutOffs = 0

  var isFollowing: Bool { position == nil }
  var isFiltering: Bool { mode == .filter && search.isActive }
  /// Whether lines are still being looked at for the pattern.
  var isScanning: Bool { search.isActive && scanned < buffer.endNumber }
}

/// A container that lines are of.
struct LogSource: Sendable, Equatable {
  let container: ContainerID
  /// The name before its lines, as it was last known.
  var name: String
}

/// A row on the screen by what it shows: a line's number, and which of its wrapped rows.
struct LogPosition: Sendable, Equatable {
  var number: Int
  var row: Int
}

// MARK: What is shown

extension LogsState {
  /// Shows the logs of these containers, with `tail` lines of each to begin with, none older than `window`. What is
  /// there stays while it is still the log of the same subject: a replica that comes or goes is no reason to read the
  /// others again.
  mutating func show(_ wanted: [ContainerID], of subject: RowID?, tail: Int, window: Duration?) {
    let isSameSubject = subject == self.subject
    guard !isSameSubject || wanted != containers else { return }
    if !isSameSubject { startOver() }
    self.subject = subject
    containers = wanted
    streams = streams.filter { wanted.contains($0.key) }
    for id in wanted where streams[id] == nil {
      generation += 1
      // More lines than the buffer keeps are not worth asking for.
      let tail = min(tail, buffer.maximumLines)
      streams[id] = ShownLog(
        request: LogRequest(container: id, generation: generation, tail: tail, since: nil, window: window))
    }
  }

  /// Forgets all that was shown, since it is the log of something else from now on.
  mutating func startOver() {
    buffer.clear()
    isCleared = false
    streams = [:]
    sources = []
    containers = []
    dividers = [:]
    dividedEnd = 0
    position = nil
    column = 0
    setPattern("")
  }

  /// Forgets the lines on the screen, as `clear` does in a shell.
  mutating func clear() {
    buffer.clear()
    isCleared = true
    position = nil
    rescan(from: buffer.firstNumber)
  }

  /// Puts a line between two runs of a container.
  mutating func insert(_ divider: LogLine) {
    let changed = buffer.append([divider])
    remembered.forget(from: changed)
    if search.isActive { rescan(from: min(changed, scanned)) }
  }

  /// Remembers the names of the containers, as long as somebody knows them.
  mutating func noteSources(_ engine: EngineState) {
    for id in containers {
      let name = engine.shortName(id)
      if let index = sources.firstIndex(where: { $0.container == id }) {
        if sources[index].name != name, engine.facts.containers[id] != nil { sources[index].name = name }
      } else {
        sources.append(LogSource(container: id, name: name))
      }
    }
  }

  /// Goes on after the engine has come back.
  mutating func resume() {
    for id in containers { streams[id]?.restart() }
  }

  /// Goes on when a container whose stream had ended runs again. Podman ends the stream of the run before only after
  /// that: then it goes on at that end.
  mutating func containerStarted(_ id: ContainerID) {
    guard let phase = streams[id]?.phase else { return }
    if phase == .reading { streams[id]?.hasStartedMeanwhile = true } else { streams[id]?.restart() }
  }

  /// Takes lines of a stream; those of an older request, and those seen before a break, are left out.
  mutating func add(_ lines: [LogLine], of request: LogRequest) -> [Effect] {
    guard streams[request.container]?.request == request else { return [] }
    let fresh = withoutSeen(lines, since: request.since)
    guard !fresh.isEmpty else { return [] }
    if let newest = fresh.last?.time { streams[request.container]?.newest = newest }
    let changed = buffer.append(fresh)
    remembered.forget(from: changed)
    if search.isActive { rescan(from: min(changed, scanned)) }
    return scan()
  }

  private func withoutSeen(_ lines: [LogLine], since: Timestamp?) -> [LogLine] {
    guard let since else { return lines }
    return lines.filter { $0.time.map { $0 > since } ?? true }
  }

  /// Takes note of how a stream ended.
  mutating func finish(_ request: LogRequest, _ phase: ShownLog.Phase) {
    guard streams[request.container]?.request == request else { return }
    streams[request.container]?.phase = phase
    if phase == .ended, streams[request.container]?.hasStartedMeanwhile == true {
      streams[request.container]?.restart()
    }
  }
}

// MARK: Filter and search

extension LogsState {
  /// Takes a pattern as typed.
  mutating func setPattern(_ text: String) {
    search.set(text)
    cutOffs = 0
    rescan(from: buffer.firstNumber)
  }

  private mutating func rescan(from number: Int) {
    if let keep = matches.firstIndex(where: { $0 >= number }) { matches.removeSubrange(keep...) }
    scanned = max(number, buffer.firstNumber)
    scannedBytes = 0
    scanGeneration += 1
  }

  /// How many lines, and how many bytes, are looked at before the keys get their turn again.
  private static let scanLines = 20_000
  private static let scanBytes = 4 << 20
  /// How many lines may run into the limit on backtracking before the pattern is given up.
  private static let toleratedCutOffs = 20

  /// Looks at the next lines; what is left is gone on with after the keys had their turn.
  mutating func scan() -> [Effect] {
    guard let pattern = search.pattern else { return [] }
    dropLostMatches()
    if scanned < buffer.firstNumber { (scanned, scannedBytes) = (buffer.firstNumber, 0) }
    let end = min(buffer.endNumber, scanned + Self.scanLines)
    let budget = MatchBudget(RowSearch.slice)
    var bytes = 0
    while scanned < end, bytes < Self.scanBytes, cutOffs <= Self.toleratedCutOffs {
      if buffer[scanned].isDivider {
        scanned += 1
        continue
      }
      let text = SGRStripping.plain(buffer[scanned].text)
      bytes += text.utf8.count
      guard look(at: text, pattern, within: budget), !budget.isSpent else { break }
    }
    if cutOffs > Self.toleratedCutOffs {
      search.giveUp("pattern takes too long to match: gave up")
      matches = []
    }
    return isScanning ? [.after(milliseconds: 0, .continueLogScan(generation: scanGeneration))] : []
  }

  /// Looks at the line whose turn it is. Returns whether it is done with.
  private mutating func look(at text: String, _ pattern: TextPattern, within budget: MatchBudget) -> Bool {
    switch pattern.search(text, from: scannedBytes, within: budget) {
    case .unfinished(let place):
      scannedBytes = place
      return false
    case .ended(.found): matches.append(scanned)
    case .ended(.cutOff): cutOffs += 1
    case .ended(.absent): break
    }
    scanned += 1
    scannedBytes = 0
    return true
  }

  /// Goes on with a scan, unless the pattern has changed meanwhile.
  mutating func continueScan(_ generation: Int) -> [Effect] {
    generation == scanGeneration ? scan() : []
  }

  private mutating func dropLostMatches() {
    guard let first = matches.first, first < buffer.firstNumber else { return }
    matches.removeSubrange(..<firstMatch(from: buffer.firstNumber))
  }

  /// The index in `matches` of the first one at or after a line.
  func firstMatch(from number: Int) -> Int {
    var low = 0
    var high = matches.count
    while low < high {
      let middle = (low + high) / 2
      if matches[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
