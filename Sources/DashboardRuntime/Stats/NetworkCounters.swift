import Glibc
import Synchronization

/// What a container's network interfaces have carried, seen through one of its processes.
final class NetworkCounters: Sendable {
  /// Where the kernel tells of processes.
  let proc: String
  /// Whether a network is this host's, by the link that names it. The host keeps its own as long as it runs, so what was
  /// found out of a link once stays so.
  private let known = Mutex<[String: Bool]>([:])

  init(proc: String = "/proc") { self.proc = proc }

  /// Bytes received and sent so far over all interfaces but the loopback (`/proc/PID/net/dev`, proc(5)). nil where
  /// the container has no network of its own (none at all, or the host's), and where that cannot be told.
  func traffic(process: Int32) -> (received: UInt64, sent: UInt64)? {
    guard process > 0, sharesHostNetwork(process) == false,
      let file = CounterFile.read("\(proc)/\(process)/net/dev")
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

  /// Whether a process is in the network of this host; nil where that cannot be told. Only root may read the links of
  /// others' namespaces; whoever may not compares the kernel's own sockets, which each network has for itself.
  private func sharesHostNetwork(_ process: Int32) -> Bool? {
    guard let theirs = link("\(process)/ns/net") else { return sharesKernelSockets(process) }
    if let answer = known.withLock({ $0[theirs] }) { return answer }
    let ours = link("1/ns/net")
    guard let answer = ours.map({ $0 == theirs }) ?? sharesKernelSockets(process) else { return nil }
    known.withLock { known in
      // Networks come and go with containers: those that went are forgotten with the others now and then.
      if known.count > 4_096 { known = [:] }
      known[theirs] = answer
    }
    return answer
  }

  private func sharesKernelSockets(_ process: Int32) -> Bool? {
    let (theirs, ours) = (kernelSockets(process), kernelSockets(1))
    guard !theirs.isEmpty, !ours.isEmpty else { return nil }
    return !theirs.isDisjoint(with: ours)
  }

  /// The inodes of the kernel's netlink sockets in the network of a process: rows of process 0 in `/proc/PID/net/netlink`.
  private func kernelSockets(_ process: Int32) -> Set<Substring> {
    let lines = CounterFile.read("\(proc)/\(process)/net/netlink")?.lines ?? []
    return Set(lines.dropFirst().compactMap { $0.count == 10 && $0[2] == "0" ? $0[9] : nil })
  }

  private func link(_ path: String) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let length = readlink("\(proc)/\(path)", start, buffer.count)
      guard length > 0 else { return nil }
      return String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
