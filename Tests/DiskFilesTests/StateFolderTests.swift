import Glibc
import TestSupport
import Testing
import Troubles

@testable import DiskFiles

/// The state folder: whoever can put a link there does not choose what davit reads and writes.
@Suite struct StateFolderTests {
  let folder: TestFolder
  let state: StateFolder

  init() throws {
    folder = try TestFolder(["outside/secret": "theirs\n"])
    state = StateFolder(folder.file("state"))
  }

  @Test func `what is written is read, by its owner alone`() throws {
    try state.write("mine\n", to: "stacks/one")
    #expect(state.read("stacks/one") == "mine\n")
    #expect(TestFolder.mode(folder.file("state/stacks/one")) == 0o600)
  }

  @Test(arguments: [("swap/one", "outside/secret"), ("swap", "outside"), ("swap/one", "outside/new")])
  func `a link is neither read nor written through`(link: String, target: String) throws {
    mkdir(folder.file("state"), 0o700)
    if link.contains("/") { mkdir(folder.file("state/swap"), 0o700) }
    symlink(folder.file(target), folder.file("state/\(link)"))
    #expect(state.read(link == "swap" ? "swap/secret" : "swap/one") == nil)
    let problem = #expect(throws: Trouble.self) { try state.write("mine\n", to: "swap/one") }
    #expect(
      problem?.description.hasSuffix("\(folder.file("state/\(link)")) is a symbolic link — remove it") == true
    )
    #expect(folder.text("outside/secret") == "theirs\n" && folder.text("outside/new") == nil)
  }

  @Test func `the folder itself may be where its owner has put it`() throws {
    symlink(folder.file("outside"), folder.file("state"))
    try state.write("mine\n", to: "one")
    #expect(folder.text("outside/one") == "mine\n")
  }
}
