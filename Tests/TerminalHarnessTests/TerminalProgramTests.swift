import Glibc
import TerminalHarness
import Testing

@Suite struct TerminalProgramTests {
  private func shell(_ script: String, columns: Int = 80, rows: Int = 24) throws -> TerminalProgram {
    try TerminalProgram("/bin/sh", ["-c", script], columns: columns, rows: rows)
  }

  @Test func aProgramSeesATerminalOfTheGivenSize() throws {
    let program = try shell(
      "stty size; test -t 0 && test -t 1 && test -t 2 && echo terminal", columns: 100, rows: 30)
    #expect(program.waitFor("terminal"))
    #expect(program.screen.shows("30 100"))
  }

  @Test func keysArrive() throws {
    let program = try shell("read line; echo got $line")
    program.press("h", "i", "<enter>")
    #expect(program.waitFor("got hi"))
  }

  @Test func theExitCodeIsKnown() throws {
    #expect(try shell("exit 7").waitForEnd() == .exit(7))
  }

  @Test func theSignalThatEndedItIsKnown() throws {
    let program = try shell("sleep 100")
    program.send(signal: SIGTERM)
    #expect(program.waitForEnd() == .signal(Int(SIGTERM)))
  }

  @Test func aClosedTerminalIsAHangUp() throws {
    let program = try shell("echo ready; sleep 100")
    #expect(program.waitFor("ready"))
    program.hangUp()
    #expect(program.waitForEnd() == .signal(Int(SIGHUP)))
  }

  @Test func aResizeIsToldToTheProgram() throws {
    let program = try shell("trap 'stty size' WINCH; echo ready; while :; do sleep 0.05; done")
    #expect(program.waitFor("ready"))
    program.resize(columns: 50, rows: 20)
    #expect(program.waitFor("20 50"))
  }

  @Test func rawModeIsNoticed() throws {
    let program = try shell("stty raw -echo; echo raw; read x; stty sane; echo sane; sleep 100")
    #expect(program.waitFor("raw"))
    #expect(!program.isCooked)
    program.type("\n")
    #expect(program.waitFor("sane"))
    #expect(program.isCooked)
  }

  @Test func aMissingProgramIsAnError() {
    #expect(throws: TerminalProgram.SpawnError.self) { try TerminalProgram("/nonexistent/program") }
  }

  @Test func outputAndErrorsOfAProgramWithoutTerminalAreKeptApart() throws {
    let captured = try CapturedProgram.run("/bin/sh", ["-c", "echo out; echo err >&2; exit 3"])
    #expect(captured.output == "out\n" && captured.errors == "err\n" && captured.end == .exit(3))
  }
}
