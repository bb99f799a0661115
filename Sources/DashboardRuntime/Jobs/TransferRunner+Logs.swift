import Dashboard
import DiskFiles
import EngineClient
import EngineModel
import Troubles

extension TransferRunner {
  /// Writes a log to a file: the bytes of the containers, as the engine has kept them.
  func save(_ log: SavedLog, to target: TargetFile) async throws(TransferEnd) {
    // The gate lets through what changes nothing on the engine; a file of this machine is something.
    if client.isReadOnly { throw .trouble(Trouble("davit is read-only")) }
    let file = try begin(target)
    do {
      let writer = LogWriter(client: client, log: log, relay: relay)
      let result = try await writer.write { bytes in try file.append(bytes) }
      try file.finish()
      relay.update { $0.result = "\(result) in \(file.path)" }
    } catch {
      file.discard()
      switch error {
      case let error as EngineError: throw .engine(error)
      case let trouble as Trouble: throw .trouble(trouble)
      default: throw .trouble(Trouble("cannot save the log"))
      }
    }
  }
}

/// Reads a log anew and writes it down, one line after the other.
struct LogWriter {
  let client: EngineClient
  let log: SavedLog
  let relay: ProgressRelay

  /// How many bytes are written at once.
  private static let batch = 256 << 10

  /// Writes all of it; what it has come to, in a few words.
  func write(_ take: ([UInt8]) throws -> Void) async throws -> String {
    var sources: [SavedLogSource] = []
    defer { for source in sources { source.close() } }
    var refused: [Trouble] = []
    for source in log.sources {
      do throws(EngineError) {
        let stream = try await client.logs(source.container, query)
        sources.append(SavedLogSource(stream, of: source, log, relay))
      } catch {
        // One that is gone holds up no other.
        guard log.sources.count > 1, !error.isTransport else { throw error }
        refused.append(error.trouble)
      }
    }
    if sources.isEmpty, let refused = refused.first { throw refused }
    var (lines, missing) = (0, 0)
    var bytes: [UInt8] = []
    for source in sources { try await source.advance() }
    // The oldest line is the next: the logs are few, so that looking at each of them is no work.
    while let source = sources.filter({ $0.line != nil }).min(by: { $0.time < $1.time }),
      let line = source.line
    {
      if log.sources.count > 1 { bytes += source.prefix }
      bytes += line.bytes
      lines += 1
      missing += line.missing
      if bytes.count >= Self.batch {
        try take(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
      try await source.advance()
    }
    try take(bytes)
    return Self.words(lines, missing, refused.count)
  }

  private var query: LogQuery {
    LogQuery(since: log.since, until: log.until, timestamps: log.hasTimes || log.sources.count > 1)
  }

  private static func words(_ lines: Int, _ missing: Int, _ refused: Int) -> String {
    var words = Counted.text(lines, "line")
    if refused > 0 { words += ", without \(Counted.text(refused, "log")) that cannot be read" }
    if missing > 0 { words += ", without \(missing) bytes of lines that are too long" }
    return words
  }
}

/// The wanted lines of one container, one after the other.
final class SavedLogSource {
  /// A line as it is written.
  struct Line {
    let bytes: [UInt8]
    /// How many bytes of it are missing.
    let missing: Int
    let time: Timestamp?
  }

  /// What stands before its lines.
  let prefix: [UInt8]
  /// The next line; nil at the end.
  private(set) var line: Line?
  /// When it was written, or the one before it that says so.
  private(set) var time = Timestamp(seconds: 0)
  private let stream: LogStream
  private let log: SavedLog
  private let source: SavedLog.Source
  private let relay: ProgressRelay
  private var chunks: LogStream.Iterator
  private var search: LineSearch?
  private var output = LogSplitter(limit: SavedLogSource.longest)
  private var errors = LogSplitter(limit: SavedLogSource.longest)
  private var waiting: [Line] = []
  private var next = 0
  private var isAtEnd = false

  /// The longest line that is written whole.
  private static let longest = 64 << 20

  init(_ stream: LogStream, of source: SavedLog.Source, _ log: SavedLog, _ relay: ProgressRelay) {
    self.stream = stream
    self.source = source
    self.log = log
    self.relay = relay
    prefix = Array("\(source.name): ".utf8)
    chunks = stream.makeAsyncIterator()
    search = log.pattern.flatMap { try? LineSearch($0, ignoresCase: false, context: 0) }
  }

  /// Goes to the next line.
  func advance() async throws {
    while next >= waiting.count, !isAtEnd {
      (waiting, next) = ([], 0)
      try await read()
    }
    line = next < waiting.count ? waiting[next] : nil
    next += 1
    time = line?.time ?? time
  }

  func close() { stream.close() }

  private func read() async throws {
    guard let pieces = try await chunks.next(isolation: nil) else {
      isAtEnd = true
      if let (raw, missing) = output.flush() { try add(raw[...], missing, isError: false, end: []) }
      if let (raw, missing) = errors.flush() { try add(raw[...], missing, isError: true, end: []) }
      return
    }
    try Task.checkCancellation()
    var failure: (any Error)?
    for piece in pieces {
      relay.update { $0.done += UInt64(piece.bytes.count) }
      let isError = piece.source == .stderr
      func take(_ raw: ArraySlice<UInt8>, _ missing: Int) {
        do { try add(raw, missing, isError: isError, end: [0x0A]) } catch { failure = error }
      }
      if isError { errors.feed(piece.bytes, take) } else { output.feed(piece.bytes, take) }
    }
    if let failure { throw failure }
  }

  /// Takes a line, if it is wanted.
  private func add(_ bytes: ArraySlice<UInt8>, _ missing: Int, isError: Bool, end: [UInt8]) throws {
    if log.errorsOnly, !isError { return }
    let raw = RawLogLine(bytes, hasTime: log.hasTimes || log.sources.count > 1)
    if search != nil {
      let line = LogLine(container: source.container, isError: isError, raw, omitted: 0)
      guard try search?.take(line).isEmpty == false else { return }
    }
    let written = (log.hasTimes ? Array(raw.timeText) : []) + raw.text + end
    waiting.append(Line(bytes: written, missing: missing, time: raw.time))
  }
}
