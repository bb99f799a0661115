import DiskFiles
import Glibc
import TestSupport
import Testing

/// A file that is written as its bytes come is there as a whole, or not at all.
@Suite struct StreamedFileTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test func itIsThereWhenItIsComplete() throws {
    defer { folder.remove() }
    let file = try StreamedFile(at: folder.file("a.tar"), replaces: false)
    try file.append(Array("one ".utf8))
    try file.append(Array("two".utf8))
    #expect(folder.names.filter { !$0.hasPrefix(".") } == [])
    try file.finish()
    #expect(folder.names == ["a.tar"] && folder.text("a.tar") == "one two")
  }

  @Test func nothingIsLeftOfWhatIsGivenUp() throws {
    defer { folder.remove() }
    do {
      let file = try StreamedFile(at: folder.file("a.tar"), replaces: false)
      try file.append([1, 2, 3])
      file.discard()
    }
    _ = try StreamedFile(at: folder.file("b.tar"), replaces: false)
    #expect(folder.names == [])
  }

  @Test func aFileThatIsThereStays() throws {
    defer { folder.remove() }
    folder.put("old", in: "a.tar")
    #expect(throws: StreamedFile.Problem.exists) {
      try StreamedFile(at: folder.file("a.tar"), replaces: false)
    }
    let file = try StreamedFile(at: folder.file("a.tar"), replaces: true)
    try file.append(Array("new".utf8))
    #expect(folder.text("a.tar") == "old")
    try file.finish()
    #expect(folder.text("a.tar") == "new" && folder.names == ["a.tar"])
  }

  @Test func whatHasAppearedMeanwhileStays() throws {
    defer { folder.remove() }
    let file = try StreamedFile(at: folder.file("a.tar"), replaces: false)
    folder.put("theirs", in: "a.tar")
    #expect(throws: (any Error).self) { try file.finish() }
    #expect(folder.text("a.tar") == "theirs" && folder.names == ["a.tar"])
  }

  @Test func aFullDiskIsSaid() throws {
    defer { folder.remove() }
    let small = folder.file("small")
    mkdir(small, 0o700)
    // A disk of its own, where that is allowed.
    guard mount("none", small, "tmpfs", 0, "size=64k") == 0 else { return }
    defer { umount2(small, 2) }
    let file = try StreamedFile(at: small + "/a.tar", replaces: false)
    let error = #expect(throws: (any Error).self) {
      for _ in 0..<32 { try file.append([UInt8](repeating: 7, count: 8_192)) }
    }
    #expect("\(try #require(error))".contains("the disk is full — free some space"))
    file.discard()
    #expect(FolderListing(small).files.isEmpty)
  }

  @Test func whyNoneCanBeBegun() throws {
    defer { folder.remove() }
    let error = #expect(throws: StreamedFile.Problem.self) {
      try StreamedFile(at: folder.file("no/such/a.tar"), replaces: false)
    }
    #expect("\(try #require(error))".contains("does not exist"))
    #expect(throws: StreamedFile.Problem.self) { try StreamedFile(at: folder.path, replaces: true) }
  }

  @Test func aFileIsReadToItsEnd() throws {
    defer { folder.remove() }
    folder.put(String(repeating: "x", count: 700_000), in: "a")
    let file = try SourceFile(folder.file("a"))
    var sizes: [Int] = []
    while let bytes = try file.next() { sizes.append(bytes.count) }
    #expect(file.size == 700_000 && sizes.reduce(0, +) == 700_000 && sizes.count == 3)
    #expect(throws: (any Error).self) { try SourceFile(folder.path) }
  }
}
