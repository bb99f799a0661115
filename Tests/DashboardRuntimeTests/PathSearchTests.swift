import Glibc
import TestSupport
import Testing

@testable import Dashboard
@testable import DashboardRuntime

/// What a path that is being typed can become.
@Suite struct PathSearchTests {
  private func names(_ text: String, in folder: TestFolder, foldersOnly: Bool = false) -> [String] {
    PathSearch.answer(PathQuery(text, foldersOnly: foldersOnly), home: folder.path).names
  }

  @Test func foldersComeFirstAndLinksToThemAreFolders() throws {
    let folder = try TestFolder(["data/x": "", "dump.sql": "", ".hidden": "", "a\u{1B}[2J": ""])
    symlink(folder.file("data"), folder.file("day"))
    #expect(names("\(folder.path)/", in: folder) == ["data/", "day/", "dump.sql"])
    #expect(names("~/d", in: folder, foldersOnly: true) == ["data/", "day/"])
    #expect(names("~/.", in: folder) == [".hidden"])
  }

  @Test func aFolderThatIsNotThereHasNothing() throws {
    #expect(try names("/nowhere/at/all/", in: TestFolder()) == [])
  }
}
