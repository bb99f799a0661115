import Glibc
import TestSupport
import Testing
import Troubles

@testable import DiskFiles

/// Folders among the temporary files: none stays when its owner has gone.
@Suite struct OwnedFolderTests {
  let parent: TestFolder

  init() throws { parent = try TestFolder() }

  private func make() throws -> OwnedFolder { try OwnedFolder(kind: "demo", in: parent.path) }

  /// A folder as one that a killed process has left.
  private func abandoned(_ name: String, daysOld: Int = 0) throws {
    parent.put("services: {}\n", in: "\(name)/shop/compose.yaml")
    parent.put("", in: "\(name)/engine.sock")
    let old = timeval(tv_sec: time(nil) - daysOld * 24 * 3600, tv_usec: 0)
    utimes(parent.file(name), [old, old])
  }

  @Test func `a folder is its owner's alone, and goes with all that is in it`() throws {
    let folder = try make()
    #expect(TestFolder.mode(folder.path) == 0o700)
    let name = try #require(parent.names.first)
    #expect(name.hasPrefix("davit-demo-"))
    parent.put("x", in: "\(name)/a/b/c")
    folder.remove()
    #expect(parent.names.isEmpty)
  }

  @Test func `what a killed process has left goes when the next folder of its kind is made`() throws {
    try abandoned("davit-demo-AbCdEf")
    try abandoned("davit-other-AbCdEf")
    try abandoned("something")
    let folder = try make()
    #expect(
      parent.names
        == [String(folder.path.dropFirst(parent.path.count + 1)), "davit-other-AbCdEf", "something"].sorted())
  }

  @Test func `what belongs to a living owner stays, and so does what it points to`() throws {
    let first = try make()
    parent.put("precious", in: "precious/file")
    symlink(parent.file("precious"), first.path + "/link")
    symlink(parent.file("precious"), parent.file("davit-demo-linked"))
    let second = try make()
    #expect(parent.names.count == 4 && first.path != second.path)
    first.remove()
    #expect(parent.text("precious/file") == "precious")
  }

  @Test func `texts of an editor that was interrupted stay for a week`() throws {
    let state = StateFolder(parent.path)
    mkdir(parent.file("handed-over"), 0o700)
    try abandoned("handed-over/davit-text-monday", daysOld: 8)
    try abandoned("handed-over/davit-text-sunday", daysOld: 2)
    let folder = try state.ownedFolder(in: "handed-over")
    try folder.write("services: {}\n", to: "compose.yaml")
    let names = FolderListing(parent.file("handed-over")).folders
    #expect(names.count == 2 && names.contains("davit-text-sunday"))
    #expect(TestFolder.mode(folder.path + "/compose.yaml") == 0o600)
  }

  @Test func `where no folder can be made, one line says why`() throws {
    #expect(
      throws: Trouble(
        "cannot create a folder in /nonexistent", why: "No such file or directory",
        advice: "free some space there, or set TMPDIR to another folder")
    ) { try OwnedFolder(kind: "demo", in: "/nonexistent") }
  }
}
