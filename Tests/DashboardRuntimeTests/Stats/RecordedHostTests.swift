import Dashboard
import EngineModel
import Testing

@testable import DashboardRuntime

/// Containers in all the places where engines put them, as real hosts had them.
@Suite struct RecordedHostTests {
  /// A recording, and what it says.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let cpu: UInt64
    let memory: UInt64?
    let limit: UInt64
    /// Bytes received and sent; nil where the container has no network of its own.
    let network: [UInt64]?

    var testDescription: String { name }
  }

  private static let cases = [
    Case(name: "docker-systemd", cpu: 19_509_640, memory: 323_584, limit: 67_108_864, network: [1_714, 126]),
    Case(name: "docker-own-parent", cpu: 707_558, memory: 331_776, limit: 0, network: nil),
    Case(name: "docker-groups-of-its-own", cpu: 5_507_175, memory: 417_792, limit: 0, network: [922, 126]),
    Case(name: "docker-host-network", cpu: 11_818_418, memory: 229_376, limit: 0, network: nil),
    Case(name: "docker-paused", cpu: 4_825_069, memory: 327_680, limit: 33_554_432, network: [726, 126]),
    Case(name: "docker-without-memory", cpu: 724_124, memory: nil, limit: 0, network: [1_504, 126]),
    Case(name: "docker-cgroupfs-own-parent", cpu: 287_383, memory: nil, limit: 0, network: nil),
    Case(name: "podman", cpu: 259_911, memory: 204_800, limit: 67_108_864, network: [2_032, 698]),
    Case(name: "podman-pod", cpu: 615_096, memory: 200_704, limit: 0, network: [796, 698]),
    Case(name: "podman-host-network", cpu: 72_154, memory: 196_608, limit: 0, network: nil),
    Case(name: "podman-rootless", cpu: 459_480, memory: 200_704, limit: 67_108_864, network: nil),
  ]

  private func sample(of host: RecordedHost, by counters: HostCounters?) throws -> StatsSample {
    var plan = StatsPlan()
    plan.watched = [host.container]
    return try #require(counters?.samples(plan).0[host.container])
  }

  @Test(arguments: cases, [true, false])
  func theFiguresAreTheKernels(recorded: Case, asRoot: Bool) throws {
    let host = try RecordedHost(recorded.name, asRoot: asRoot)
    let sample = try sample(of: host, by: host.counters)
    #expect(sample.cpuTotal == recorded.cpu * 1_000)
    #expect(sample.memoryUsage == recorded.memory)
    #expect(sample.memoryLimit == recorded.limit)
    #expect(sample.networkReceived == recorded.network?[0] && sample.networkSent == recorded.network?[1])
  }

  @Test func aNetworkOfWhichNothingCanBeToldIsNotTheContainers() throws {
    let host = try RecordedHost("docker-host-network", asRoot: false)
    try host.write("", to: "proc/1/net/netlink")
    #expect(try sample(of: host, by: host.counters).networkReceived == nil)
  }

  @Test func aLimitThatIsChangedIsReadAgain() throws {
    let host = try RecordedHost("docker-systemd")
    let counters = host.counters
    #expect(try sample(of: host, by: counters).memoryLimit == 67_108_864)
    let group = "system.slice/docker-\(host.container.rawValue).scope"
    try host.write("50331648\n", to: "\(group)/memory.max")
    #expect(try sample(of: host, by: counters).memoryLimit == 50_331_648)
  }

  @Test func theMonitorOfPodmanIsNotTheContainer() throws {
    let host = try RecordedHost("podman-rootless")
    let monitor = "user.slice/libpod-conmon-\(host.container.rawValue).scope"
    try host.write("usage_usec 1\n", to: "\(monitor)/cpu.stat")
    #expect(try sample(of: host, by: host.counters).cpuTotal == 459_480_000)
  }

  @Test func aContainerOfAnotherHostIsMissing() throws {
    let host = try RecordedHost("podman")
    var plan = StatsPlan()
    plan.watched = ["fedcba9876543210"]
    let (samples, missing) = try #require(host.counters?.samples(plan))
    #expect(samples.isEmpty && missing == plan)
  }
}
