import EngineModel
import TextPattern
import Troubles

/// What the last search through an engine's logs has found.
struct LogSearchFacts: Sendable, Equatable {
  /// How far a search has come.
  enum Phase: Sendable, Equatable {
    case none, running, ended
    /// The user has ended it.
    case stopped
    /// Something was in the way of all of it.
    case failed(Trouble)
  }

  private(set) var request: LogSearchRequest?
  /// The request's pattern, to mark what it has found.
  private(set) var pattern: TextPattern?
  private(set) var phase = Phase.none
  /// What was found in each log.
  private(set) var logs: [ContainerID: FoundInLog] = [:]
  /// The containers with matches, in the order in which these were found.
  private(set) var hits: [ContainerID] = []
  /// How many logs were looked at to their end.
  private(set) var done = 0
  /// How many lines have matched, in all logs.
  private(set) var matches = 0
  /// Grows with each change.
  private(set) var revision = 0

  var isRunning: Bool { phase == .running }

  /// Begins another search; what the last one has found is forgotten.
  mutating func begin(_ request: LogSearchRequest) {
    let serial = (self.request?.serial ?? 0) + 1
    let before = revision
    self = LogSearchFacts()
    revision = before + 1
    var request = request
    request.serial = serial
    self.request = request
    pattern = try? TextPattern(request.pattern)
    phase = request.containers.isEmpty ? .ended : .running
    for (id, name) in zip(request.containers, request.names) { logs[id] = FoundInLog(name: name) }
  }

  /// Ends the search where it is.
  mutating func stop() { end(.stopped) }

  /// Ends it because the engine is away.
  mutating func loseEngine() { end(.failed(Trouble("cannot search", why: "the engine is not answering"))) }

  private mutating func end(_ phase: Phase) {
    guard isRunning else { return }
    self.phase = phase
    revision += 1
  }

  /// Takes in what the search brings; what comes late of one that has ended is left out.
  mutating func update(_ update: LogSearchUpdate) {
    switch update {
    case .found(let serial, let id, let lines, let matches, let count):
      guard isRunning, serial == request?.serial, let before = logs[id]?.matches else { return }
      if before == 0, matches > 0 { hits.append(id) }
      self.matches += matches - before
      logs[id]?.add(lines, matches: matches, lines: count)
    case .done(let serial, let id, let trouble):
      guard isRunning, serial == request?.serial else { return }
      done += 1
      logs[id]?.phase = trouble.map { .failed($0) } ?? .done
    case .ended(let serial, let trouble):
      guard isRunning, serial == request?.serial else { return }
      phase = trouble.map { .failed($0) } ?? .ended
    }
    revision += 1
  }

  /// The containers in the order of the screen: those with matches as they were found, those that could not be read, then
  /// the others.
  var order: [ContainerID] {
    let rest = (request?.containers ?? []).filter { logs[$0]?.matches == 0 }
    return hits + rest.filter { logs[$0]?.trouble != nil } + rest.filter { logs[$0]?.trouble == nil }
  }

  /// How many matches are kept.
  var kept: Int { hits.reduce(0) { $0 + (logs[$1]?.kept ?? 0) } }
}

/// What was found in one log.
struct FoundInLog: Sendable, Equatable {
  /// How far it was looked at.
  enum Phase: Sendable, Equatable {
    case waiting, reading, done
    case failed(Trouble)
  }

  /// The container's name when the search began.
  let name: String
  var phase = Phase.waiting
  /// How many lines have matched.
  private(set) var matches = 0
  /// How many lines were looked at.
  private(set) var lines = 0
  /// The first matches and what stands around them; nil where lines between were left out.
  private(set) var rows: [FoundLine?] = []
  /// How many matches are among them.
  private(set) var kept = 0
  /// When the last match was written.
  private(set) var last: Timestamp?

  init(name: String) { self.name = name }

  var trouble: Trouble? { if case .failed(let trouble) = phase { trouble } else { nil } }

  /// Takes more of them.
  mutating func add(_ found: [FoundLine], matches: Int, lines: Int) {
    phase = .reading
    (self.matches, self.lines) = (matches, lines)
    for line in found {
      if line.followsGap { rows.append(nil) }
      rows.append(line)
      guard line.isMatch else { continue }
      kept += 1
      last = line.time ?? last
    }
  }
}
