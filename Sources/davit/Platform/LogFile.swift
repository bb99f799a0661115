import Glibc
import Logging
import PrintableText
import Synchronization

/// The log of requests that `DAVIT_LOG=FILE` asks for: method, path, status and duration of each, for bug reports.
/// Without the variable nothing is written anywhere.
struct LogFile: LogHandler {
  var logLevel = Logger.Level.debug
  var metadata: Logger.Metadata = [:]
  private let descriptor: Int32

  /// The logger of this run: to the file that was asked for, which only its owner can read, or to nowhere.
  static func logger() throws -> Logger {
    guard let path = Environment.value("DAVIT_LOG") else {
      return Logger(label: "davit.engine", factory: { _ in SwiftLogNoOpLogHandler() })
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw Failure(
        message: "cannot write the log \(path): \(String(cString: strerror(errno))) — fix DAVIT_LOG")
    }
    return Logger(label: "davit.engine", factory: { _ in LogFile(descriptor: descriptor) })
  }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let values = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
    let details = values.map { " \($0.key)=\($0.value)" }.joined()
    let text = PrintableText.shown("\(Self.clock()) \(event.level) \(event.message)\(details)")
    let line = Array((text + "\n").utf8)
    // One write a line: lines of several tasks do not get mixed.
    _ = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }

  private static func clock() -> String {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var parts = tm()
    gmtime_r(&now.tv_sec, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let milliseconds = String(1_000 + now.tv_nsec / 1_000_000).dropFirst()
    return "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)).\(milliseconds)Z"
  }
}
