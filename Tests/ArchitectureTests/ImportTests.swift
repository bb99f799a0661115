import Testing

/// Who may know whom. Package.swift says which targets and products a target may import; which ones may use the system
/// stands here.
@Suite struct ImportTests {
  /// What comes with the system or the toolchain. SystemPackage comes with Subprocess.
  private static let system: Set = [
    "Dispatch", "FoundationEssentials", "Glibc", "Synchronization", "SystemPackage",
  ]

  /// Values in, values out: these import nothing of the system.
  private static let pure: Set = [
    "ComposeFile", "Dashboard", "EngineModel", "ImageLayers", "Preferences", "PrintableText",
    "SecretDetection", "StackPlanning", "TerminalUI", "TextEditing", "TextPattern", "Themes", "Troubles",
    "WordMatching",
    "YAMLDocument",
  ]

  /// Edges of the program and what stands right behind them: these may.
  private static let edges: Set = [
    "DashboardRuntime", "DiskFiles", "EngineClient", "EngineTransport", "SimulatedEngine", "TarArchive",
    "TerminalDriver", "davit",
  ]

  @Test(arguments: Repository.sources)
  func aFileImportsWhatItsTargetDeclares(file: SourceFile) throws {
    let target = try #require(Repository.manifest[file.target], "no target has this file")
    var allowed = target.targets.union(target.products)
    if target.isTest || Self.edges.contains(target.name) { allowed.formUnion(Self.system) }
    if !target.products.contains("Subprocess") { allowed.remove("SystemPackage") }
    if target.isTest { allowed.insert("Testing") }
    #expect(Set(file.imports).subtracting(allowed) == [])
  }

  @Test(arguments: Repository.manifest.targets)
  func aTargetUsesWhatItDeclares(target: Manifest.Target) {
    let imports = Set(Repository.sources.filter { $0.target == target.name }.flatMap(\.imports))
    #expect(target.targets.union(target.products).subtracting(imports) == [])
  }

  @Test func everyTargetOfTheProgramIsPureOrAnEdge() {
    let swift = Set(Repository.sources.filter { !$0.isTest && !$0.path.hasPrefix("docs/") }.map(\.target))
    #expect(swift == Self.pure.union(Self.edges))
    #expect(Self.pure.isDisjoint(with: Self.edges))
  }

  @Test(arguments: Repository.sources)
  func nothingImportsFoundation(file: SourceFile) {
    #expect(!file.imports.contains("Foundation"), "FoundationEssentials has what is needed, 44 MB smaller")
  }

  @Test func thereAreSourcesToLookAt() {
    #expect(Repository.sources.count > 50)
  }
}
