import Glibc
import TerminalHarness
import Testing

/// Where it cannot run, one clear line says so.
@Suite(.serialized) struct RefusalTests {
  @Test(arguments: ["dumb", ""])
  func aTerminalThatCannotBeDrawnOnIsRefused(term: String) throws {
    let program = try Davit.start(["--demo"], environment: ["TERM": term])
    #expect(program.waitForEnd(within: .seconds(5)) == .exit(1))
    #expect(program.screen.lines.filter { !$0.isEmpty }.count <= 2)
    #expect(program.screen.text.contains("cannot"), "\(program.screen.text)")
    #expect(program.isTerminalRestored)
  }

  @Test func aTerminalThatNobodyKnowsIsTakenForAnXterm() throws {
    let program = try Davit.start(["--demo"], environment: ["TERM": "no-such-terminal"])
    #expect(program.waitFor("Containers"), "\(program.screen.text)")
    program.press("q")
    #expect(program.waitForEnd() == .exit(0))
    #expect(program.isTerminalRestored)
  }

  @Test func outputThatIsNoTerminalIsRefused() throws {
    let result = try Davit.captured(["--demo"])
    #expect(result.end == .exit(1))
    #expect(result.output == "")
    #expect(result.errors.contains("cannot") && result.errors.contains("terminal"))
  }

  @Test func wrongUsageIsExplained() throws {
    let result = try Davit.captured(["--no-such-flag"])
    #expect(result.end == .exit(2))
    #expect(result.errors.contains("--no-such-flag"))
  }

  @Test(arguments: [
    (["--host", "tcp://a:1", "--context", "b", "status"], "--host and --context each name an engine"),
    (["--demo", "-H", "tcp://a:1", "status"], "--demo brings its own engine"),
    (["--theme", "x", "status"], "--theme"),
  ])
  func `options that cannot be together are wrong usage, wherever they stand`(words: [String], said: String)
    throws
  {
    let result = try Davit.captured(words)
    #expect(result.end == .exit(2) && result.errors.contains(said), "\(result.errors)")
  }

  @Test func anAddressThatIsNoneIsExplained() throws {
    let result = try Davit.captured(["status", "-H", "gopher://example"])
    #expect(result.end == .exit(2))
    #expect(result.errors.contains("gopher"))
  }

  @Test func nothingIsSentInTheClearWhereTLSIsAskedFor() throws {
    let result = try Davit.captured(
      ["status", "-H", "tcp://127.0.0.1:1"], environment: ["DOCKER_TLS_VERIFY": "1"])
    #expect(result.end == .exit(2))
    #expect(result.errors.contains("cannot use tcp://127.0.0.1:1: DOCKER_TLS_VERIFY asks for TLS"))
  }

  @Test func aContextThatCannotBeUsedOpensTheDashboardAndSaysWhy() throws {
    let program = try Davit.start([], environment: ["DOCKER_CONTEXT": "nowhere"])
    #expect(program.waitFor("no such context"), "\(program.screen.text)")
    #expect(program.screen.text.contains("no engine"))
    program.press("q")
    #expect(program.waitForEnd() == .exit(0))
  }

  @Test func aMissingEngineLeavesTheDashboardUp() throws {
    let program = try Davit.start(["-H", "unix:///nonexistent/docker.sock"])
    #expect(program.waitFor("/nonexistent/docker.sock"), "\(program.screen.text)")
    program.press("q")
    #expect(program.waitForEnd() == .exit(0))
  }
}
