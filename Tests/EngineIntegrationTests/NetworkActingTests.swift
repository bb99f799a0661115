import EngineClient
import EngineModel
import EngineTransport
import TerminalHarness
import Testing

/// Networks, volumes, the disk and events on a real engine: what keys do, and what is read.
@Suite(.onRealEngine, .serialized) struct NetworkActingTests {
  private let engine: TestEngine

  init() throws { engine = try TestEngine() }

  private func dashboard() throws -> TerminalProgram {
    try TerminalProgram(BuiltPrograms.davit, ["-H", engine.address], columns: 150, rows: 44)
  }

  @Test func aNetworkIsMadeByKeys() throws {
    let program = try dashboard()
    #expect(program.waitFor("live"))
    program.press("5", "n")
    #expect(program.waitFor("New network"), "\(program.screen.text)")
    program.type("keyed-net")
    program.press("<down>", "<down>")
    program.type("10.77.0.0/24")
    program.press("<enter>", "<down>", "<down>", "<down>", "<down>", "<down>", "<down>", "<enter>")
    #expect(
      program.wait { !$0.screen.shows("New network") && $0.screen.shows("keyed-net") },
      "\(program.screen.text)")
    let subnet = try engine.docker(
      "network", "inspect", "-f", "{{(index .IPAM.Config 0).Subnet}}", "keyed-net")
    #expect(subnet == "10.77.0.0/24")
    try engine.docker("network", "rm", "keyed-net")
  }

  @Test func whoIsOnANetworkIsToldAndTakenOut() throws {
    try engine.docker("network", "create", "--subnet", "10.78.0.0/24", "joined-net")
    try engine.docker("run", "-d", "--name", "joiner", "busybox:test", "sleep", "100000")
    try engine.docker("network", "connect", "--alias", "store", "--ip", "10.78.0.9", "joined-net", "joiner")
    let program = try dashboard()
    #expect(program.waitFor("joiner"), "\(program.screen.text)")
    program.press("5", "/")
    program.type("joined-net")
    program.press("<enter>")
    #expect(
      program.wait { $0.screen.shows("10.78.0.9") && $0.screen.shows("store") }, "\(program.screen.text)")
    // The gateway and the container are taken: the next is the second address.
    #expect(program.screen.shows("10.78.0.2"), "\(program.screen.text)")
    program.press("D")
    #expect(program.waitFor("Disconnect from joined-net"), "\(program.screen.text)")
    program.press("<enter>")
    #expect(program.waitFor("Disconnect from joined-net?"), "\(program.screen.text)")
    program.press("y")
    #expect(program.waitFor("no container is on it"), "\(program.screen.text)")
    try engine.docker("rm", "-f", "joiner")
    try engine.docker("network", "rm", "joined-net")
  }

  @Test func whatTheEngineRefusesStaysInTheForm() throws {
    let program = try dashboard()
    #expect(program.waitFor("live"))
    program.press("5", "n")
    program.type("refused-net")
    program.press("<down>", "<ctrl-u>")
    program.type("host")
    program.press("<down>", "<down>", "<down>", "<down>", "<down>", "<down>", "<down>", "<enter>")
    #expect(
      program.wait { $0.screen.shows("only one instance") }, "\(program.screen.text)")
    #expect(program.screen.shows("refused-net"), "\(program.screen.text)")
  }

  @Test func aVolumeIsMadeByKeys() throws {
    let program = try dashboard()
    #expect(program.waitFor("live"))
    program.press("4", "n")
    program.type("keyed-volume")
    program.press("<down>", "<down>", "<down>")
    program.type("team=shop")
    program.press("<enter>", "<enter>")
    #expect(
      program.wait { !$0.screen.shows("New volume") && $0.screen.shows("keyed-volume") },
      "\(program.screen.text)")
    let label = try engine.docker("volume", "inspect", "-f", "{{.Labels.team}}", "keyed-volume")
    #expect(label == "shop")
    try engine.docker("volume", "rm", "keyed-volume")
  }

  @Test func theDiskIsMeasuredThingByThing() async throws {
    try engine.docker(
      "run", "--name", "writer", "--network", "none", "busybox:test", "dd", "if=/dev/zero", "of=/big",
      "bs=1M",
      "count=3")
    let usage = try await engine.client.diskUsage()
    let id = ContainerID(try engine.inspect("writer", ".Id"))
    #expect((usage.containerSizes[id] ?? 0) >= 3 << 20)
    #expect(usage.imageItems.contains { $0.repoTags.contains("busybox:test") })
    #expect(usage.containers.reclaimable >= 3 << 20)
    let program = try dashboard()
    #expect(program.waitFor("writer"))
    program.press("7")
    #expect(
      program.wait { $0.screen.shows("measured") && $0.screen.shows("busybox:test") },
      "\(program.screen.text)")
    try engine.docker("rm", "writer")
  }

  @Test func whatHappensIsListedWithItsEnd() throws {
    let program = try dashboard()
    #expect(program.waitFor("live"))
    program.press("8")
    try engine.docker(
      "run", "-d", "--name", "ender", "--network", "none", "busybox:test", "sh", "-c", "exit 127")
    #expect(program.waitFor("exit 127"), "\(program.screen.text)")
    try engine.docker("rm", "-f", "ender")
  }

  @Test func theBuildersCacheCanBePruned() async throws {
    let report = try await engine.client.pruneBuildCache(all: true, unusedFor: "24h")
    #expect(report.deleted.isEmpty)
  }
}
