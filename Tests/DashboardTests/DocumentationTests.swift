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
