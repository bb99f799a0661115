import FoundationEssentials
import TerminalHarness
import Testing

/// Stacks are brought up, scaled and taken down by keys, on a real engine with a real Compose.
@Suite(.serialized, .onRealEngine) struct StackTests {
  private static let text = """
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
        depends_on: [db]
    volumes:
      data:

    """

  /// Presses a key that runs Compose until it does: the command is found a moment after the start.
  private func run(_ key: String, until text: String, on program: TerminalProgram) {
    for _ in 0..<60 {
      program.press(key)
      if program.waitFor(text, within: .milliseconds(500)) { return }
    }
  }

  /// Asks for a number of replicas of the last service, and says yes to what that takes.
  private func scale(to count: Int, on program: TerminalProgram) throws {
    program.press("1", "G", "=")
    try #require(program.waitFor("How many replicas of web?"), "\(program.screen.text)")
    program.press("<ctrl-u>")
    program.type("\(count)")
    program.settle()
    program.press("<enter>")
    try #require(program.waitFor("to \(count)?"), "\(program.screen.text)")
    program.press("y")
  }

  @Test(arguments: InstalledCompose.found)
  func aStackComesUpAndGoesDownWithItsVolumes(compose: InstalledCompose) throws {
    let stack = try StackFolder("coming", Self.text, compose)
    let program = try stack.davit()
    try #require(program.waitFor("0/2"), "a stack that is down is shown: \(program.screen.text)")
    run("U", until: "bring up coming", on: program)
    #expect(program.waitFor("bring up coming: done", within: .seconds(60)), "\(program.screen.text)")
    try stack.waitUntilRunning([stack.name("db"), stack.name("web")], program)
    #expect(program.waitFor("2/2 running ✓"), "\(program.screen.text)")
    program.press("1", "g", "D")
    try #require(program.waitFor("Take down coming?"), "\(program.screen.text)")
    #expect(program.screen.shows("volumes: coming_data"), "\(program.screen.text)")
    program.press("v", "y")
    #expect(program.waitFor("take down coming: done", within: .seconds(60)), "\(program.screen.text)")
    #expect(try stack.running() == [])
    #expect(try stack.engine.docker("volume", "ls", "-q", "--filter", "name=coming_data") == "")
  }

  @Test(arguments: InstalledCompose.found)
  func withoutAskingTheVolumesStay(compose: InstalledCompose) throws {
    let stack = try StackFolder("keeping", Self.text, compose)
    try stack.up()
    let program = try stack.davit()
    try #require(program.waitFor("2/2 running ✓"), "\(program.screen.text)")
    run("D", until: "Take down keeping?", on: program)
    program.press("y")
    #expect(program.waitFor("take down keeping: done", within: .seconds(60)), "\(program.screen.text)")
    #expect(try stack.engine.docker("volume", "ls", "-q", "--filter", "name=keeping_data") != "")
  }

  @Test(arguments: InstalledCompose.found)
  func aServiceIsScaledToThreeAndBackByCompose(compose: InstalledCompose) throws {
    let stack = try StackFolder("scaled", Self.text, compose)
    try stack.up()
    let database = try stack.engine.inspect(stack.name("db"), ".Id")
    let program = try stack.davit()
    try #require(program.waitFor("2/2 running ✓"), "\(program.screen.text)")
    try scale(to: 3, on: program)
    try stack.waitUntilRunning([stack.name("db")] + (1...3).map { stack.name("web", $0) }, program)
    #expect(try stack.engine.inspect(stack.name("db"), ".Id") == database, "no other service is touched")
    try #require(program.waitFor("4/4 running"), "\(program.screen.text)")
    try scale(to: 1, on: program)
    try stack.waitUntilRunning([stack.name("db"), stack.name("web")], program)
  }

  @Test(arguments: InstalledCompose.found)
  func withoutItsFilesAServiceIsScaledThroughTheEngine(compose: InstalledCompose) throws {
    let stack = try StackFolder("orphaned", Self.text, compose)
    try stack.up()
    try FileManager.default.moveItem(atPath: stack.file, toPath: stack.file + ".gone")
    let program = try stack.davit()
    try #require(program.waitFor("2/2"), "\(program.screen.text)")
    try scale(to: 3, on: program)
    try stack.waitUntilRunning([stack.name("db")] + (1...3).map { stack.name("web", $0) }, program)
    let number = ".Config.Labels \"com.docker.compose.container-number\""
    #expect(try stack.engine.inspect(stack.name("web", 3), "index \(number)") == "3")
    let network = try stack.engine.inspect(stack.name("web", 3), "json .NetworkSettings.Networks")
    #expect(network.contains("orphaned_default"))
    try #require(program.waitFor("4/4 running"), "\(program.screen.text)")
    program.settle()
    try scale(to: 1, on: program)
    try stack.waitUntilRunning([stack.name("db"), stack.name("web")], program)
    try FileManager.default.moveItem(atPath: stack.file + ".gone", toPath: stack.file)
  }

  @Test func ofTwoStacksWithEqualServicesOnlyOneIsTouched() throws {
    let compose = InstalledCompose.found[0]
    let (first, second) = (
      try StackFolder("twin-a", Self.text, compose), try StackFolder("twin-b", Self.text, compose)
    )
    try first.up()
    try second.up()
    let program = try first.davit()
    try #require(program.waitFor("twin-b"), "\(program.screen.text)")
    try #require(program.waitFor("2/2 running ✓"), "\(program.screen.text)")
    run("D", until: "Take down twin-a?", on: program)
    program.press("y")
    #expect(program.waitFor("take down twin-a: done", within: .seconds(60)), "\(program.screen.text)")
    #expect(try first.running() == [])
    #expect(try second.running() == [second.name("db"), second.name("web")])
  }

  @Test(arguments: InstalledCompose.found)
  func orphansAreShownAndOnlyRemovedWhenAsked(compose: InstalledCompose) throws {
    let stack = try StackFolder("changed", Self.text, compose)
    try stack.up()
    try stack.write(
      "services:\n  web:\n    image: busybox:test\n    command: sleep 70000\n    stop_signal: SIGKILL\n")
    let program = try stack.davit()
    try #require(program.waitFor("orphan"), "\(program.screen.text)")
    run("U", until: "Bring up changed?", on: program)
    program.press("y")
    #expect(program.waitFor("bring up changed: done", within: .seconds(60)), "\(program.screen.text)")
    #expect(try stack.running().contains(stack.name("db")))
    program.press(":")
    program.type("remove orphans")
    program.settle()
    program.press("<enter>")
    try #require(program.waitFor("Remove 1 orphan?"), "\(program.screen.text)")
    program.press("y")
    #expect(program.waitFor("orphans of changed: done", within: .seconds(30)), "\(program.screen.text)")
    #expect(try stack.running() == [stack.name("web")])
  }
}
