import Glibc

/// A process by its number.
struct RunningProcess {
  let number: pid_t

  init(_ number: pid_t) { self.number = number }

  /// Whether it runs; also where it belongs to somebody else.
  var isAlive: Bool { kill(number, 0) == 0 || errno == EPERM }

  /// When it started, in ticks since the machine did (proc(5), `/proc/PID/stat`, field 22); nil where that cannot be
  /// read.
  var startTime: UInt64? {
    let descriptor = open("/proc/\(number)/stat", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard case .text(let line) = ComposeFilesReading.readAll(from: descriptor, limit: 4096, size: 0),
      // The name, in parentheses, may hold anything.
      let end = line.lastIndex(of: ")")
    else { return nil }
    let fields = line[line.index(after: end)...].split(separator: " ")
    return fields.count > 19 ? UInt64(fields[19]) : nil
  }
}
