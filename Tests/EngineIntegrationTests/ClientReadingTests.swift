import EngineClient
import EngineModel
import EngineTransport
import FoundationEssentials
import Testing

@Suite(.onRealEngine, .serialized) struct ClientReadingTests {
  private let engine: TestEngine
  private let client: EngineClient

  init() throws {
    engine = try TestEngine()
    client = try engine.client
  }

  @Test func theVersionIsNegotiated() async throws {
    let answer = try await client.negotiate()
    #expect(
      answer.apiVersion.map { "\($0)" }
        == (try engine.docker("version", "--format", "{{.Server.APIVersion}}")))
  }

  @Test func theEngineDescribesItself() async throws {
    #expect(try await client.info().ncpu > 0)
    #expect(try await client.version().version == engine.docker("version", "--format", "{{.Server.Version}}"))
  }

  @Test func containersAreListedInEveryState() async throws {
    _ = try engine.run("state-running")
    _ = try engine.run("state-paused")
    try engine.docker("pause", "state-paused")
    _ = try engine.run("state-exited", [], ["sh", "-c", "exit 3"])
    #expect(try engine.wait("state-exited", ".State.Status", is: "exited"))
    _ = try? engine.docker("rm", "-f", "state-created")
    try engine.docker("create", "--name", "state-created", "--network", "none", "busybox:test")
    let containers = try await client.containers()
    func state(_ name: String) -> ContainerState? { containers.first { $0.name == name }?.state }
    #expect(state("state-running") == .running)
    #expect(state("state-paused") == .paused)
    #expect(state("state-exited") == .exited)
    #expect(state("state-created") == .created)
    #expect(containers.first { $0.name == "state-exited" }?.exitCode == 3)
    try engine.docker("rm", "-f", "state-running", "state-paused", "state-exited", "state-created")
  }

  @Test func aContainerIsDescribed() async throws {
    let id = try engine.run("described", ["-e", "COLOUR=green", "--label", "a=b", "--memory", "64m"])
    let details = try await client.container(id)
    #expect(details.process.env.contains("COLOUR=green"))
    #expect(details.labels["a"] == "b")
    #expect(details.host.memoryLimit == 64 << 20)
    #expect(details.run.state == .running)
    try engine.docker("rm", "-f", "described")
  }

  @Test func processesAreListed() async throws {
    let id = try engine.run("processes", [], ["sleep", "4321"])
    #expect(try await client.processes(of: id).rows.contains { $0.contains { $0.contains("sleep 4321") } })
    try engine.docker("rm", "-f", "processes")
  }

  @Test func healthComesWithTheList() async throws {
    let id = try engine.run("healthy", ["--health-cmd", "true", "--health-interval", "1s"])
    #expect(try engine.wait("healthy", ".State.Health.Status", is: "healthy"))
    #expect(try await client.containers(ids: [id]).first?.health == .healthy)
    try engine.docker("rm", "-f", "healthy")
  }

  @Test func imagesVolumesAndNetworksAreListed() async throws {
    try engine.docker("volume", "create", "reading-volume")
    #expect(try await client.images().contains { $0.repoTags.contains("busybox:test") })
    #expect(try await client.volumes().contains { $0.name == "reading-volume" })
    #expect(try await client.networks().contains { $0.name == "none" })
    try engine.docker("volume", "rm", "reading-volume")
  }

  @Test func memoryAgreesWithDockerStats() async throws {
    let fill = "dd if=/dev/zero of=/dev/shm/x bs=1M count=20; touch /done; sleep 100000"
    let id = try engine.run("memory", [], ["sh", "-c", fill])
    try engine.docker("exec", "memory", "sh", "-c", "until [ -e /done ]; do sleep 0.05; done; sleep 0.2")
    let sample = try await client.statsOnce(id)
    let limit = try engine.inspect("memory", ".HostConfig.Memory")
    #expect(limit == "0" && sample.memoryLimit > 0)
    let shown = try engine.docker("stats", "--no-stream", "--format", "{{.MemUsage}}", "memory")
    let number = try #require(Double(shown.prefix { $0.isNumber || $0 == "." }))
    #expect(shown.contains("MiB"))
    #expect((Double(sample.memoryUsed ?? 0) / 1_048_576 - number).magnitude < 2)
    try engine.docker("rm", "-f", "memory")
  }

  @Test func aBusyContainerUsesItsProcessor() async throws {
    let id = try engine.run("busy", [], ["sh", "-c", "while :; do :; done"])
    let process = try engine.inspect("busy", ".State.Pid")
    var iterator = try await client.stats(id).makeAsyncIterator()
    let first = try #require(await iterator.next())
    let start = try (time: ContinuousClock.now, used: secondsUsed(by: process))
    _ = try await iterator.next()
    _ = try await iterator.next()
    let last = try #require(await iterator.next())
    let end = try (time: ContinuousClock.now, used: secondsUsed(by: process))
    let percent = try #require(last.cpuPercent(since: first))
    // However much of a processor the machine has left for it: what the kernel counts in that time.
    let expected = 100 * (end.used - start.used) / ((end.time - start.time) / .seconds(1))
    #expect(abs(percent - expected) < max(5, expected * 0.3), "\(percent), and \(expected) by the kernel")
    try engine.docker("rm", "-f", "busy")
  }

  /// The processor time of a process (proc(5), `/proc/PID/stat`, fields 14 and 15, in ticks of 10 ms).
  private func secondsUsed(by process: String) throws -> Double {
    let line = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    let fields = line.split(separator: ")").last?.split(separator: " ") ?? []
    return try (#require(Double(fields[11])) + #require(Double(fields[12]))) / 100
  }
}
