import FoundationEssentials
import Glibc
import TerminalHarness
import Testing

/// The program on a real engine, as a user has it.
@Suite(.onRealEngine, .serialized) struct DashboardTests {
  private let engine: TestEngine

  init() throws { engine = try TestEngine() }

  private func dashboard(_ arguments: [String] = []) throws -> TerminalProgram {
    try TerminalProgram(BuiltPrograms.davit, ["-H", engine.address] + arguments, columns: 130, rows: 40)
  }

  /// Filters the containers until one is left, which is selected then.
  private func select(_ name: String, on program: TerminalProgram) throws {
    // Commands are taken once the engine is.
    try #require(
      program.wait { $0.screen.shows(name) && $0.screen.shows("live") }, "\(program.screen.text)")
    program.press("2", "/")
    program.type(name)
    program.press("<enter>")
    try #require(program.waitFor("/\(name)"), "\(program.screen.text)")
  }

  @Test func aContainerIsStoppedAndStartedByKeys() throws {
    _ = try engine.run("key-stop", ["--stop-signal", "KILL"])
    let program = try dashboard()
    try select("key-stop", on: program)
    program.press("s", "<enter>")
    #expect(try engine.wait("key-stop", ".State.Status", is: "exited"), "\(activity(program))")
    #expect(program.waitFor("exit 137"), "\(program.screen.text)")
    program.press("S")
    #expect(try engine.wait("key-stop", ".State.Status", is: "running"), "\(activity(program))")
    try engine.docker("rm", "-f", "key-stop")
  }

  /// What davit says it did.
  private func activity(_ program: TerminalProgram) -> String {
    let before = program.screen.text
    program.press("@")
    program.settle()
    return before + "\n" + program.screen.text
  }

  @Test func whatHappensElsewhereIsSeen() throws {
    let program = try dashboard()
    #expect(program.waitFor("live"))
    _ = try engine.run("seen-later")
    #expect(program.waitFor("seen-later"), "\(program.screen.text)")
    try engine.docker("rm", "-f", "seen-later")
    #expect(program.wait { !$0.screen.shows("seen-later") }, "\(program.screen.text)")
  }

  @Test func removingAsksFirst() throws {
    _ = try engine.run("asked")
    let program = try dashboard()
    try select("asked", on: program)
    program.press("d")
    #expect(program.waitFor("Remove 1 container?"), "\(program.screen.text)")
    program.press("n")
    #expect(program.wait { !$0.screen.shows("Remove 1 container?") })
    #expect(try engine.inspect("asked", ".State.Status") == "running")
    program.press("d")
    #expect(program.waitFor("Remove 1 container?"))
    program.press("f", "y")
    #expect(program.wait { $0.screen.shows("no match") }, "\(program.screen.text)")
    #expect(try engine.docker("ps", "-aq", "--filter", "name=asked") == "")
  }

  @Test func allThatAreMarkedAreStopped() throws {
    for number in 1...3 { _ = try engine.run("marked-\(number)", ["--stop-signal", "KILL"]) }
    let program = try dashboard()
    try select("marked-", on: program)
    program.press("*", "s")
    #expect(program.waitFor("Stop 3 containers?"), "\(program.screen.text)")
    program.press("y")
    for number in 1...3 { #expect(try engine.wait("marked-\(number)", ".State.Status", is: "exited")) }
    try engine.docker("rm", "-f", "marked-1", "marked-2", "marked-3")
  }

  @Test func aLogIsShownAndGoesOn() throws {
    _ = try engine.run(
      "talking", [],
      ["sh", "-c", "echo first; until [ -e /go ]; do sleep 0.05; done; echo second; sleep 999"])
    let program = try dashboard()
    try select("talking", on: program)
    #expect(program.waitFor("first"), "\(program.screen.text)")
    try engine.docker("exec", "talking", "touch", "/go")
    #expect(program.waitFor("second"), "\(program.screen.text)")
    try engine.docker("rm", "-f", "talking")
  }

  @Test func aLogCannotCommandTheTerminal() throws {
    let evil =
      #"printf '\033]0;owned\007\033[2J\033]52;c;b3duZWQ=\007\033[?1049l\033[5;5Hmoved\n\033[31mred\033[0m\n'"#
    _ = try engine.run("evil", [], ["sh", "-c", "\(evil); sleep 100000"])
    let program = try dashboard()
    try select("evil", on: program)
    #expect(program.waitFor("red"), "\(program.screen.text)")
    #expect(program.screen.titles == [] && program.screen.clipboard == [])
    #expect(program.screen.isAlternate && program.screen.shows("Containers"))
    try engine.docker("rm", "-f", "evil")
  }

  @Test func readOnlyStopsNothing() throws {
    _ = try engine.run("kept", ["--stop-signal", "KILL"])
    let program = try dashboard(["--read-only"])
    try select("kept", on: program)
    program.press("s", "<enter>")
    program.read(for: .seconds(1))
    #expect(program.screen.shows("read-only"))
    #expect(try engine.inspect("kept", ".State.Status") == "running")
    try engine.docker("rm", "-f", "kept")
  }

  @Test func aContainerThatVanishesMeanwhileIsANotice() throws {
    _ = try engine.run("vanishing", [], ["sh", "-c", "sleep 0.1"])
    #expect(try engine.wait("vanishing", ".State.Status", is: "exited"))
    let program = try dashboard()
    try select("vanishing", on: program)
    program.press("d")
    #expect(program.waitFor("Remove 1 container?"))
    try engine.docker("rm", "-f", "vanishing")
    program.press("y")
    program.read(for: .seconds(1))
    program.press("<esc>")
    program.settle()
    program.press("q")
    #expect(program.waitForEnd() == .exit(0))
  }

  @Test func statusListsWhatDockerLists() throws {
    _ = try engine.run("listed")
    let plain = try CapturedProgram.run(BuiltPrograms.davit, ["status", "-H", engine.address])
    #expect(plain.end == .exit(0) && plain.output.contains("listed"), "\(plain.errors)")
    let json = try CapturedProgram.run(BuiltPrograms.davit, ["status", "--json", "-H", engine.address])
    #expect(json.output.contains("\"listed\""), "\(json.output)")
    try engine.docker("rm", "-f", "listed")
  }
}
