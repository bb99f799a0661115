import TerminalHarness
import TestSupport
import Testing

/// Logs written to files and handed to a pager, on a real engine.
@Suite(.onRealEngine, .serialized, .timeLimit(.minutes(3))) struct LogSavingTests {
  private let engine: TestEngine

  init() throws { engine = try TestEngine() }

  /// davit with the log of a container, which has the keys.
  private func dashboard(_ name: String, _ variables: [String: String] = [:]) throws -> TerminalProgram {
    let program = try TerminalProgram(
      BuiltPrograms.davit, ["-H", engine.address], columns: 130, rows: 34,
      environment: TerminalProgram.standardEnvironment.merging(variables) { $1 })
    try #require(program.waitFor(name), "\(program.screen.text)")
    program.press("2", "/")
    program.type("name:\(name)")
    program.press("<enter>")
    try #require(program.waitFor("/name:\(name)"), "\(program.screen.text)")
    program.press("<enter>", program.screen.shows("Why  Logs") ? "]" : "")
    try #require(program.waitFor("the end"), "\(program.screen.text)")
    return program
  }

  @Test func theWholeLogIsWrittenByteForByte() throws {
    defer { _ = try? engine.docker("rm", "-f", "kept-log") }
    let command =
      "seq 1 5000; head -c 40000 /dev/zero | tr '\\0' x; printf '\\033[31mred\\033[0m\\t\\377\\r\\nthe end\\n'; sleep 300"
    _ = try engine.run("kept-log", [], ["sh", "-c", command])
    let folder = try TestFolder()
    let program = try dashboard("kept-log")
    program.press("S")
    #expect(program.waitFor("Save the log of kept-log"), "\(program.screen.text)")
    program.press("<ctrl-u>")
    program.type(folder.file("out.log"))
    program.press("<enter>", "<space>", "<ctrl-s>")
    #expect(program.wait(within: .seconds(30)) { _ in folder.names == ["out.log"] }, "\(program.screen.text)")
    try engine.shell("docker logs kept-log > \(folder.path)/expected")
    try engine.shell("cmp \(folder.path)/expected \(folder.path)/out.log")
  }

  @Test func thePagerHasTheTerminalUntilItEnds() throws {
    defer { _ = try? engine.docker("rm", "-f", "paged-log") }
    _ = try engine.run("paged-log", [], ["sh", "-c", "seq 1 500; printf '\\033[2Jthe end\\n'; sleep 300"])
    let program = try dashboard("paged-log", ["PAGER": "less"])
    program.press("o")
    #expect(program.waitFor("(END)"), "\(program.screen.text)")
    #expect(program.screen.shows("the end") && !program.screen.shows("Containers"))
    program.press("g")
    #expect(program.wait { !$0.screen.shows("the end") }, "\(program.screen.text)")
    program.press("q")
    #expect(program.waitFor("Containers") && program.waitFor("the end"), "\(program.screen.text)")
  }
}
