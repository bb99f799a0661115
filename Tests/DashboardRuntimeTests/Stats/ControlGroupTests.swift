import EngineModel
import Glibc
import TestSupport
import Testing

@testable import DashboardRuntime

/// The kernel's counters, read from folders that look like `/sys/fs/cgroup`.
@Suite struct ControlGroupTests {
  private static let id: ContainerID = "0123456789abcdef"

  /// Writes files below a new folder, and takes it away again.
  private func withFiles(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = try TestFolder(files)
    defer { folder.remove() }
    try body(folder.path)
  }

  private static func unified(_ group: String) -> [String: String] {
    [
      "cgroup.controllers": "cpu memory", "\(group)/cgroup.procs": "4711\n4712\n",
      "\(group)/cpu.stat": "usage_usec 1500\nuser_usec 1000\n", "\(group)/memory.current": "67108864\n",
      "\(group)/memory.stat": "anon 5\nfile 7\ninactive_file 4096\n", "\(group)/memory.max": "max\n",
      "\(group)/pids.current": "12\n",
      "\(group)/io.stat": "8:0 rbytes=100 wbytes=20 rios=1 wios=1\n8:16 rbytes=5 wbytes=7 rios=1 wios=1\n",
    ]
  }

  private static func separate(_ group: String) -> [String: String] {
    [
      "memory/\(group)/cgroup.procs": "4711\n", "cpuacct/\(group)/cpuacct.usage": "1500000\n",
      "memory/\(group)/memory.usage_in_bytes": "67108864\n",
      "memory/\(group)/memory.stat": "inactive_file 1\ntotal_inactive_file 4096\n",
      "memory/\(group)/memory.limit_in_bytes": "9223372036854771712\n", "pids/\(group)/pids.current": "12\n",
      "blkio/\(group)/blkio.throttle.io_service_bytes_recursive":
        "8:0 Read 100\n8:0 Write 20\n8:16 Read 5\n8:16 Write 7\nTotal 132\n",
    ]
  }

  private static let hosts = [
    unified("docker/\(id)"), unified("system.slice/docker-\(id).scope"),
    unified("machine.slice/libpod-\(id).scope"),
    separate("docker/\(id)"), separate("system.slice/docker-\(id).scope"),
  ]

  @Test(arguments: hosts)
  func everyCounterIsRead(files: [String: String]) throws {
    try withFiles(files) { root in
      let group = try #require(ControlGroups.mounted(at: root)?.group(of: Self.id))
      #expect(group.cpuNanoseconds() == 1_500_000)
      #expect(group.memory().usage == 67_108_864 && group.memory().inactiveFile == 4_096)
      #expect(group.memoryLimit() == 0)
      #expect(group.processes() == 12)
      #expect(group.firstProcess() == 4_711)
      #expect(group.blockBytes().map { [$0.read, $0.written] } == [105, 27])
    }
  }

  @Test(arguments: [
    ("memory.max", unified("docker/\(id)")), ("memory.limit_in_bytes", separate("docker/\(id)")),
  ])
  func aMemoryLimitIsRead(name: String, files: [String: String]) throws {
    var files = files
    for path in files.keys where path.hasSuffix(name) { files[path] = "268435456\n" }
    try withFiles(files) { root in
      #expect(ControlGroups.mounted(at: root)?.group(of: Self.id)?.memoryLimit() == 268_435_456)
    }
  }

  @Test func anotherContainerHasNoGroup() throws {
    try withFiles(Self.unified("docker/\(Self.id)")) { root in
      #expect(ControlGroups.mounted(at: root)?.group(of: "fedcba9876543210") == nil)
    }
  }

  @Test func aHostWithoutGroupsHasNone() throws {
    try withFiles([:]) { root in #expect(ControlGroups.mounted(at: root) == nil) }
  }

  @Test func missingFilesAreNothing() throws {
    let files = ["cgroup.controllers": "", "docker/\(Self.id)/cgroup.procs": ""]
    try withFiles(files) { root in
      let group = try #require(ControlGroups.mounted(at: root)?.group(of: Self.id))
      #expect(group.cpuNanoseconds() == nil)
      #expect(group.memory().usage == nil && group.processes() == nil)
      #expect(group.blockBytes() == nil)
      #expect(group.firstProcess() == 0)
    }
  }
}
