// swift-tools-version: 6.1
import PackageDescription

/// The settings of every target of ours: Swift 6, and warnings as errors where `make` builds (a package with unsafe
/// flags could not be used as a library by others, so they come by environment).
let strict: [SwiftSetting] =
  [.swiftLanguageMode(.v6)]
  + (Context.environment["DAVIT_STRICT"] == "1" ? [.unsafeFlags(["-warnings-as-errors"])] : [])

/// The settings of the targets that libraries are made of: what they import is shown to their users only where a file
/// says `public import`.
let library = strict + [.enableUpcomingFeature("InternalImportsByDefault")]

let package = Package(
  name: "davit",
  products: [
    .executable(name: "davit", targets: ["davit"]),
    .library(name: "EngineModel", targets: ["EngineModel"]),
    .library(name: "ComposeFile", targets: ["ComposeFile", "YAMLDocument"]),
    .library(name: "EngineClient", targets: ["EngineClient", "EngineTransport"]),
    .library(name: "TerminalUI", targets: ["TerminalUI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // System libraries.
    .target(
      name: "CNcurses",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CFileAttributes"),
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),

    // Text.
    .target(name: "TextPattern", dependencies: ["CPCRE2"], swiftSettings: strict),
    .target(name: "YAMLDocument", dependencies: ["CLibYAML"], swiftSettings: library),
    .target(name: "WordMatching", swiftSettings: strict),
    .target(name: "SecretDetection", swiftSettings: strict),
    .target(name: "PrintableText", swiftSettings: strict),
    .target(
      name: "ComposeFile",
      dependencies: ["PrintableText", "SecretDetection", "WordMatching", "YAMLDocument"],
      swiftSettings: library),
    .target(
      name: "AuthoringExample", dependencies: ["ComposeFile"], path: "docs/authoring", exclude: ["README.md"],
      swiftSettings: strict),

    // What people read of what went wrong.
    .target(name: "Troubles", swiftSettings: strict),

    // The engine.
    .target(name: "EngineModel", dependencies: ["PrintableText"], swiftSettings: library),
    .target(
      name: "StackPlanning", dependencies: ["ComposeFile", "EngineModel", "SecretDetection"],
      swiftSettings: strict),
    .target(
      name: "EngineTransport",
      dependencies: [
        "Troubles",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      swiftSettings: library),
    .target(
      name: "EngineClient",
      dependencies: [
        "EngineModel", "EngineTransport", "Troubles", .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: library),
    .target(
      name: "SimulatedEngine",
      dependencies: [
        "EngineModel", "TarArchive",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      swiftSettings: strict),

    // Files.
    .target(
      name: "DiskFiles", dependencies: ["CFileAttributes", "ComposeFile", "Troubles"], swiftSettings: strict),

    .target(name: "TarArchive", dependencies: ["CLibArchive"], swiftSettings: strict),
    .target(name: "ImageLayers", dependencies: ["EngineModel"], swiftSettings: strict),

    // The screen.
    .target(name: "TerminalUI", swiftSettings: library),
    .target(name: "TextEditing", dependencies: ["TerminalUI", "TextPattern"], swiftSettings: strict),
    .target(name: "TerminalDriver", dependencies: ["CNcurses", "TerminalUI"], swiftSettings: strict),

    // The program.
    .target(
      name: "Themes", path: "themes",
      resources: [
        .embedInCode("dark.yaml"),
        .embedInCode("light.yaml"),
        .embedInCode("gruvbox-dark.yaml"),
        .embedInCode("gruvbox-light.yaml"),
        .embedInCode("solarized-dark.yaml"),
        .embedInCode("solarized-light.yaml"),
        .embedInCode("nord.yaml"),
        .embedInCode("dracula.yaml"),
        .embedInCode("catppuccin-mocha.yaml"),
        .embedInCode("catppuccin-latte.yaml"),
        .embedInCode("tokyo-night.yaml"),
        .embedInCode("high-contrast-dark.yaml"),
        .embedInCode("high-contrast-light.yaml"),
        .embedInCode("colour-blind.yaml"),
        .embedInCode("colour-blind-light.yaml"),
        .embedInCode("tritanopia.yaml"),
        .embedInCode("sixteen.yaml"),
        .embedInCode("mono.yaml"),
      ],
      swiftSettings: strict),
    .target(
      name: "Preferences",
      dependencies: ["SecretDetection", "TerminalUI", "Themes", "WordMatching", "YAMLDocument"],
      swiftSettings: strict),
    .target(
      name: "Dashboard",
      dependencies: [
        "ComposeFile", "EngineModel", "ImageLayers", "Preferences", "PrintableText", "SecretDetection",
        "StackPlanning", "TerminalUI",
        "TextEditing", "TextPattern", "Troubles", "WordMatching",
      ],
      swiftSettings: strict),
    .target(
      name: "DashboardRuntime",
      dependencies: [
        "ComposeFile", "Dashboard", "DiskFiles", "EngineClient", "EngineModel", "EngineTransport",
        "ImageLayers", "Preferences", "PrintableText", "StackPlanning", "TarArchive", "TerminalDriver",
        "TerminalUI",
        "Troubles",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "davit",
      dependencies: [
        "ComposeFile", "DashboardRuntime", "Dashboard", "DiskFiles", "EngineClient", "EngineModel",
        "EngineTransport", "Preferences", "PrintableText", "SecretDetection", "SimulatedEngine",
        "StackPlanning", "TerminalDriver",
        "TerminalUI", "Troubles",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Tests, cheap to real.
    .testTarget(name: "YAMLDocumentTests", dependencies: ["YAMLDocument"], swiftSettings: strict),
    .testTarget(
      name: "ComposeFileTests",
      dependencies: ["AuthoringExample", "ComposeFile", "ComposeGenerators", "TestSupport", "YAMLDocument"],
      exclude: ["Fixtures", "record-compose.py"], swiftSettings: strict),
    .testTarget(
      name: "StackPlanningTests",
      dependencies: ["ComposeFile", "EngineModel", "StackPlanning", "TestSupport"],
      exclude: ["Fixtures", "record-stack.py"], swiftSettings: strict),
    .testTarget(
      name: "DiskFilesTests", dependencies: ["CFileAttributes", "DiskFiles", "TestSupport", "Troubles"],
      swiftSettings: strict),
    .testTarget(
      name: "ImageLayersTests", dependencies: ["EngineModel", "ImageLayers"], swiftSettings: strict),
    .testTarget(name: "TarArchiveTests", dependencies: ["TarArchive", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TextEditingTests", dependencies: ["TerminalUI", "TestSupport", "TextEditing"],
      swiftSettings: strict),
    .testTarget(name: "PrintableTextTests", dependencies: ["PrintableText"], swiftSettings: strict),
    .testTarget(name: "SecretDetectionTests", dependencies: ["SecretDetection"], swiftSettings: strict),
    .testTarget(name: "WordMatchingTests", dependencies: ["WordMatching"], swiftSettings: strict),
    .testTarget(name: "TextPatternTests", dependencies: ["TextPattern"], swiftSettings: strict),
    .testTarget(
      name: "PreferencesTests", dependencies: ["Preferences", "TerminalUI", "TestSupport", "YAMLDocument"],
      swiftSettings: strict),
    .testTarget(
      name: "EngineModelTests", dependencies: ["EngineModel", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "TerminalUITests", dependencies: ["TerminalUI", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TerminalDriverTests", dependencies: ["CNcurses", "TerminalDriver", "TerminalUI"],
      swiftSettings: strict),
    .testTarget(
      name: "DashboardTests",
      dependencies: [
        "ComposeFile", "Dashboard", "EngineModel", "ImageLayers", "Preferences", "SecretDetection",
        "StackPlanning", "TerminalUI",
        "Troubles",
        "YAMLDocument",
      ],
      exclude: ["Goldens"], swiftSettings: strict),
    .testTarget(
      name: "EngineClientTests",
      dependencies: [
        "EngineClient", "EngineModel", "EngineTransport", "TestSupport",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SimulatedEngineTests",
      dependencies: [
        "ComposeFile", "EngineClient", "EngineModel", "EngineTransport", "SimulatedEngine", "StackPlanning",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DashboardRuntimeTests",
      dependencies: [
        "ComposeFile", "Dashboard", "DashboardRuntime", "DiskFiles", "EngineClient", "EngineModel",
        "EngineTransport", "ImageLayers", "Preferences", "SimulatedEngine", "StackPlanning", "TarArchive",
        "TerminalUI", "TestSupport",
        "Troubles",
      ],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["DiskFiles"], path: "Tests/Support/TestSupport",
      swiftSettings: strict),
    .target(
      name: "ComposeGenerators", dependencies: ["TestSupport"], path: "Tests/Support/ComposeGenerators",
      swiftSettings: strict),
    .executableTarget(
      name: "ComposeFuzz", dependencies: ["ComposeFile", "ComposeGenerators", "TestSupport"],
      path: "Tests/Support/ComposeFuzz",
      swiftSettings: strict),
    .target(
      name: "CPseudoTerminal", path: "Tests/Support/CPseudoTerminal",
      linkerSettings: [.linkedLibrary("util")]),
    .target(
      name: "TerminalHarness", dependencies: ["CPseudoTerminal"], path: "Tests/Support/TerminalHarness",
      exclude: ["Settings"], swiftSettings: strict),
    .executableTarget(
      name: "DavitBench",
      dependencies: [
        "ComposeFile", "TerminalHarness", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/DavitBench", swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["SimulatedEngine", "TerminalHarness", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "EngineIntegrationTests",
      dependencies: [
        "AuthoringExample", "EngineClient", "EngineModel", "EngineTransport", "StackPlanning",
        "TerminalHarness",
        "TestSupport", "YAMLDocument",
      ],
      swiftSettings: strict),
    .testTarget(name: "TerminalHarnessTests", dependencies: ["TerminalHarness"], swiftSettings: strict),
  ]
)
