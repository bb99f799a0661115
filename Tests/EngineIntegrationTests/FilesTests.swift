import EngineClient
import EngineModel
import Glibc
import TerminalHarness
import TestSupport
import Testing

/// The files of containers on a real engine: asked with a command while one runs, from a tar while it does not.
@Suite(.onRealEngine, .serialized) struct FilesTests {
  private let engine: TestEngine

  init() throws { engine = try TestEngine() }

  private static let script = """
    mkdir -p /srv/data; ln -s /srv/data /lnk; ln -s /loop /loop; printf 'level = info\\n' > /srv/data/app.conf
    printf 'x' > "/srv/data/two
    lines"; rm /bin/vi; sleep 100000
    """

  private func dashboard(on name: String) throws -> TerminalProgram {
    let program = try TerminalProgram(
      BuiltPrograms.davit, ["-H", engine.address], columns: 130, rows: 34)
    try #require(program.waitFor("live"), "\(program.screen.text)")
    program.press("2", "/")
    program.type("name:\(name)")
    program.press("<enter>")
    try #require(program.waitFor("/name:\(name)"), "\(program.screen.text)")
    program.press("<enter>")
    // The page of what happened comes first for one that was killed: the files are left of it by so many.
    program.press(program.wait { $0.screen.shows("Why  Logs") } ? "]" : "", "]", "]", "]", "]", "]")
    return program
  }

  private func see(_ text: String, _ program: TerminalProgram) {
    #expect(program.waitFor(text), "\(program.screen.text)")
  }

  @Test(arguments: [true, false]) func aFolderAndAFileAreSeen(isRunning: Bool) throws {
    let name = "files-\(isRunning)"
    try engine.docker(
      "run", "-d", "--stop-signal", "KILL", "--name", name, "busybox:test", "sh", "-c", Self.script)
    #expect(try engine.wait(name, ".State.Status", is: "running"))
    // The script has done all of it when the last change is there.
    for _ in 0..<100 {
      if try engine.docker("diff", name).contains("D /bin/vi") { break }
      try engine.shell("sleep 0.1")
    }
    if !isRunning {
      try engine.docker("stop", "-t", "0", name)
      #expect(try engine.wait(name, ".State.Status", is: "exited"))
    }
    let program = try dashboard(on: name)
    // A container that was killed has the page of what happened first.
    if !isRunning, program.screen.shows("what happened") { program.press("[") }
    see("srv/", program)
    see("lnk -> /srv/data", program)
    program.press("/")
    program.type("lnk")
    program.press("<enter>", "<enter>")
    see("two␊lines", program)
    program.press("<enter>")
    see("level = info", program)
    program.press("<esc>")
    #expect(program.wait { !$0.screen.shows("level = info") }, "\(program.screen.text)")
    program.press("c")
    see("D /bin/vi", program)
    program.press("c", "h", "/")
    program.type("loop")
    program.press("<enter>", "<enter>")
    see("leads nowhere, or in a circle", program)
    try engine.docker("rm", "-f", name)
  }

  @Test func aVolumeIsSeenThroughAContainerThatNeverRan() throws {
    try engine.docker("volume", "create", "seen")
    try engine.docker("run", "--rm", "-v", "seen:/v", "busybox:test", "sh", "-c", "echo kept > /v/kept.txt")
    try engine.docker("create", "--name", "holder", "-v", "seen:/v", "busybox:test")
    let program = try TerminalProgram(
      BuiltPrograms.davit, ["-H", engine.address, "--read-only"], columns: 130, rows: 34)
    see("live", program)
    program.press("4", "/")
    program.type("seen")
    program.press("<enter>")
    // The list of volumes may come a moment after that of containers.
    see("Mountpoint", program)
    program.press("<enter>", "[")
    see("kept.txt", program)
    program.press("<enter>")
    see("kept", program)
    try engine.docker("rm", "holder")
    try engine.docker("volume", "rm", "seen")
  }

  @Test func theEngineTellsWhatAPathIs() async throws {
    let name = "files-stat"
    try engine.docker("create", "--name", name, "busybox:test")
    let id = ContainerID(try engine.docker("inspect", "-f", "{{.Id}}", name))
    let stat = try await engine.client.stat(of: id, ContainerPath("/bin/sh"))
    #expect(stat.entry.kind == .link)
    #expect(stat.target == ContainerPath("/bin/busybox"))
    let folder = try await engine.client.stat(of: id, ContainerPath("/bin"))
    #expect(folder.entry.kind == .folder)
    #expect(folder.entry.permissions == 0o755)
    try engine.docker("rm", name)
  }

  @Test func aFolderComesOutAndAFileGoesIn() throws {
    let name = "files-copied"
    try engine.docker(
      "run", "-d", "--stop-signal", "KILL", "--name", name, "busybox:test", "sh", "-c", Self.script)
    let folder = try TestFolder(["in.txt": "from outside"])
    let program = try dashboard(on: name)
    see("srv/", program)
    program.press("/")
    program.type("srv")
    program.press("<enter>", "s")
    see("Copy /srv to", program)
    program.press("<ctrl-u>")
    program.type(folder.file("out"))
    program.press("<enter>")
    #expect(
      program.wait { _ in folder.text("out/data/app.conf") == "level = info\n" }, "\(program.screen.text)")
    // The box of the copying goes by itself; until then it has the keys.
    let isAsked = program.wait { program in
      if program.screen.shows("Copy into /") { return true }
      program.press("i")
      return false
    }
    #expect(isAsked, "\(program.screen.text)")
    program.settle()
    program.press("<ctrl-u>")
    program.type(folder.file("in.txt"))
    program.press("<enter>")
    #expect(program.wait { _ in (try? engine.docker("diff", name))?.contains("A /in.txt") == true })
    #expect(try engine.docker("exec", name, "cat", "/in.txt") == "from outside")
    #expect(try engine.docker("exec", name, "stat", "-c", "%u", "/in.txt") == "0")
    try engine.docker("rm", "-f", name)
  }

  @Test func aContainerBecomesAnArchiveAndAnImage() throws {
    let name = "files-exported"
    try engine.docker("create", "--name", name, "busybox:test")
    let folder = try TestFolder()
    let program = try TerminalProgram(
      BuiltPrograms.davit, ["-H", engine.address], columns: 130, rows: 34)
    see(name, program)
    program.press("2", "/")
    program.type("name:\(name)")
    program.press("<enter>", ":")
    program.type("export files")
    program.press("<enter>")
    see("Export the files of", program)
    program.press("<ctrl-u>")
    program.type(folder.file("all.tar"))
    program.press("<enter>")
    #expect(program.wait { _ in access(folder.file("all.tar"), R_OK) == 0 }, "\(program.screen.text)")
    // The box of the export goes by itself; until then it has the keys.
    let isAsked = program.wait { program in
      if program.screen.shows("Make an image of") { return true }
      program.press("I")
      return false
    }
    #expect(isAsked, "\(program.screen.text)")
    program.settle()
    program.press("<ctrl-u>")
    program.type("made:here")
    program.press("<enter>")
    #expect(
      program.wait { _ in (try? engine.docker("images", "-q", "made:here").isEmpty) == false },
      "\(program.screen.text)")
    try engine.docker("rmi", "made:here")
    try engine.docker("rm", name)
  }
}
