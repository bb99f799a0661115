import FoundationEssentials
import TerminalHarness
import Testing

/// A stack's definition is edited in place and applied, by keys, on a real engine with a real Compose.
@Suite(.serialized, .onRealEngine) struct StackEditingTests {
  private static let text = """
    # The comment stays.
    services:
      web:
        image: busybox:test   # pinned
        command: sleep 100000
        stop_signal: SIGKILL
      db:
        image: busybox:test
        command: sleep 100000
        stop_signal: SIGKILL

    """

  /// davit in the review of the service `web` with another tag of its image.
  private func review(_ stack: StackFolder, tag: String) throws -> TerminalProgram {
    let program = try stack.davit()
    try #require(program.waitFor("2/2 running ✓"), "\(program.screen.text)")
    program.press("1", "G", "e")
    try #require(program.waitFor("ctrl-s review"), "\(program.screen.text)")
    program.press("<ctrl-home>", "<down>", "<end>")
    for _ in "   # pinned" { program.press("<left>") }
    for _ in "test" { program.press("<backspace>") }
    program.type(tag)
    program.press("<ctrl-s>")
    try #require(program.waitFor("image busybox:test → busybox:\(tag)"), "\(program.screen.text)")
    return program
  }

  /// Writes and applies: as soon as the Compose command is found, which takes a moment for the slower ones.
  private func apply(_ program: TerminalProgram) {
    for _ in 0..<60 {
      program.press("a")
      if program.waitFor("bring up", within: .milliseconds(500)) { return }
    }
  }

  @Test(arguments: InstalledCompose.found)
  func anEditedImageIsWrittenAndApplied(compose: InstalledCompose) throws {
    let stack = try StackFolder("edited", Self.text, compose)
    try stack.engine.docker("tag", "busybox:test", "busybox:next")
    try stack.up()
    let database = try stack.engine.inspect(stack.name("db"), ".Id")
    let program = try review(stack, tag: "next")
    apply(program)
    #expect(program.waitFor("bring up edited: done", within: .seconds(60)), "\(program.screen.text)")
    #expect(try stack.read() == Self.text.replacing("busybox:test   #", with: "busybox:next   #"))
    #expect(try stack.engine.inspect(stack.name("web"), ".Config.Image") == "busybox:next")
    #expect(try stack.engine.inspect(stack.name("db"), ".Id") == database, "the other service was left alone")
  }

  @Test(arguments: InstalledCompose.found)
  func whatCannotBeAppliedIsTakenBackWithOneKey(compose: InstalledCompose) throws {
    let stack = try StackFolder("failing", Self.text, compose)
    try stack.up()
    let program = try review(stack, tag: "nowhere")
    apply(program)
    try #require(program.waitFor("bring up failing: failed", within: .seconds(60)), "\(program.screen.text)")
    #expect(try stack.read() != Self.text)
    program.press("z")
    #expect(program.waitFor("bring up failing: done", within: .seconds(60)), "\(program.screen.text)")
    #expect(try stack.read() == Self.text)
    try stack.waitUntilRunning([stack.name("db"), stack.name("web")], program)
    #expect(try stack.engine.inspect(stack.name("web"), ".Config.Image") == "busybox:test")
  }

  @Test func writingOnlyLeavesTheContainersAlone() throws {
    let compose = InstalledCompose.found[0]
    let stack = try StackFolder("written", Self.text, compose)
    try stack.up()
    let before = try stack.engine.inspect(stack.name("web"), ".Id")
    let program = try review(stack, tag: "next")
    program.press("w")
    #expect(program.waitFor("wrote "), "\(program.screen.text)")
    #expect(try stack.read().contains("busybox:next   # pinned"))
    #expect(try stack.engine.inspect(stack.name("web"), ".Id") == before)
    #expect(program.wait { !$0.screen.shows("2/2 running ✓") }, "the drift is shown: \(program.screen.text)")
  }

  @Test func aChangeOfSomebodyElseIsNeverOverwritten() throws {
    let stack = try StackFolder("shared", Self.text, InstalledCompose.found[0])
    try stack.up()
    let program = try review(stack, tag: "next")
    let theirs = Self.text.replacing("# The comment stays.", with: "# Somebody else was here.")
    try stack.write(theirs)
    program.press("w")
    #expect(program.waitFor("The file changed on disk"), "\(program.screen.text)")
    #expect(program.screen.shows("Somebody else was here") && program.screen.shows("busybox:next"))
    #expect(try stack.read() == theirs)
  }
}
