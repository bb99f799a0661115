import FoundationEssentials
import TerminalHarness
import Testing

/// What people change every day, on a real engine with a real Compose, at 80x24, with twelve keys at most; nothing is
/// lost by any of it.
@Suite(.serialized, .onRealEngine) struct ChangingTaskTests {
  private static let text = """
    # The comment stays.
    services:
      db:
        image: busybox:test
        command: sleep 100000
        stop_signal: SIGKILL
        volumes: [data:/data]
      web:
        image: busybox:test
        command: sleep 100000
        stop_signal: SIGKILL
    volumes:
      data:

    """

  /// davit on a stack, in the list of stacks.
  private func davit(_ stack: StackFolder, _ arguments: [String] = []) throws -> TerminalProgram {
    var environment = stack.compose.environment
    environment["XDG_STATE_HOME"] = stack.path + "/../state"
    let program = try TerminalProgram(
      BuiltPrograms.davit, ["-H", stack.engine.address] + arguments, columns: 80, rows: 24,
      environment: environment, directory: stack.path)
    try #require(program.waitFor("live"), "\(program.screen.text)")
    return program
  }

  /// The same once the stack is in sync, and a Compose command is found.
  private func inStacks(_ stack: StackFolder) throws -> TerminalProgram {
    let program = try davit(stack)
    program.press("1")
    try #require(program.waitFor("2/2 running ✓", within: .seconds(20)), "\(program.screen.text)")
    program.read(for: .seconds(1))
    return program
  }

  private func run(_ task: EverydayTask, on program: TerminalProgram) {
    task.run(on: program)
    #expect(task.keys <= EverydayTask.mostKeys, "\(task.name) takes \(task.keys) keys")
  }

  private func stack(_ name: String, isUp: Bool = true) throws -> StackFolder {
    let stack = try StackFolder(name, Self.text, InstalledCompose.found[0])
    if isUp { try stack.up() }
    return stack
  }

  @Test func restartOne() throws {
    let stack = try stack("restarting")
    let before = try stack.engine.inspect(stack.name("web"), ".State.StartedAt")
    let program = try davit(stack)
    run(
      EverydayTask(
        "restart one", .press("2", "/"), .type("restarting_web"), .press("<enter>", "r"),
        .see("Restart restarting_web_1?"),
        .press("<enter>")), on: program)
    let isNew = program.wait { _ in
      (try? stack.engine.inspect(stack.name("web"), ".State.StartedAt")) != before
    }
    #expect(isNew, "\(program.screen.text)")
  }

