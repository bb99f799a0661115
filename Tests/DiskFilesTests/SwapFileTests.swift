import Glibc
import TestSupport
import Testing

@testable import DiskFiles

@Suite struct SwapFileTests {
  let folder: TestFolder
  let swap: SwapFiles

  init() throws {
    folder = try TestFolder()
    swap = SwapFiles(in: StateFolder(folder.file("state")))
  }

  @Test func theTextOfAKilledProcessIsFound() async throws {
    let path = folder.put("base\n", in: "compose.yaml")
    let state = folder.file("state")
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String, state = state as String] in
      let base = try #require(try FileSnapshot.read(path)).revision
      let swap = SwapFiles(in: StateFolder(state))
      try swap.write("first", of: path, base: base, project: "shop", time: 1)
      try swap.write("unsaved\n", of: path, base: base, project: "shop", time: 2)
      kill(getpid(), SIGKILL)
    }
    let left = try #require(swap.leftovers().first)
    #expect(swap.leftovers().count == 1)
    #expect(left.text == "unsaved\n")
    #expect(left.path == path)
    #expect(left.base == ContentDigest(of: "base\n"))

    swap.remove(left)
    #expect(swap.leftovers() == [])
  }

  @Test func theTextOfAProcessThatRunsIsNoLeftover() throws {
    try swap.write("mine", of: "/srv/compose.yaml", base: nil, project: "", time: 1)
    #expect(swap.leftovers() == [])
  }

  @Test func aNumberThatWasGivenAgainIsAnotherProcess() throws {
    try swap.write("mine", of: "/srv/compose.yaml", base: nil, project: "", time: 1)
    let name = try #require(FilePaths.names(in: folder.file("state/swap")).first)
    let text = try #require(folder.text("state/swap/\(name)"))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    folder.put(
      lines.map { $0.hasPrefix("started ") ? "started 1" : String($0) }.joined(separator: "\n"),
      in: "state/swap/\(name)")
    #expect(swap.leftovers().map(\.text) == ["mine"])
  }

  @Test func aSessionThatEndsLeavesNothing() throws {
    try swap.write("mine", of: "/srv/compose.yaml", base: nil, project: "", time: 1)
    swap.remove("/srv/compose.yaml")
    #expect(FilePaths.names(in: folder.file("state/swap")) == [])
  }

  @Test func onlyTheOwnerCanReadIt() throws {
    try swap.write("mine", of: "/srv/compose.yaml", base: nil, project: "", time: 1)
    let name = try #require(FilePaths.names(in: folder.file("state/swap")).first)
    #expect(TestFolder.mode(folder.file("state/swap")) == 0o700)
    #expect(TestFolder.mode(folder.file("state/swap/\(name)")) == 0o600)
  }
}
