import Dashboard
import StackPlanning
import TestSupport
import Testing

@testable import DashboardRuntime

@Suite struct StackSearchTests {
  let folder: TestFolder
  private let text = "services:\n  web:\n    image: nginx:1.27\n"

  init() throws { folder = try TestFolder() }

  private func find(_ places: StackPlaces, environment: [String: String] = [:]) -> [StackSource] {
    StackSearch(environment: environment).find(places)
  }

  @Test func foldersAreSearchedThreeLevelsDeep() throws {
    folder.put(text, in: "shop/compose.yaml")
    folder.put(text, in: "a/b/c/docker-compose.yml")
    folder.put(text, in: "a/b/c/d/compose.yaml")
    folder.put(text, in: "node_modules/thing/compose.yaml")
    folder.put(text, in: ".hidden/compose.yaml")
    #expect(find(StackPlaces(folders: [folder.path])).map(\.name).sorted() == ["c", "shop"])
  }

  @Test func aFileOverItIsFoundToo() throws {
    folder.put("name: kiosk\n" + text, in: "shop/compose.yaml")
    folder.put(text, in: "shop/compose.override.yaml")
    let found = find(StackPlaces(folders: ["~/"]), environment: ["HOME": folder.path])
    #expect(
      found == [
        StackSource(
          name: "kiosk", directory: folder.path + "/shop",
          files: ["compose.yaml", "compose.override.yaml"].map { "\(folder.path)/shop/\($0)" })
      ])
  }

  @Test func aFileWithAMistakeBelongsToAStack() throws {
    folder.put("services: [", in: "My Shop/compose.yaml")
    #expect(find(StackPlaces(folders: [folder.path])).map(\.name) == ["myshop"])
  }

  @Test func theWorkingDirectoryIsSearchedUpwards() throws {
    folder.put(text, in: "shop/compose.yaml")
    folder.put("x", in: "shop/src/deep/main.go")
    let found = find(StackPlaces(workingDirectory: folder.path + "/shop/src/deep"))
    #expect(found.map(\.directory) == [folder.path + "/shop"])
  }

  @Test func namedFilesComeBeforeWhatIsFound() throws {
    folder.put(text, in: "shop/compose.yaml")
    let other = folder.put(text, in: "shop/prod.yaml")
    let found = find(
      StackPlaces(workingDirectory: folder.path + "/shop", files: [other], name: "live"))
    #expect(found == [StackSource(name: "live", directory: folder.path + "/shop", files: [other])])
  }

  @Test func aProjectNameAroundDavitIsNotThatOfAllFolders() throws {
    folder.put(text, in: "shop/compose.yaml")
    let found = find(StackPlaces(folders: [folder.path]), environment: ["COMPOSE_PROJECT_NAME": "other"])
    #expect(found.map(\.name) == ["shop"])
  }

  @Test func nowhereIsNothing() {
    #expect(find(StackPlaces()) == [])
    #expect(find(StackPlaces(folders: ["/nonexistent"], workingDirectory: "/nonexistent")) == [])
  }
}
