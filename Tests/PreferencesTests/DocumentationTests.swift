import FoundationEssentials
import Preferences
import TerminalUI
import TestSupport
import Testing

/// The pages in docs/ say what the program does.
@Suite struct DocumentationTests {
  private let docs = URL(filePath: Checkout.path("docs"))

  @Test func theSettingsPageIsFresh() throws {
    let page = docs.appending(path: "settings.md")
    let fresh = SettingsReference.markdown()
    if ProcessInfo.processInfo.environment["DAVIT_WRITE_DOCS"] == "1" {
      try fresh.write(to: page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: page, encoding: .utf8) == fresh, "write it with: make docs")
  }

  @Test func theThemesPageNamesEveryRoleAndBackdrop() throws {
    let page = try String(contentsOf: docs.appending(path: "themes.md"), encoding: .utf8)
    let names = Role.allCases.map(\.rawValue) + Backdrop.allCases.map(\.rawValue)
    #expect(names.filter { !page.contains("`\($0)`") } == [])
  }

  @Test func theThemesPageNamesEveryTheme() throws {
    let page = try String(contentsOf: docs.appending(path: "themes.md"), encoding: .utf8)
    #expect(ThemeCatalogue.builtIn.names.filter { !page.contains("| `\($0)` | ") } == [])
  }

  @Test func everySettingIsDocumentedInWholeSentences() {
    for key in SettingKey.all {
      #expect(key.documentation.hasSuffix("."), "\(key.path)")
    }
  }
}
