import FoundationEssentials
import Glibc

/// What the kernel says of processes.
enum ProcessUsage {
  /// The processor time that a process has used, in seconds; 0 where there is no such process.
  static func processorSeconds(of pid: pid_t) -> Double {
    // proc(5): the name may hold blanks and stands in parentheses; utime and stime are fields 14 and 15.
    let text = contents(of: "/proc/\(pid)/stat")
    guard let end = text.lastIndex(of: ")") else { return 0 }
    let fields = text[end...].split(separator: " ")
    guard fields.count > 13, let user = Double(fields[12]), let system = Double(fields[13]) else { return 0 }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// The largest resident memory that a process had, in MiB.
  static func peakMemory(of pid: pid_t) -> Double {
    let line = contents(of: "/proc/\(pid)/status").split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let words = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }) ?? []
    return words.count > 1 ? (Double(words[1]) ?? 0) / 1_024 : 0
  }

  /// The processes whose command line holds `text`.
  static func processes(mentioning text: String) -> [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { pid in
      pid != getpid() && contents(of: "/proc/\(pid)/cmdline").contains(text)
    }
  }

  /// The text of a file in /proc, whose size is not known before it is read.
  private static func contents(of path: String) -> String {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}
