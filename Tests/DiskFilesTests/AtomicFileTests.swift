import Glibc
import TestSupport
import Testing
import Troubles

@testable import DiskFiles

@Suite struct AtomicFileTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func read(_ path: String) throws -> FileSnapshot { try #require(try FileSnapshot.read(path)) }

  @Test func theNewTextTakesThePlaceOfTheOneThatWasRead() throws {
    let path = folder.put("old\n", in: "compose.yaml")
    try AtomicFile(path).write("new\n", expecting: try read(path).revision)
    #expect(folder.text("compose.yaml") == "new\n")
    #expect(folder.names == ["compose.yaml"])
  }

  @Test func whatSomebodyElseWroteIsNeverOverwritten() throws {
    let path = folder.put("old\n", in: "compose.yaml")
    let revision = try read(path).revision
    folder.put("theirs\n", in: "compose.yaml")
    let problem = #expect(throws: FileWriteProblem.self) {
      try AtomicFile(path).write("mine\n", expecting: revision)
    }
    guard case .conflict(let found?) = problem else {
      Issue.record("no conflict: \(String(describing: problem))")
      return
    }
    #expect(found.text == "theirs\n")
    #expect(folder.text("compose.yaml") == "theirs\n")
  }

  @Test func aChangeWhileTheNewTextIsWrittenIsSeenToo() throws {
    let path = folder.put("old\n", in: "compose.yaml")
    var file = AtomicFile(path)
    file.before = { step in if step == .compare { TestFolder.put("theirs\n", at: path) } }
    let revision = try read(path).revision
    let problem = #expect(throws: FileWriteProblem.self) { try file.write("mine\n", expecting: revision) }
    #expect(problem == .conflict(try read(path)))
    #expect(folder.text("compose.yaml") == "theirs\n")
    #expect(folder.names == ["compose.yaml"])
  }

  @Test func aFileThatWasOnlyTouchedIsNoConflict() throws {
    let path = folder.put("old\n", in: "compose.yaml")
    let revision = try read(path).revision
    folder.put("old\n", in: "again")
    rename(folder.file("again"), path)
    try AtomicFile(path).write("new\n", expecting: revision)
    #expect(folder.text("compose.yaml") == "new\n")
  }

  @Test func aFileThatIsGoneIsAConflict() throws {
    let path = folder.put("old\n", in: "compose.yaml")
    let revision = try read(path).revision
    unlink(path)
    #expect(throws: FileWriteProblem.conflict(nil)) {
      try AtomicFile(path).write("mine\n", expecting: revision)
    }
    #expect(folder.names == [])
  }

  @Test func aNewFileIsMadeWithItsFolder() throws {
    let path = folder.file("shop/compose.yaml")
    try AtomicFile(path).write("services: {}\n", expecting: nil, makesFolder: true)
    #expect(folder.text("shop/compose.yaml") == "services: {}\n")
    #expect(FilePaths.names(in: folder.file("shop")) == ["compose.yaml"])
    #expect(TestFolder.mode(path) & 0o600 == 0o600)
  }

  @Test func aFileThatAppearsWhileANewOneIsMadeStays() throws {
    let path = folder.file("compose.yaml")
    var file = AtomicFile(path)
    file.before = { step in if step == .rename { TestFolder.put("theirs\n", at: path) } }
    #expect(throws: FileWriteProblem.self) { try file.write("mine\n", expecting: nil) }
    #expect(folder.text("compose.yaml") == "theirs\n")
    #expect(folder.names == ["compose.yaml"])
  }

  @Test func theModeStays() throws {
    let path = folder.put("old\n", in: "compose.yaml", mode: 0o640)
    try AtomicFile(path).write("new\n", expecting: try read(path).revision)
    #expect(TestFolder.mode(path) == 0o640)
  }

  @Test func throughASymbolicLinkItsTargetIsWritten() throws {
    folder.put("old\n", in: "real.yaml")
    symlink("real.yaml", folder.file("compose.yaml"))
    let path = folder.file("compose.yaml")
    try AtomicFile(path).write("new\n", expecting: try read(path).revision)
    #expect(folder.text("real.yaml") == "new\n")
    var status = stat()
    #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func hardLinksAreNotParted() throws {
    let path = folder.put("old\n", in: "compose.yaml")
    link(path, folder.file("other"))
    let problem = #expect(throws: Trouble.self) { try AtomicFile(path).write("new\n") }
    #expect(problem?.description.contains("2 hard links") == true)
    #expect(folder.text("compose.yaml") == "old\n")
  }

  @Test func aLinkToNothingIsNamedAsSuch() throws {
    symlink("nowhere", folder.file("compose.yaml"))
    let problem = #expect(throws: FileWriteProblem.self) {
      try AtomicFile(folder.file("compose.yaml")).write("new\n", expecting: nil)
    }
    #expect(problem?.problem(at: "").description.contains("symbolic link to nothing") == true)
  }

  @Test func aStepThatFailsLeavesTheOldTextAndNothingElse() throws {
    let path = folder.put("old\n", in: "compose.yaml")
    let revision = try read(path).revision
    for failing in AtomicFile.Step.allCases where failing != .syncFolder {
      var file = AtomicFile(path)
      file.before = { step throws(Trouble) in
        if step == failing { throw Trouble("cannot write: no space is left") }
      }
      #expect(throws: FileWriteProblem.failed(Trouble("cannot write: no space is left"))) {
        try file.write("new\n", expecting: revision)
      }
      #expect(folder.text("compose.yaml") == "old\n")
      #expect(folder.names == ["compose.yaml"])
    }
  }
}
