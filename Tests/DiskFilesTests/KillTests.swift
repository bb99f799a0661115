import Glibc
import TestSupport
import Testing
import Troubles

@testable import DiskFiles

/// A process is killed before each step of writing a file: the file holds the old text or the new one, whole.
@Suite struct KillTests {
  private static let old = String(repeating: "old line\n", count: 20_000)
  private static let new = String(repeating: "a new line\n", count: 20_000)

  @Test(arguments: AtomicFile.Step.allCases)
  func aKilledWriterLeavesTheOldTextOrTheNewOne(step: AtomicFile.Step) async throws {
    let folder = try TestFolder()
    let path = folder.put(Self.old, in: "compose.yaml")
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, step = step as AtomicFile.Step] in
      let revision = try #require(try FileSnapshot.read(path)).revision
      var file = AtomicFile(path)
      file.before = { if $0 == step { kill(getpid(), SIGKILL) } }
      try file.write(KillTests.new, expecting: revision)
    }
    let text = folder.text("compose.yaml")
    #expect(text == (step == .syncFolder ? Self.new : Self.old))

    try AtomicFile(path).write("after\n")
    #expect(folder.names == ["compose.yaml"], "what the killed process left is removed by the next write")
    #expect(folder.text("compose.yaml") == "after\n")
  }

  @Test(arguments: AtomicFile.Step.allCases)
  func aKilledWriterOfANewFileLeavesItWholeOrNot(step: AtomicFile.Step) async throws {
    let folder = try TestFolder()
    let path = folder.file("compose.yaml")
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, step = step as AtomicFile.Step] in
      var file = AtomicFile(path)
      file.before = { if $0 == step { kill(getpid(), SIGKILL) } }
      try file.write(KillTests.new, expecting: nil)
    }
    #expect(folder.text("compose.yaml") == (step == .syncFolder ? Self.new : nil))
  }

  @Test func aFullDiskLeavesTheOldText() async throws {
    let folder = try TestFolder()
    let path = folder.put(Self.old, in: "compose.yaml")
    await #expect(processExitsWith: .success) { [path = path as String] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 100_000, rlim_max: 100_000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let problem = #expect(throws: Trouble.self) { try AtomicFile(path).write(KillTests.new) }
      #expect(
        problem?.description.hasPrefix("cannot write \(path): the new file cannot be written: ") == true)
    }
    #expect(folder.text("compose.yaml") == Self.old)
    #expect(folder.names == ["compose.yaml"])
  }
}
