import Testing

/// Words that no file of this repository holds.
@Suite struct WordTests {
  /// Written in halves, since this file is looked at too.
  private static let forbidden = [
    "TO" + "DO", "FIX" + "ME", "../" + "shared", "/wo" + "rk/", "pypi" + ".org", "npmjs" + ".org",
    "crates" + ".io",
    "rubygems" + ".org", "proxy.golang" + ".org", "deb.debian" + ".org",
  ]

  @Test(arguments: Repository.texts)
  func aFileHoldsNoForbiddenWord(path: String) {
    let text = Repository.text(of: path)
    #expect(Self.forbidden.filter { text.contains($0) } == [])
  }

  @Test(arguments: [
    "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "docs/davit.1",
  ])
  func thePagesThatPeopleLookForAreThere(path: String) {
    #expect(!Repository.text(of: path).isEmpty)
  }

  @Test(arguments: Repository.sources)
  func noFolderOrFileIsNamedAfterNothing(file: SourceFile) {
    let names = file.path.split(whereSeparator: { "/.+".contains($0) })
    // A channel handler is what NIO calls a channel handler.
    let empty =
      ["Manager", "Helper", "Helpers", "Util", "Utils", "Utilities", "Common", "Base"]
      + (file.imports.contains("NIOCore") ? [] : ["Handler"])
    #expect(
      names.filter { name in empty.contains { name.hasSuffix($0) && !name.hasSuffix("Database") } } == [])
  }
}
