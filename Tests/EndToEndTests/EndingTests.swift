import Glibc
import TerminalHarness
import TestSupport
import Testing

/// However it ends, the terminal is as it was.
@Suite(.serialized) struct EndingTests {
  @Test(arguments: ["q", "<ctrl-c>"])
  func aKeyQuits(key: String) throws {
    let program = try Davit.demo()
    program.press(key)
    #expect(program.waitForEnd(within: .seconds(3)) == .exit(0))
    #expect(program.isTerminalRestored)
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
  func aSignalEndsItWithinASecond(signal: Int32) throws {
    let program = try Davit.demo()
    program.send(signal: signal)
    #expect(program.waitForEnd(within: .seconds(1)) != nil)
    #expect(program.isTerminalRestored)
  }

  @Test(arguments: [
    SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU, SIGVTALRM, SIGPWR, 40,
  ])
  func aSignalThatCannotBeSurvivedLeavesTheTerminalAsItWas(signal: Int32) throws {
    let program = try Davit.demo(environment: ["SWIFT_BACKTRACE": "enable=no"])
    program.send(signal: signal)
    #expect(program.waitForEnd(within: .seconds(5)) == .signal(Int(signal)))
    #expect(program.isTerminalRestored)
  }

  @Test func `a demo that was killed leaves nothing behind once another one starts`() throws {
    let temporary = try TestFolder()
    defer { temporary.remove() }
    let killed = try Davit.demo(environment: ["TMPDIR": temporary.path])
    killed.send(signal: SIGKILL)
    #expect(killed.waitForEnd() == .signal(Int(SIGKILL)))
    #expect(temporary.names.count == 1)
    let living = try Davit.demo(environment: ["TMPDIR": temporary.path])
    #expect(temporary.names.count == 1)
    _ = try Davit.captured(["status", "--demo"], environment: ["TMPDIR": temporary.path])
    #expect(temporary.names.count == 1, "the folder of a demo that runs stays")
    living.press("q")
    #expect(living.waitForEnd() == .exit(0))
    #expect(temporary.names.isEmpty)
  }

  @Test func aHangUpThatItsStarterIgnoresIsIgnored() throws {
    let program = try TerminalProgram(
      "/bin/bash", ["-c", "trap '' HUP; exec \(BuiltPrograms.davit) --demo"], columns: 120, rows: 40)
    try #require(program.waitFor("Containers", within: .seconds(20)), "\(program.screen.text)")
    program.send(signal: SIGHUP)
    #expect(program.waitForEnd(within: .milliseconds(500)) == nil)
    program.press("q")
    #expect(program.waitForEnd(within: .seconds(3)) == .exit(0))
  }

  @Test func aLostConnectionEndsItWithinASecond() throws {
    let program = try Davit.demo()
    program.hangUp()
    #expect(program.waitForEnd(within: .seconds(1)) != nil)
  }

  @Test func ctrlZGivesTheTerminalBackAndForegroundTakesItAgain() throws {
    let shell = try TerminalProgram("/bin/bash", ["--norc", "--noprofile", "-i"], columns: 120, rows: 40)
    shell.type("PS1='ready> '\r")
    #expect(shell.waitFor("ready>"))
    shell.type("\(BuiltPrograms.davit) --demo\r")
    #expect(shell.waitFor("Containers", within: .seconds(20)))
    shell.press("<ctrl-z>")
    try #require(shell.waitFor("Stopped"), "\(shell.screen.text)")
    #expect(!shell.screen.isAlternate && shell.screen.modes.contains(25))
    #expect(shell.screen.modes.intersection([1000, 1002, 1003, 1006, 2004]).isSubset(of: [2004]))
    shell.type("fg\r")
    #expect(shell.wait { $0.screen.isAlternate && $0.screen.shows("Containers") })
    shell.press("q")
    #expect(shell.wait { !$0.screen.isAlternate })
  }
}
