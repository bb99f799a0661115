import Dashboard
import DiskFiles
import EngineModel
import Testing

@testable import DashboardRuntime

@Suite struct StackMemoryFileTests {
  let folder: StackFolder
  let file: StackMemoryFile
  private let shop = ProjectKey(name: "shop", folder: "/srv/shop")

  init() throws {
    folder = try StackFolder()
    file = StackMemoryFile(state: StateFolder(folder.path + "/state"))
  }

  @Test func whatWasChosenIsThereInTheNextRun() throws {
    let memory = StackMemory(profiles: ["debug", "größe"], scale: ["web": 3, "db": 0])
    try file.remember(shop, memory)
    try file.remember(ProjectKey(name: "shop", folder: "/srv/other"), StackMemory(profiles: []))
    #expect(
      file.read() == [
        shop: memory, ProjectKey(name: "shop", folder: "/srv/other"): StackMemory(profiles: []),
      ])
  }

  @Test func nothingIsForgottenWhenNothingIsLeft() throws {
    try file.remember(shop, StackMemory(scale: ["web": 3]))
    try file.remember(shop, StackMemory())
    #expect(file.read() == [:])
  }

  @Test(arguments: ["", "no JSON", "[]", "{\"stacks\": [1, {\"project\": \"a\"}]}"])
  func aBrokenFileIsAnEmptyOne(text: String) throws {
    try folder.put(text, in: "state/stacks.json")
    #expect(file.read() == [:])
    try file.remember(shop, StackMemory(profiles: []))
    #expect(file.read() == [shop: StackMemory(profiles: [])])
  }
}
