import TestSupport
import Testing

@testable import DiskFiles

/// The theme that was chosen last is there at the next start.
@Suite struct KeptThemeTests {
  let folder: TestFolder
  let state: StateFolder

  init() throws {
    folder = try TestFolder()
    state = StateFolder(folder.file("state"))
  }

  @Test func `what is kept is read`() throws {
    try KeptTheme(name: "light", settings: "auto").write(to: state)
    #expect(KeptTheme.read(from: state, settings: "auto") == "light")
  }

  @Test func `settings that were changed since win`() throws {
    try KeptTheme(name: "light", settings: "auto").write(to: state)
    #expect(KeptTheme.read(from: state, settings: "dark") == nil)
  }

  @Test func `nothing was kept`() { #expect(KeptTheme.read(from: state, settings: "auto") == nil) }
}
