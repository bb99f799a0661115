import Testing

/// Who may know whom. Imports point down: see the picture in ARCHITECTURE.md.
@Suite struct ImportTests {
  private static let nio: Set = ["NIOCore", "NIOPosix", "NIOHTTP1", "NIOConcurrencyHelpers"]
  private static let system: Set = ["FoundationEssentials", "Glibc", "Dispatch", "Synchronization"]

  /// What the files of a target may import.
  private static let allowed: [String: Set<String>] = [
    // Pure: values in, values out.
    "TerminalUI": [],
    "EngineModel": [],
    "Themes": [],
    "TextPattern": ["CPCRE2"],
    "YAMLDocument": ["CLibYAML"],
    "ComposeFile": ["YAMLDocument"],
    "Preferences": ["TerminalUI", "Themes", "YAMLDocument"],
    "StackPlanning": ["ComposeFile", "EngineModel", "YAMLDocument"],
    "TextEditing": ["TerminalUI", "TextPattern"],
    "Dashboard": [
      "ComposeFile", "EngineModel", "Preferences", "StackPlanning", "TerminalUI", "TextEditing",
      "TextPattern",
      "YAMLDocument",
    ],
    // The edges.
    "EngineTransport": nio.union(system).union(["Logging"]),
    "TerminalDriver": system.union(["CNcurses", "TerminalUI"]),
    "DiskFiles": system.union(["ComposeFile"]),
    "DashboardRuntime": system.union([
      "ComposeFile", "Dashboard", "DiskFiles", "EngineClient", "EngineModel", "EngineTransport", "Logging",
      "Preferences", "StackPlanning", "Subprocess", "SystemPackage", "TerminalDriver", "TerminalUI",
      "TextEditing",
      "TextPattern", "YAMLDocument",
    ]),
    // Between them.
    "EngineClient": system.union(["EngineModel", "EngineTransport", "Logging"]),
    "SimulatedEngine": nio.union(system).union(["EngineModel"]),
    "davit": system.union([
      "ArgumentParser", "ComposeFile", "Dashboard", "DashboardRuntime", "EngineClient", "EngineModel",
      "DiskFiles", "EngineTransport", "Logging", "Preferences", "SimulatedEngine", "StackPlanning",
      "TerminalDriver", "TerminalUI",
    ]),
    "DavitBench": system.union(["ComposeFile", "TerminalHarness"]),
  ]

  @Test(arguments: Repository.sources.filter { $0.path.hasPrefix("Sources/") || $0.target == "Themes" })
  func aFileImportsWhatItsTargetMayKnow(file: SourceFile) throws {
    let allowed = try #require(Self.allowed[file.target], "the table does not know the target \(file.target)")
    #expect(Set(file.imports).subtracting(allowed) == [])
  }

  @Test(arguments: Repository.sources)
  func nothingImportsFoundation(file: SourceFile) {
    #expect(!file.imports.contains("Foundation"), "FoundationEssentials has what is needed, 44 MB smaller")
  }

  @Test func thereAreSourcesToLookAt() {
    #expect(Repository.sources.count > 50)
  }
}
