import TerminalHarness
import TestSupport
import Testing

/// The commands that print and search logs at the shell.
@Suite(.serialized) struct LogCommandTests {
  private func grep(_ words: String...) throws -> CapturedProgram {
    try Davit.captured(["grep", "--demo"] + words)
  }

  @Test func aMatchStandsBehindItsContainersName() throws {
    let result = try grep("GET /", "name:web")
    #expect(result.end == .exit(0), "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(
      !lines.isEmpty && lines.allSatisfy { $0.contains("web") && $0.contains(": ") && $0.contains("GET /") })
  }

  @Test func nothingFoundEndsWithOne() throws {
    let result = try grep("no-such-thing-anywhere")
    #expect(result.end == .exit(1) && result.output.isEmpty && result.errors.isEmpty)
  }

  @Test func eachContainerIsCounted() throws {
    let all = try grep("--count", ".")
    let names = all.output.split(separator: "\n").map { $0.prefix { $0 != ":" } }
    #expect(names.count == 24 && names == names.sorted())
  }

  @Test(arguments: [
    ["("], ["x", "("], ["x", "--since", "noon"], ["x", "-C", "-1"], ["x", "nobody-is-called-so"],
  ])
  func whatCannotBeSearchedEndsWithTwo(words: [String]) throws {
    let result = try Davit.captured(["grep", "--demo"] + words)
    #expect(result.end == .exit(2) && result.output.isEmpty && !result.errors.isEmpty)
  }

  @Test func withoutAnEngineItEndsWithThree() throws {
    let result = try Davit.captured(["grep", "x", "-H", "unix:///nonexistent/docker.sock"])
    #expect(result.end == .exit(3) && result.errors.contains("/nonexistent/docker.sock"))
  }

  @Test func theLastLinesArePrinted() throws {
    let result = try Davit.captured(["logs", "--demo", "--tail", "2", "name:web"])
    #expect(result.end == .exit(0), "\(result.errors)")
    #expect(!result.output.isEmpty && result.output.split(separator: "\n").count.isMultiple(of: 2))
  }

  @Test func aFollowedLogGoesOn() throws {
    let program = try Davit.start(["logs", "--demo", "-f", "--tail", "0", "state:running"])
    #expect(program.wait(within: .seconds(30)) { $0.output.count { $0 == UInt8(ascii: "\n") } > 2 })
    program.send(signal: 2)
    #expect(program.waitForEnd() != nil)
  }
}
