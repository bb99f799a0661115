import Glibc
import TerminalHarness
import TestSupport
import Testing

/// An engine that goes away and comes back: one of its own, so that the other tests keep theirs.
@Suite(.onRealEngine, .serialized) struct ReconnectTests {
  private static let script = Checkout.path("scripts/private-engine")

  private func privateEngine(_ action: String, _ folder: String) throws {
    let result = try CapturedProgram.run(Self.script, [action, folder], within: .seconds(60))
    try #require(result.end == .exit(0), "private-engine \(action): \(result.errors)")
  }

  @Test func theDashboardSaysThatTheEngineIsGoneAndFindsItAgain() throws {
    let folder = "/tmp/davit-reconnect-\(getpid())"
    defer { _ = try? CapturedProgram.run(Self.script, ["stop", folder], within: .seconds(60)) }
    try privateEngine("start", folder)
    let engine = TestEngine(address: "unix://\(folder)/docker.sock")
    _ = try engine.run("survivor", ["--restart", "always"], ["sh", "-c", "while :; do date; sleep 1; done"])
    let program = try TerminalProgram(BuiltPrograms.davit, ["-H", engine.address], columns: 130, rows: 40)
    try #require(program.waitFor("survivor") && program.waitFor("live"), "\(program.screen.text)")
    try privateEngine("kill", folder)
    #expect(program.wait { !$0.screen.line(0).contains("live") }, "\(program.screen.text)")
    #expect(program.screen.shows("survivor"), "what was known stays: \(program.screen.text)")
    try privateEngine("start", folder)
    #expect(
      program.wait(within: .seconds(5)) { $0.screen.line(0).contains("live") }, "\(program.screen.text)")
    _ = try engine.run("newcomer")
    #expect(program.waitFor("newcomer"), "\(program.screen.text)")
    program.press("q")
    #expect(program.waitForEnd() == .exit(0))
  }
}
