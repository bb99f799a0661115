import Synchronization
import TestSupport
import Testing
import Troubles

@testable import DiskFiles

@Suite struct AtomicFilesTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func changes(_ names: String...) throws -> [AtomicFiles.Change] {
    try names.map { name in
      let path = folder.put("old \(name)\n", in: name)
      return AtomicFiles.Change(old: try #require(try FileSnapshot.read(path)), new: "new \(name)\n")
    }
  }

  @Test func `all files get their new texts`() throws {
    try AtomicFiles(try changes("a", "b")).write()
    #expect(folder.text("a") == "new a\n" && folder.text("b") == "new b\n")
    #expect(folder.names == ["a", "b"])
  }

  @Test(arguments: AtomicFile.Step.allCases.filter { $0 != .syncFolder })
  func `where one cannot be written, those before it hold their old texts again`(step: AtomicFile.Step) throws
  {
    var files = AtomicFiles(try changes("a", "b", "c"))
    files.before = { path, now throws(Trouble) in
      if path.hasSuffix("/c"), now == step { throw Trouble("cannot write c", why: "the disk is full") }
    }
    let trouble = #expect(throws: Trouble.self) { try files.write() }
    #expect(trouble?.description == "cannot write c: the disk is full")
    #expect(["a", "b", "c"].map { folder.text($0) } == ["old a\n", "old b\n", "old c\n"])
    #expect(folder.names == ["a", "b", "c"])
  }

  @Test func `a file that somebody has changed meanwhile ends all of it`() throws {
    let files = AtomicFiles(try changes("a", "b"))
    folder.put("theirs\n", in: "b")
    #expect(throws: Trouble.self) { try files.write() }
    #expect(folder.text("a") == "old a\n" && folder.text("b") == "theirs\n")
  }

  @Test func `a text that cannot be put back is named`() throws {
    var files = AtomicFiles(try changes("a", "b"))
    let writes = Mutex(0)
    files.before = { path, step throws(Trouble) in
      guard step == .create else { return }
      // The first file is written once; then nothing can be written any more.
      if writes.withLock({
        $0 += 1
        return $0
      }) > 1 {
        throw Trouble("cannot write", why: "the disk is gone")
      }
    }
    let trouble = try #require(throws: Trouble.self) { try files.write() }
    #expect(trouble.description.contains("the disk is gone; the new text stays in \(folder.file("a"))"))
    #expect(folder.text("a") == "new a\n" && folder.text("b") == "old b\n")
  }
}
