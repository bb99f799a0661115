import EngineModel
import Glibc

/// The control groups of this host and where engines put their containers in them.
struct ControlGroups: Sendable {
  let isUnified: Bool
  private let root: String

  /// The groups as mounted at `/sys/fs/cgroup`; nil where there are none.
  static func mounted(at root: String = "/sys/fs/cgroup") -> ControlGroups? {
    if access("\(root)/cgroup.controllers", R_OK) == 0 { return ControlGroups(isUnified: true, root: root) }
    if access("\(root)/memory", R_OK) == 0 { return ControlGroups(isUnified: false, root: root) }
    return nil
  }

  /// Where Docker and Podman put a container, with either cgroup driver, under the root or a systemd slice.
  private static func candidates(_ id: String) -> [String] {
    [
      "docker/\(id)", "system.slice/docker-\(id).scope", "machine.slice/libpod-\(id).scope",
      "libpod_parent/libpod-\(id)",
    ]
  }

  /// The group of a container; nil where this host has none, as with an engine elsewhere.
  func group(of id: ContainerID) -> ControlGroup? {
    for path in Self.candidates(id.rawValue) {
      let probe = isUnified ? "\(root)/\(path)/cgroup.procs" : "\(root)/memory/\(path)/cgroup.procs"
      if access(probe, R_OK) == 0 { return ControlGroup(isUnified: isUnified, root: root, path: path) }
    }
    return nil
  }
}

/// The counters of one container's group (kernel documentation: admin-guide/cgroup-v1 and cgroup-v2).
struct ControlGroup: Sendable {
  let isUnified: Bool
  let root: String
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

  /// Bytes in use, and how many of them are file cache that nobody has touched lately.
  func memory() -> (usage: UInt64, inactiveFile: UInt64) {
    let usage = CounterFile.read(file("memory", isUnified ? "memory.current" : "memory.usage_in_bytes"))?
      .number
    let key = isUnified ? "inactive_file" : "total_inactive_file"
    let inactive = CounterFile.read(file("memory", "memory.stat"))?.value(after: key)
    return (usage ?? 0, inactive ?? 0)
  }

  /// The limit in bytes; 0 for none.
  func memoryLimit() -> UInt64 {
    let name = isUnified ? "memory.max" : "memory.limit_in_bytes"
    let limit = CounterFile.read(file("memory", name))?.number ?? 0
    // Version 1 says "none" with the largest number of pages.
    return limit > UInt64(Int64.max) / 2 ? 0 : limit
  }

  func processes() -> Int {
    Int(CounterFile.read(file("pids", "pids.current"))?.number ?? 0)
  }

  /// A process of the container, 0 where there is none.
  func firstProcess() -> Int32 {
    Int32(truncatingIfNeeded: CounterFile.read(file("memory", "cgroup.procs"))?.number ?? 0)
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
