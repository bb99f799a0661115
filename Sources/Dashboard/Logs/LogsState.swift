import EngineModel
import Preferences

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
  /// How much of the log is asked for.
  private(set) var span = LogSpan.settings
  /// The row that the service and the span were chosen for.
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
  var shape = LogShape.laidOut
  /// The fields of structured lines that are shown behind the message; empty for all.
  var fieldNames: [String] = []
  /// The topmost row while scrolled up; nil follows the end.
  var position: LogPosition?
  /// Columns cut off at the left while lines are not wrapped.
  var column = 0
  var remembered = RememberedRows()
  /// The line that was gone to; nil for none.
  var target: LogTarget?
  /// What patterns did before somebody went to a line with one; nil where they do what the user has chosen.
  var modeBefore: PatternMode?

  // What is shown of it.
  var mode = PatternMode.filter
  var search = RowSearch()
  var scan = LogScan()
  /// Whether only what went to standard error is shown.
  var showsErrorsOnly = false
  /// The lines of standard error, while they are shown alone.
  private(set) var errors = LineNumbers()
  /// The marks that the user has set.
  private(set) var marks = LineNumbers()

  var isFollowing: Bool { position == nil }
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

// MARK: What is read

extension LogsState {
  /// Shows the logs of these containers, as much of each as was asked for. What is there stays while it is still the log
  /// of the same subject: a replica that comes or goes is no reason to read the others again.
  mutating func show(_ wanted: [ContainerID], of subject: RowID?, _ settings: Settings.Logs, now: Timestamp?)
  {
    let isSameSubject = subject == self.subject
    guard !isSameSubject || wanted != containers else { return }
    if !isSameSubject { startOver() }
    self.subject = subject
    containers = wanted
    streams = streams.filter { wanted.contains($0.key) }
    for id in wanted where streams[id] == nil {
      generation += 1
      streams[id] = ShownLog(request: span.request(for: id, generation: generation, settings, now: now))
    }
  }

  /// Forgets all that was shown, since it is the log of something else from now on.
  mutating func startOver() {
    forgetLines()
    leaveTarget()
    setPattern("")
  }

  private mutating func forgetLines() {
    buffer.clear()
    isCleared = false
    streams = [:]
    sources = []
    containers = []
    dividers = [:]
    dividedEnd = 0
    position = nil
    column = 0
    linesChanged(from: buffer.firstNumber)
  }

  /// Asks for so much of the next log that is opened.
  mutating func chooseSpan(_ span: LogSpan) { self.span = span }

  /// Asks for more or less of the log: it is read anew. What is searched for in it stays.
  mutating func ask(for span: LogSpan) {
    self.span = span
    forgetLines()
    target = nil
  }

  /// Forgets the lines on the screen, as `clear` does in a shell.
  mutating func clear() {
    buffer.clear()
    isCleared = true
    position = nil
    linesChanged(from: buffer.firstNumber)
  }

  /// Puts in a line that is none of a container.
  mutating func insert(_ divider: LogLine) { linesChanged(from: buffer.append([divider])) }

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
    var fresh = withoutSeen(lines, since: request.since)
    guard !fresh.isEmpty else { return [] }
    if let newest = fresh.last?.time { streams[request.container]?.newest = newest }
    var changed = buffer.endNumber
    for isError in [false, true] where buffer.partials > 0 {
      guard let first = fresh.firstIndex(where: { $0.isError == isError }),
        let number = buffer.complete(fresh[first])
      else { continue }
      fresh.remove(at: first)
      changed = min(changed, number)
    }
    fresh = withoutThoseBeyondTarget(fresh, of: request)
    if !fresh.isEmpty { changed = min(changed, buffer.append(fresh)) }
    changed = max(changed, buffer.firstNumber)
    linesChanged(from: changed)
    findTarget(from: changed)
    return scanNew()
  }

  /// Takes the beginning of a line whose end lets itself be waited for.
  mutating func add(beginning line: LogLine, of request: LogRequest) -> [Effect] {
    guard streams[request.container]?.request == request, !withoutSeen([line], since: request.since).isEmpty
    else { return [] }
    var line = line
    line.kind = .partial
    linesChanged(from: max(buffer.complete(line) ?? buffer.append([line]), buffer.firstNumber))
    return scanNew()
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

// MARK: Numbers of lines

extension LogsState {
  /// Takes note that the lines from a number on are others than before.
  private mutating func linesChanged(from number: Int) {
    remembered.forget(from: number)
    marks.removeAll(from: number)
    errors.removeAll(from: number)
    marks.removeAll(before: buffer.firstNumber)
    errors.removeAll(before: buffer.firstNumber)
    if buffer.dividers > 0 || showsErrorsOnly { noteLines(from: number) }
    if search.isActive { passOver(from: number) }
  }

  private mutating func noteLines(from number: Int) {
    for number in max(number, buffer.firstNumber)..<max(number, buffer.endNumber) {
      let line = buffer[number]
      if line.kind == .mark { marks.append(number) }
      if showsErrorsOnly, line.isError { errors.append(number) }
    }
  }

  /// Shows the lines of standard error alone, or all.
  mutating func toggleErrorsOnly() {
    showsErrorsOnly.toggle()
    linesChanged(from: buffer.firstNumber)
  }
}
