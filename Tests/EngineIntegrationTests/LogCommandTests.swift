import EngineModel
import TerminalHarness
import Testing

/// Logs printed and searched at the shell, on a real engine.
@Suite(.onRealEngine, .serialized, .timeLimit(.minutes(3))) struct LogCommandTests {
  private let engine: TestEngine

  init() throws { engine = try TestEngine() }

  private func davit(_ words: String...) throws -> CapturedProgram {
    try CapturedProgram.run(
      BuiltPrograms.davit, words + ["-H", engine.address], environment: TerminalProgram.standardEnvironment,
      within: .seconds(60))
  }

  /// Runs containers whose names begin with `grepped-`, and removes them afterwards.
  private func with(_ commands: [String: String], _ body: () throws -> Void) throws {
    defer { for name in commands.keys { _ = try? engine.docker("rm", "-f", "grepped-\(name)") } }
    for (name, command) in commands {
      _ = try engine.run("grepped-\(name)", [], ["sh", "-c", command])
      #expect(try engine.wait("grepped-\(name)", ".State.Status", is: "exited"))
    }
    try body()
  }

  @Test func bothOutputsOfAllContainersAreSearched() throws {
    try with(["a": "seq 1 20; echo the end", "b": "seq 1 20; echo the end >&2", "c": "seq 1 20"]) {
      let result = try davit("grep", "THE end", "-i", "name:grepped-")
      #expect(result.output == "grepped-a: the end\ngrepped-b: the end\n" && result.end == .exit(0))
      let counts = try davit("grep", "--count", "^1", "name:grepped-")
      #expect(counts.output == "grepped-a: 11\ngrepped-b: 11\ngrepped-c: 11\n")
      let around = try davit("grep", "-C", "1", "^20$", "name:grepped-a")
      #expect(around.output == "grepped-a- 19\ngrepped-a: 20\ngrepped-a- the end\n")
    }
  }

  @Test func onlyWhatIsNewIsSearched() throws {
    try with(["new": "echo here"]) {
      let lately = try davit("grep", "here", "--since", "10m", "name:grepped-new")
      let later = try davit("grep", "here", "--since", "0s", "name:grepped-new")
      #expect(lately.end == .exit(0) && later.end == .exit(1))
    }
  }

  @Test func aLineOfAMegabyteIsOneLine() throws {
    try with(["long": "head -c 1000000 /dev/zero | tr '\\0' a; echo needle; echo next"]) {
      let result = try davit("grep", "--count", "a+needle|next", "name:grepped-long")
      #expect(result.output == "grepped-long: 2\n")
    }
  }

  @Test func hostileTextIsShownAsText() throws {
    try with(["evil": "printf '\\033]0;owned\\007evil \\033[2Jend\\n'"]) {
      let result = try davit("logs", "name:grepped-evil")
      #expect(result.output.contains("evil") && !result.output.contains("\u{1B}"))
    }
  }

  @Test func aLogThatCannotBeReadHoldsUpNoOther() throws {
    defer { _ = try? engine.docker("rm", "-f", "grepped-none") }
    _ = try engine.run("grepped-none", ["--log-driver", "none"], ["sh", "-c", "echo here"])
    try with(["some": "echo here"]) {
      let result = try davit("grep", "here", "name:grepped-")
      #expect(result.output == "grepped-some: here\n" && result.end == .exit(2))
      #expect(result.errors.contains("cannot read the log of grepped-none"))
    }
  }

  @Test func containersThatAreRemovedMeanwhileEndTheirLogs() throws {
    _ = try engine.run("grepped-gone", [], ["sh", "-c", "while :; do echo here; sleep 0.1; done"])
    let program = try TerminalProgram(
      BuiltPrograms.davit, ["logs", "-f", "name:grepped-gone", "-H", engine.address], columns: 80, rows: 24,
      environment: TerminalProgram.standardEnvironment)
    #expect(program.waitFor("here", within: .seconds(20)))
    try engine.docker("rm", "-f", "grepped-gone")
    #expect(program.waitForEnd(within: .seconds(20)) != nil)
  }
}
