import Testing

@Suite struct ManifestTests {
  private let sample = Manifest(
    """
    // swift-tools-version: 6.1
    import PackageDescription

    let strict: [SwiftSetting] =
      [.swiftLanguageMode(.v6)]  // "comment"
      + (Context.environment["STRICT"] == "1" ? [.unsafeFlags(["-x"])] : [])
    let net: [Target.Dependency] = [.product(name: "NIOCore", package: "swift-nio"), "Wire"]
    let wire: Target.Dependency = "Wire"

    let package = Package(
      name: "sample",
      products: [.library(name: "Kit", targets: ["Kit", "Wire"])],
      dependencies: [.package(url: "https://example.com/nio", from: "2.0.0", traits: [])],
      targets: [
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "Wire", dependencies: [.target(name: "CYAML")], swiftSettings: strict),
        .target(name: "Kit", dependencies: net + ["CYAML"], path: "kit", swiftSettings: strict + []),
        .testTarget(
          name: "KitTests", dependencies: [wire, .byName(name: "Kit"), .product(name: "Log", package: "log")],
          exclude: ["Fixtures"]),
      ]
    )
    """)

  @Test func readsProducts() {
    #expect(sample.products.map(\.name) == ["Kit"])
    #expect(sample.products.first?.targets == ["Kit", "Wire"])
  }

  @Test func readsTargetsAndTheirFolders() {
    #expect(sample.targets.map(\.name) == ["CYAML", "Wire", "Kit", "KitTests"])
    #expect(sample.targets.map(\.folder) == ["Sources/CYAML", "Sources/Wire", "kit", "Tests/KitTests"])
    #expect(sample.targets.map(\.isTest) == [false, false, false, true])
  }

  @Test func readsDependenciesInEveryForm() {
    #expect(sample["Wire"]?.targets == ["CYAML"])
    #expect(sample["Kit"]?.targets == ["Wire", "CYAML"])
    #expect(sample["Kit"]?.products == ["NIOCore"])
    #expect(sample["KitTests"]?.targets == ["Wire", "Kit"])
    #expect(sample["KitTests"]?.products == ["Log"])
  }

  @Test func findsTheTargetOfAFile() {
    #expect(sample.target(ofFile: "kit/A/B.swift")?.name == "Kit")
    #expect(sample.target(ofFile: "Sources/Wired/B.swift") == nil)
  }

  @Test func readsTheManifestOfThisPackage() {
    #expect(Repository.manifest.products.count >= 5)
    #expect(Repository.manifest.targets.count >= 40)
    #expect(Repository.manifest["EngineTransport"]?.products == ["NIOCore", "NIOPosix", "NIOHTTP1"])
  }
}
