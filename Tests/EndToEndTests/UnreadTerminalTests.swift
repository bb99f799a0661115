import FoundationEssentials
import Glibc
import TerminalHarness
import Testing

/// A terminal that does not read, as a stopped screen or a dead line, holds nothing up.
@Suite(.serialized) struct UnreadTerminalTests {
  /// The dashboard, after it has drawn much more than a terminal takes that nobody reads.
  private static func unread() throws -> TerminalProgram {
    let program = try Davit.demo()
    for _ in 0..<40 {
      program.press("<ctrl-l>")
      usleep(10_000)
    }
    return program
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
  func aSignalStillEndsItWithinASecond(signal: Int32) throws {
    let program = try Self.unread()
    program.send(signal: signal)
    #expect(program.waitForEnd(within: .seconds(1), reading: false) != nil)
    program.read(for: .milliseconds(100))
    #expect(program.isTerminalRestored)
  }

  @Test func theKeyThatQuitsStillQuits() throws {
    let program = try Self.unread()
    program.press("q")
    #expect(program.waitForEnd(within: .seconds(2), reading: false) == .exit(0))
  }

  @Test func theScreenIsRightWhenItIsReadAgain() throws {
    let program = try Self.unread()
    program.press("4")
    usleep(200_000)
    program.press("?")
    #expect(program.waitFor("Help"), "\(program.screen.text)")
    program.press("<esc>")
    #expect(program.wait { !$0.screen.shows("Help") }, "\(program.screen.text)")
    program.settle()
    let shown = program.screen.lines.dropFirst()
    program.press("<ctrl-l>")
    #expect(program.wait { $0.screen.lines.dropFirst() == shown }, "\(program.screen.text)")
  }

  @Test func nothingPilesUpMeanwhile() throws {
    let program = try Self.unread()
    let before = try Self.memory(of: program)
    for _ in 0..<2_000 { program.press("<ctrl-l>") }
    usleep(500_000)
    // A screen is about 10 kB: 2,000 of them would be 20 MB.
    #expect(try Self.memory(of: program) - before < 4_000)
  }

  /// The memory that is a process's own, in kB.
  private static func memory(of program: TerminalProgram) throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(program.pid)/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") })
    return try #require(line.split(separator: " ").dropFirst().first.flatMap { Int($0) })
  }
}
