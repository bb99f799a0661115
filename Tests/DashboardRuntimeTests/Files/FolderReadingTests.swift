import EngineModel
import SimulatedEngine
import TarArchive
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// What is in a folder of a container, as its own tools tell it, and as a tar does.
@MainActor @Suite struct FolderReadingTests {
  private func names(_ entries: [FileEntry]) -> [String] { entries.map(\.title) }

  @Test func whatStatPrintsIsRead() {
    let output = """
      41ed 4096 1796018337 0 0 /etc/./init.d
      \t'/etc/./init.d'
      a1ff 12 1796018337 0 0 /etc/./mtab
      \t'/etc/./mtab' -> '/proc/mounts'
      81a4 77 1796018337 101 102 /etc/./hosts
      \t'/etc/./hosts'

      """
    let entries = FolderCommand.entries(Array(output.utf8), in: ContainerPath("/etc"))
    #expect(names(entries) == ["init.d", "mtab", "hosts"])
    #expect(entries.map(\.kind) == [.folder, .link, .file])
    #expect(entries[1].link == Array("/proc/mounts".utf8))
    #expect(entries[2].size == 77)
    #expect(entries[2].group == 102)
  }

  @Test func aNameMayHaveLineEndsInIt() {
    let output = "81a4 1 1 0 0 /d/./a\nb\n\t'/d/./a\nb'\n81a4 2 1 0 0 /d/./c\n\t'/d/./c'\n"
    #expect(names(FolderCommand.entries(Array(output.utf8), in: ContainerPath("/d"))).first == "a\nb")
  }

  @Test func anOutputOfAnotherFormIsNoEntry() {
    #expect(FolderCommand.entries(Array("sh: find: not found\n".utf8), in: .root).isEmpty)
  }

  @Test(arguments: ["", "./", "/"], [true, false])
  func aTarIsReadWhateverItsNamesBeginWith(prefix: String, namesItself: Bool) {
    var folder = ArchivedFolder()
    let all = [("", TarEntry.Kind.directory), ("a", .directory), ("a/deep", .file), ("b", .file)]
    for (name, kind) in namesItself ? all : Array(all.dropFirst()) {
      folder.add(TarEntry(path: Array((prefix + name).utf8), kind: kind))
    }
    #expect(names(folder.entries) == ["a", "b"])
  }

  @Test func theFilesOfAStoppedContainerAreThere() async throws {
    try await withDashboard([.init(name: "web", state: .exited(code: 0))]) { rig in
      try await rig.until(showing: "web")
      try rig.press("<enter> ] ] ] ] ]")
      try await rig.until(showing: "etc/")
      try rig.press("j <enter>")
      try await rig.until(showing: "os-release")
      try rig.press("G <enter>")
      try await rig.until(showing: "Alpine Linux")
    }
  }
}
