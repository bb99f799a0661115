import TerminalHarness
import Testing

/// A search through the logs of many containers, on a real engine.
@Suite(.onRealEngine, .serialized, .timeLimit(.minutes(3))) struct LogSearchTests {
  private let engine: TestEngine

  init() throws { engine = try TestEngine() }

  @Test func runningAndStoppedContainersAreSearchedAndALineIsGoneTo() throws {
    let names = ["sought-runs", "sought-ended", "sought-mute"]
    defer { for name in names { _ = try? engine.docker("rm", "-f", name) } }
    let talk = "seq 1 3000; echo a needle >&2; seq 1 3000"
    _ = try engine.run("sought-runs", [], ["sh", "-c", "\(talk); sleep 300"])
    _ = try engine.run("sought-ended", [], ["sh", "-c", talk])
    _ = try engine.run("sought-mute", ["--log-driver", "none"], ["sh", "-c", "echo a needle"])
    #expect(try engine.wait("sought-ended", ".State.Status", is: "exited"))
    let program = try TerminalProgram(
      BuiltPrograms.davit, ["-H", engine.address], columns: 150, rows: 40,
      environment: TerminalProgram.standardEnvironment)
    #expect(program.waitFor("sought-mute"), "\(program.screen.text)")
    program.press("2", "/")
    program.type("name:sought-")
    program.press("<enter>", "\\")
    #expect(program.waitFor("Search the logs of 3 containers (name:sought-)"), "\(program.screen.text)")
    program.type("a n[e]+dle")
    program.press("<ctrl-s>")
    #expect(program.waitFor("2 found · 3 logs"), "\(program.screen.text)")
    #expect(program.screen.shows("cannot sought-mute") && program.screen.shows("6,001"))
    program.press("<enter>", "<enter>")
    #expect(program.waitFor("search /a n[e]+dle/ 1 found"), "\(program.screen.text)")
    #expect(program.waitFor("▌a needle") && program.screen.shows("paused"), "\(program.screen.text)")
  }
}
