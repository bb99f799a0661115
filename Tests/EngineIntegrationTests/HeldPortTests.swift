import TerminalHarness
import TestSupport
import Testing

/// The check of a Compose file against the ports that the engine's containers hold.
@Suite(.serialized, .onRealEngine) struct HeldPortTests {
  @Test func aPortThatAnotherContainerHoldsIsAnError() throws {
    let engine = try TestEngine()
    let folder = try TestFolder(["compose.yaml": "services: {web: {image: 'a:1', ports: ['18099:80']}}\n"])
    defer { folder.remove() }
    let file = folder.file("compose.yaml")
    _ = try? engine.docker("network", "create", "held-ports")
    try engine.docker(
      "run", "-d", "--name", "holds-port", "--network", "held-ports", "-p", "18099:80", "busybox:test",
      "sleep",
      "1000")
    defer {
      _ = try? engine.docker("rm", "-f", "holds-port")
      _ = try? engine.docker("network", "rm", "held-ports")
    }
    let check = ["compose", "check", "-f", file, "--no-advice", "-H", engine.address]
    let asked = try CapturedProgram.run(BuiltPrograms.davit, check)
    #expect(
      asked.end == .exit(1)
        && asked.output.contains("the host port 18099 is used by the container holds-port")
    )
    #expect(try CapturedProgram.run(BuiltPrograms.davit, check + ["--offline"]).end == .exit(0))
  }
}