  @Test func stopThree() throws {
    let engine = try TestEngine()
    for number in 1...3 { _ = try engine.run("three-\(number)", ["--stop-signal", "KILL"]) }
    let stack = try stack("beside", isUp: false)
    let program = try davit(stack)
    run(
      EverydayTask(
        "stop three", .press("2", "/"), .type("three-"),
        .press("<enter>", "<space>", "<space>", "<space>", "s"),
        .see("Stop 3 containers?"), .press("<enter>")), on: program)
    for number in 1...3 { #expect(try engine.wait("three-\(number)", ".State.Status", is: "exited")) }
    try engine.docker("rm", "-f", "three-1", "three-2", "three-3")
  }

  @Test func scaleAndBack() throws {
    let stack = try stack("scaling")
    let program = try inStacks(stack)
    run(
      EverydayTask(
        "scale", .press("1", "/"), .type("web"), .press("<enter>", "="),
        .see("How many replicas of web?"), .type("3"),
        .press("<enter>"), .see("from 1 to 3?"), .press("<enter>")), on: program)
    try stack.waitUntilRunning([stack.name("db")] + (1...3).map { stack.name("web", $0) }, program)
    try #require(program.wait { $0.screen.shows("3/3") }, "\(program.screen.text)")
    run(
      EverydayTask(
        "and back", .press("="), .see("How many replicas of web?"), .type("1"), .press("<enter>"),
        .see("from 3 to 1?"),
        .press("<enter>")), on: program)
    try stack.waitUntilRunning([stack.name("db"), stack.name("web")], program)
  }

  @Test func changeAnImageApplyAndUndo() throws {
    let stack = try stack("imaged")
    try stack.engine.docker("tag", "busybox:test", "busybox:newer")
    // Other tests count the tags.
    defer { _ = try? stack.engine.docker("rmi", "busybox:newer") }
    let program = try inStacks(stack)
    run(
      EverydayTask(
        "change an image and apply it", .press("1", "/"), .type("web"),
        .press("<enter>", "i", "i", "<ctrl-u>"),
        .type("busybox:newer"), .press("<enter>"), .see("image busybox:test → busybox:newer"), .press("a"),
        .see("bring up imaged: done")), on: program)
    #expect(try stack.engine.inspect(stack.name("web"), ".Config.Image") == "busybox:newer")
    run(
      EverydayTask(
        "and undo it", .press("Z"), .see("image busybox:newer → busybox:test"), .press("a"),
        .see("bring up imaged: done")), on: program)
    // While Compose renames the old container, none has the name: a list says so without failing.
    let web = stack.name("web")
    let list = ["ps", "--filter", "name=\(web)", "--format", "{{.Names}} {{.Image}}"]
    let isUndone = program.wait { _ in (try? stack.engine.docker(list)) == "\(web) busybox:test" }
    #expect(isUndone, "\(program.screen.text)")
    #expect(program.waitFor("bring up imaged: done", within: .seconds(60)), "\(program.screen.text)")
    #expect(try stack.read() == Self.text)
  }

  @Test func addAVariable() throws {
    let stack = try stack("variable")
    let program = try inStacks(stack)
    run(
      EverydayTask(
        "add a variable", .press("1", "/"), .type("web"), .press("<enter>", "i", "e", "n"),
        .type("MODE"),
        .press("<enter>"), .type("fast"), .press("<enter>"), .see("MODE"), .press("a"),
        .see("bring up variable: done")),
      on: program)
    #expect(try stack.engine.inspect(stack.name("web"), "json .Config.Env").contains("MODE=fast"))
    #expect(try stack.read().hasPrefix("# The comment stays."))
  }

  @Test func takeAStackDownAndBringItUpAgain() throws {
    let stack = try stack("downup")
    let program = try inStacks(stack)
    run(
      EverydayTask(
        "down and up", .press("1", "/"), .type("downup"), .press("<enter>", "D"), .see("Take down downup?"),
        .press("y"),
        .see("take down downup: done"), .see("0/2 down"), .press("U"), .see("bring up downup: done"),
        .see("2/2 running")),
      on: program)
    #expect(try stack.engine.docker("volume", "ls", "-q", "--filter", "name=downup_data") != "")
  }

  @Test func leaveAndComeBackToAStackThatIsDown() throws {
    let stack = try stack("leaving")
    let program = try inStacks(stack)
    run(EverydayTask("leave", .press("q")), on: program)
    #expect(program.waitForEnd() == .exit(0))
    _ = try stack.compose.run(["down"], project: stack.project, in: stack.path, on: stack.engine)
    var environment = stack.compose.environment
    environment["XDG_STATE_HOME"] = stack.path + "/../state"
    let again = try TerminalProgram(
      BuiltPrograms.davit, ["-H", stack.engine.address], columns: 80, rows: 24, environment: environment)
    try #require(again.waitFor("live"), "\(again.screen.text)")
    run(EverydayTask("come back", .press("1"), .see("leaving"), .see("0/2 down")), on: again)
  }

  @Test func whatDavitDidAndOnceMore() throws {
    let stack = try stack("repeated")
    let program = try davit(stack)
    run(
      EverydayTask(
        "what did davit do, and once more", .press("2", "/"), .type("repeated_web"), .press("<enter>", "p"),
        .see("paused"), .press("p", "@"), .see("unpause repeated_web_1"), .press("j", "<enter>"),
        .see("docker pause"),
        .press("r", "y"), .see("paused")), on: program)
    #expect(try stack.engine.inspect(stack.name("web"), ".State.Status") == "paused")
    try stack.engine.docker("unpause", stack.name("web"))
  }

  @Test func aPullThatFailsSaysWhy() throws {
    let stack = try stack("pulling")
    let program = try inStacks(stack)
    run(
      EverydayTask(
        "pull", .press("1", "/"), .type("pulling"), .press("<enter>", "P"), .see("pull pulling: failed")),
      on: program)
  }

  @Test func aThemeIsKept() throws {
    let stack = try stack("themed", isUp: false)
    let program = try davit(stack)
    run(EverydayTask("choose a theme", .press("T", "G", "<enter>"), .press("q")), on: program)
    #expect(program.waitForEnd() == .exit(0))
    let kept = try String(contentsOfFile: stack.path + "/../state/davit/theme", encoding: .utf8)
    #expect(kept.hasSuffix("\nauto\n"))
  }

  @Test func readOnlySaysSo() throws {
    let stack = try stack("safe")
    let program = try davit(stack, ["--read-only"])
    run(
      EverydayTask(
        "read-only", .press("2", "/"), .type("safe_web"), .press("<enter>", "s"), .see("read-only mode")),
      on: program)
    #expect(try stack.engine.inspect(stack.name("web"), ".State.Status") == "running")
  }

  @Test func theMouseDoesTheSame() throws {
    let stack = try stack("mouse")
    let program = try davit(stack)
    try #require(program.waitFor("x menu"), "\(program.screen.text)")
    let lines = program.screen.text.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.lastIndex { $0.contains("x menu") })
    let column = try #require(lines[row].firstRange(of: "x menu")).lowerBound
    let place = lines[row].distance(from: lines[row].startIndex, to: column)
    program.type("\u{1B}[<0;\(place + 1);\(row + 1)M\u{1B}[<0;\(place + 1);\(row + 1)m")
    #expect(program.waitFor("esc: back"), "\(program.screen.text)")
  }
}
