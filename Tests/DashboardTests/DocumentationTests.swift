import FoundationEssentials
import Testing

@testable import Dashboard

/// The table of keys says what the keys do.
@Suite struct KeyDocumentationTests {
  private let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs").appending(path: "keys.md")

  @Test func thePageOfKeysIsFresh() throws {
    let fresh = KeyReference.markdown()
    if ProcessInfo.processInfo.environment["DAVIT_WRITE_DOCS"] == "1" {
      try fresh.write(to: page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: page, encoding: .utf8) == fresh, "write it with: make docs")
  }

  @Test func everyCommandSaysWhatItDoesInAWholeSentence() {
    for command in Features.standard.commands { #expect(command.doc.hasSuffix("."), "\(command.id)") }
  }
}

/// The pages of the panes say what the panes can do.
@Suite struct PaneDocumentationTests {
  private static let start = "<!-- Generated from the pane: `make docs`. -->\n\n"

  private func page(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/panes/\(name).md")
  }

  @Test(arguments: PaneReference.pages) func thePageOfAPaneIsFresh(name: String) throws {
    let page = page(name)
    let text = try String(contentsOf: page, encoding: .utf8)
    let own = try #require(text.firstRange(of: Self.start), "the page has no place for what is generated")
    let fresh = try text[..<own.upperBound] + #require(PaneReference.markdown(of: name))
    if ProcessInfo.processInfo.environment["DAVIT_WRITE_DOCS"] == "1" {
      try String(fresh).write(to: page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: page, encoding: .utf8) == fresh, "write it with: make docs")
  }
}
