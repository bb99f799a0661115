import DiskFiles
import TestSupport
import Testing
import Troubles

@testable import Dashboard
@testable import DashboardRuntime

/// The file that keeps the view between runs.
@Suite struct ViewMemoryFileTests {
  private static var memory: ViewMemory {
    var memory = ViewMemory()
    (memory.pane, memory.mode, memory.sideShare) = ("Stacks", "half", 412)
    var pane = ViewMemory.Pane()
    (pane.sort, pane.isDescending, pane.folds) = ("name", true, [["0", "sh\u{1B}op", "", "a\nb"]])
    pane.columns = ["name", "image"]
    memory.panes["Stacks"] = pane
    return memory
  }

  @Test func whatIsWrittenIsRead() throws {
    let folder = try TestFolder()
    let file = ViewMemoryFile(StateFolder(folder.file("state")))
    #expect(try file.read() == ViewMemory())
    try file.write(Self.memory)
    #expect(try file.read() == Self.memory)
    #expect(TestFolder.mode(file.path) == 0o600)
  }

  @Test(arguments: ["", "not json", "{\"pane\": \"Stacks\"}", "{\"davit view\": 2}", "[]"])
  func aFileOfSomebodyElseIsALine(text: String) throws {
    let folder = try TestFolder(["view.json": text])
    let file = ViewMemoryFile(StateFolder(folder.path))
    let trouble = #expect(throws: Trouble.self) { try file.read() }
    #expect(trouble?.advice == "it is ignored, and written anew")
    try file.write(Self.memory)
    #expect(try file.read() == Self.memory)
  }

  @Test func twoThatWriteAtOnceLeaveAWholeFile() async throws {
    let folder = try TestFolder()
    await withTaskGroup { group in
      for number in 0..<8 {
        group.addTask {
          var memory = Self.memory
          memory.sideShare = 100 + number
          try? ViewMemoryFile(StateFolder(folder.path)).write(memory)
        }
      }
    }
    let share = try #require(try ViewMemoryFile(StateFolder(folder.path)).read().sideShare)
    #expect((100..<108).contains(share))
    #expect(folder.names == ["view.json"])
  }
}
