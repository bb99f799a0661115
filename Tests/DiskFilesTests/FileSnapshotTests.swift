import Glibc
import TestSupport
import Testing
import Troubles

@testable import DiskFiles

@Suite struct FileSnapshotTests {
  let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test func aTextAndItsRevisionAreRead() throws {
    let path = folder.put("größe: 1\n", in: "compose.yaml")
    let snapshot = try #require(try FileSnapshot.read(path))
    #expect(snapshot.text == "größe: 1\n")
    #expect(snapshot.path == path)
    #expect(snapshot.revision.stamp == FileStamp(at: path))
  }

  @Test func noFileIsNoProblem() throws {
    #expect(try FileSnapshot.read(folder.file("missing")) == nil)
    #expect(try FileSnapshot.read(folder.file("missing/compose.yaml")) == nil)
  }

  @Test func aFolderIsNamedAsSuch() throws {
    #expect(throws: Trouble("cannot read \(folder.path)", why: "it is a directory")) {
      try FileSnapshot.read(folder.path)
    }
  }

  @Test func aFileThatIsTooLargeIsNotRead() throws {
    let path = folder.put("12345", in: "file")
    #expect(throws: Trouble("cannot read \(path)", why: "it is larger than 4 bytes")) {
      try FileSnapshot.read(path, limit: 4)
    }
  }

  @Test func aPipeDoesNotHoldDavitUp() throws {
    mkfifo(folder.file("pipe"), 0o600)
    #expect(throws: Trouble.self) { try FileSnapshot.read(folder.file("pipe")) }
  }

  @Test func aDigestTellsTextsApart() {
    let texts = (0..<2_000).map { String(repeating: "a", count: $0 % 40) + "\($0)" } + ["", "\0", "\0\0"]
    let digests = Set(texts.map { ContentDigest(of: $0) })
    #expect(digests.count == texts.count)
  }

  @Test func aDigestIsReadBackFromItsText() {
    let digest = ContentDigest(of: "services: {}\n")
    #expect(ContentDigest(digest.description) == digest)
    #expect(ContentDigest("+2345678123456781234567812345678") == nil)
  }
}
