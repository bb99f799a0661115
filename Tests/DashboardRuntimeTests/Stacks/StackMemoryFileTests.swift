import Dashboard
import DiskFiles
import EngineModel
import TestSupport
import Testing

@testable import DashboardRuntime

@Suite struct StackMemoryFileTests {
  let folder: TestFolder
  let file: StackMemoryFile
  private let shop = ProjectName("shop")

  init() throws {
    folder = try TestFolder()
    file = StackMemoryFile(state: StateFolder(folder.path + "/state"), address: "unix:///run/docker.sock")
  }

  @Test func whatWasChosenIsThereInTheNextRun() throws {
    let memory = StackMemory(profiles: ["debug", "größe"], scale: ["web": 3, "db": 0])
    try file.remember(shop, memory)
    try file.remember("blog", StackMemory(profiles: []))
    #expect(file.read() == [shop: memory, "blog": StackMemory(profiles: [])])
  }

  @Test func theNumbersOfOneEngineAreNotThoseOfAnother() throws {
    let other = StackMemoryFile(state: file.state, address: "ssh://prod")
    try file.remember(shop, StackMemory(scale: ["web": 3]))
    #expect(other.read() == [:])
    try other.remember(shop, StackMemory(scale: ["web": 9]))
    #expect(file.read() == [shop: StackMemory(scale: ["web": 3])])
    try file.remember(shop, StackMemory())
    #expect(other.read() == [shop: StackMemory(scale: ["web": 9])])
  }

  @Test func nothingIsForgottenWhenNothingIsLeft() throws {
    try file.remember(shop, StackMemory(scale: ["web": 3]))
    try file.remember(shop, StackMemory())
    #expect(file.read() == [:])
  }

  @Test func ofAFileThatNamesNoEngineOnlyTheProfilesCount() throws {
    let old =
      #"{"stacks": [{"project": "shop", "folder": "/srv/shop", "profiles": ["a"], "scale": {"web": 3}}]}"#
    folder.put(old, in: "state/stacks.json")
    #expect(file.read() == [shop: StackMemory(profiles: ["a"])])
  }

  @Test(arguments: ["", "no JSON", "[]", "{\"stacks\": [1, {\"engine\": \"a\"}]}"])
  func aBrokenFileIsAnEmptyOne(text: String) throws {
    folder.put(text, in: "state/stacks.json")
    #expect(file.read() == [:])
    try file.remember(shop, StackMemory(profiles: []))
    #expect(file.read() == [shop: StackMemory(profiles: [])])
  }
}
