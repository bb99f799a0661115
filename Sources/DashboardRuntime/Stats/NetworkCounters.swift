import Glibc

/// What a container's network interfaces have carried, seen through one of its processes.
enum NetworkCounters {
  /// Bytes received and sent so far over all interfaces but the loopback (`/proc/PID/net/dev`, proc(5)). nil where
  /// the container has no network of its own: none at all, or the host's.
  static func traffic(process: Int32) -> (received: UInt64, sent: UInt64)? {
    guard process > 0, !sharesHostNetwork(process), let file = CounterFile.read("/proc/\(process)/net/dev")
    else { return nil }
    var total: (received: UInt64, sent: UInt64)?
    for words in file.lines.dropFirst(2) {
      guard let name = words.first, name != "lo:", words.count >= 10, let received = UInt64(words[1]),
        let sent = UInt64(words[9])
      else { continue }
      total = ((total?.received ?? 0) + received, (total?.sent ?? 0) + sent)
    }
    return total
  }

  private static func sharesHostNetwork(_ process: Int32) -> Bool {
    guard let theirs = link("/proc/\(process)/ns/net"),
      let ours = link("/proc/1/ns/net") ?? link("/proc/self/ns/net")
    else { return false }
    return theirs == ours
  }

  private static func link(_ path: String) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let length = readlink(path, start, buffer.count)
      guard length > 0 else { return nil }
      return String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
