/// The counters of one container's group (kernel documentation: admin-guide/cgroup-v1 and cgroup-v2). Those of the
/// groups below it are in them.
struct ControlGroup: Sendable {
  let isUnified: Bool
  let root: String
  let tree: String
  let path: String

  private func file(_ controller: String, _ name: String) -> String {
    isUnified ? "\(root)/\(path)/\(name)" : "\(root)/\(controller)/\(path)/\(name)"
  }

  /// CPU time used so far, in nanoseconds; nil when the group is gone.
  func cpuNanoseconds() -> UInt64? {
    if isUnified {
      return CounterFile.read(file("", "cpu.stat"))?.value(after: "usage_usec").map { $0 * 1_000 }
    }
    return CounterFile.read(file("cpuacct", "cpuacct.usage"))?.number
  }

  /// Bytes in use, nil where the kernel does not count them; and how many of them are file cache that nobody has touched
  /// lately.
  func memory() -> (usage: UInt64?, inactiveFile: UInt64) {
    let name = isUnified ? "memory.current" : "memory.usage_in_bytes"
    guard let usage = CounterFile.read(file("memory", name))?.number else { return (nil, 0) }
    let key = isUnified ? "inactive_file" : "total_inactive_file"
    return (usage, CounterFile.read(file("memory", "memory.stat"))?.value(after: key) ?? 0)
  }

  /// The limit in bytes; 0 for none.
  func memoryLimit() -> UInt64 {
    let name = isUnified ? "memory.max" : "memory.limit_in_bytes"
    let limit = CounterFile.read(file("memory", name))?.number ?? 0
    // Version 1 says "none" with the largest number of pages.
    return limit > UInt64(Int64.max) / 2 ? 0 : limit
  }

  /// Processes and threads; nil where the kernel does not count them.
  func processes() -> Int? {
    CounterFile.read(file("pids", "pids.current"))?.number.map { Int(clamping: $0) }
  }

  /// How many groups below a container's are looked into, and how deep.
  private static let searchLimits = (groups: 64, depth: 4)

  /// A process of the container, 0 where there is none. Where its processes sit in groups below its own (crun puts them
  /// into `container`, systemd into `init.scope`) the uppermost of them has it: those further down may be of containers
  /// in the container.
  func firstProcess() -> Int32 {
    var level = ["\(tree)/\(path)"]
    var seen = 0
    for _ in 0..<Self.searchLimits.depth where !level.isEmpty {
      let processes = level.compactMap { CounterFile.read("\($0)/cgroup.procs")?.smallestNumber }
      if let first = processes.min() { return Int32(truncatingIfNeeded: first) }
      level = level.flatMap { group in
        Folder.subfolders(of: group).compactMap { name -> String? in
          seen += 1
          return seen <= Self.searchLimits.groups ? "\(group)/\(name)" : nil
        }
      }
    }
    return 0
  }

  /// Bytes read from and written to disks so far; nil where they are not counted.
  func blockBytes() -> (read: UInt64, written: UInt64)? {
    if isUnified {
      guard let file = CounterFile.read(file("", "io.stat")) else { return nil }
      return (file.sum(after: "rbytes="), file.sum(after: "wbytes="))
    }
    guard let file = CounterFile.read(file("blkio", "blkio.throttle.io_service_bytes_recursive")) else {
      return nil
    }
    return (file.sum(after: "Read "), file.sum(after: "Write "))
  }
}
