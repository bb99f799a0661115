import Glibc
import TerminalHarness
import TestSupport
import Testing

/// What is in volumes that no container has mounted, on a real engine: looked at, written to archives, put back, copied.
@Suite(.onRealEngine, .serialized) struct VolumeFilesTests {
  private let engine: TestEngine
  private let folder: TestFolder

  init() throws {
    engine = try TestEngine()
    folder = try TestFolder()
  }

  /// What `script` prints with the volume at /v.
  @discardableResult
  private func run(_ script: String, with volume: String) throws -> String {
    try engine.docker("run", "--rm", "-v", "\(volume):/v", "busybox:test", "sh", "-c", script)
  }

  /// A volume with a file, a link and an owner.
  private func makeVolume(_ name: String) throws {
    try engine.docker("volume", "create", "--label", "team=shop", name)
    try run("mkdir /v/d; echo kept > /v/d/f; ln -s d/f /v/l; chown -R 70:71 /v; chmod 700 /v", with: name)
  }

  /// Owners and rights of a volume's root and of what is in it, and the content of the file.
  private static let look = "cd /v; stat -c '%a %u:%g %n' . d d/f; readlink l; cat d/f"
  private static let whole = "700 70:71 .\n755 70:71 d\n644 70:71 d/f\nd/f\nkept"

  /// The dashboard with the cursor on a volume.
  private func dashboard(on name: String, _ options: [String] = []) throws -> TerminalProgram {
    let program = try TerminalProgram(
      BuiltPrograms.davit, ["-H", engine.address] + options, columns: 130, rows: 34)
    see("live", program)
    program.press("4", "/")
    program.type(name)
    program.press("<enter>")
    // In the list, and as the title of the details.
    #expect(
      program.wait { $0.screen.text.split(separator: name, omittingEmptySubsequences: false).count > 3 },
      "\(program.screen.text)")
    return program
  }

  private func see(_ text: String, _ program: TerminalProgram) {
    #expect(program.waitFor(text), "\(program.screen.text)")
  }

  /// Whether no container of davit's own is left.
  private func isTidy() throws -> Bool {
    try engine.docker("ps", "-aq", "--filter", "label=davit.carries").isEmpty
  }

  @Test func oneIsLookedIntoThroughAContainerThatIsRemovedAfter() throws {
    defer { folder.remove() }
    try makeVolume("unmounted")
    let program = try dashboard(on: "unmounted")
    program.press("<enter>", "[")
    see("no container has this volume mounted", program)
    #expect(try isTidy())
    program.press("<enter>")
    see("Make a container to look into unmounted?", program)
    #expect(try isTidy())
    program.press("y")
    see("l -> d/f", program)
    program.press("<enter>")
    see("1 entry", program)
    program.press("<enter>")
    see("kept", program)
    #expect(try !isTidy())
    program.press("<esc>")
    program.settle()
    program.press("]")
    #expect(program.wait { _ in (try? isTidy()) == true }, "\(program.screen.text)")
    try engine.docker("volume", "rm", "unmounted")
  }

  @Test func quittingRemovesTheContainerAsWell() throws {
    defer { folder.remove() }
    try makeVolume("left")
    let program = try dashboard(on: "left")
    program.press("<enter>", "[", "<enter>")
    see("Make a container to look into left?", program)
    program.press("y")
    see("l -> d/f", program)
    program.press("q")
    #expect(program.waitForEnd() == .exit(0))
    #expect(try isTidy())
    try engine.docker("volume", "rm", "left")
  }

  @Test func anExportComesBackWithItsOwners() throws {
    defer { folder.remove() }
    try makeVolume("exported")
    let program = try dashboard(on: "exported")
    let path = folder.file("exported.tar")
    program.press("A")
    see("Export what is in exported", program)
    program.press("<ctrl-u>")
    program.type(path)
    program.press("<enter>")
    #expect(program.wait { _ in access(path, R_OK) == 0 }, "\(program.screen.text)")
    try pressUntil("Import an archive", "I", program)
    program.type(path)
    program.press("<enter>", "<ctrl-u>")
    program.type("restored")
    program.press("<enter>")
    #expect(program.waitFor("entries in the new volume restored"), "\(program.screen.text)")
    #expect(try run(Self.look, with: "restored") == Self.whole)
    #expect(program.wait { _ in (try? isTidy()) == true })
    try engine.docker("volume", "rm", "exported", "restored")
  }

  @Test func aCloneHasTheSameInIt() throws {
    defer { folder.remove() }
    try makeVolume("cloned")
    let program = try dashboard(on: "cloned")
    program.press("C")
    see("cloned-copy", program)
    program.press("<ctrl-s>")
    #expect(program.waitFor("in cloned-copy"), "\(program.screen.text)")
    #expect(program.wait { _ in (try? isTidy()) == true })
    #expect(try run(Self.look, with: "cloned-copy") == Self.whole)
    #expect(try engine.docker("volume", "inspect", "-f", "{{.Labels.team}}", "cloned-copy") == "shop")
    try engine.docker("volume", "rm", "cloned", "cloned-copy")
  }

  @Test func anArchiveThatLeadsOutLeavesNothingBehind() throws {
    defer { folder.remove() }
    try makeVolume("hostile")
    folder.put("x", in: "d/out")
    try engine.shell("cd \(folder.path)/d && tar -P -cf ../hostile.tar ../d/out")
    let program = try dashboard(on: "hostile")
    program.press("I")
    see("Import an archive", program)
    program.type(folder.file("hostile.tar"))
    program.press("<enter>", "<ctrl-u>")
    program.type("broken")
    program.press("<enter>")
    see("leads out of it", program)
    #expect(try isTidy())
    #expect(try !engine.docker("volume", "ls", "-q").contains("broken"))
    try engine.docker("volume", "rm", "hostile")
  }

  @Test func whatIsThereAlreadyIsAskedAbout() throws {
    defer { folder.remove() }
    try makeVolume("there")
    folder.put("x", in: "new.txt")
    try engine.shell("cd \(folder.path) && tar -czf new.tgz new.txt")
    let program = try dashboard(on: "there")
    program.press("I")
    see("Import an archive", program)
    program.type(folder.file("new.tgz"))
    program.press("<enter>", "<enter>")
    see("Import into there, which is there already?", program)
    program.press("y")
    #expect(program.waitFor("1 entry in there"), "\(program.screen.text)")
    #expect(try run("cat /v/new.txt /v/d/f", with: "there") == "xkept")
    #expect(program.wait { _ in (try? isTidy()) == true })
    try engine.docker("volume", "rm", "there")
  }

  @Test func readOnlyMakesNoContainer() throws {
    defer { folder.remove() }
    try makeVolume("readonly")
    let program = try dashboard(on: "readonly", ["--read-only"])
    program.press("<enter>", "[", "<enter>")
    see("read-only", program)
    #expect(try isTidy())
    try engine.docker("volume", "rm", "readonly")
  }

  /// Presses a key until it is heard: the box of a job has the keys until it goes by itself.
  private func pressUntil(_ text: String, _ key: String, _ program: TerminalProgram) throws {
    let isSeen = program.wait { program in
      if program.screen.shows(text) { return true }
      program.press(key)
      return false
    }
    try #require(isSeen, "\(program.screen.text)")
    program.settle()
  }
}
