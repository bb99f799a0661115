import FoundationEssentials
import TestSupport
import Testing

/// A Swift file of this repository.
struct SourceFile: CustomTestStringConvertible, Sendable {
  /// The path from the repository's root.
  var path: String
  /// The lines as they stand.
  var lines: [String]
  /// The lines with comments and the contents of strings made blank: what the compiler takes for code.
  var code: [String]

  var testDescription: String { path }

  /// The target that it belongs to; empty where the manifest has none for its folder.
  var target: String

  var isTest: Bool { path.hasPrefix("Tests/") || path.hasPrefix("Benchmarks/") }

  init(path: String, text: String) {
    self.path = path
    target = Repository.manifest.target(ofFile: path)?.name ?? ""
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    let blanked = CodeOnly(text).text
    code = blanked.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The modules that are imported, `NIOCore` for `internal import struct NIOCore.ByteBuffer`.
  var imports: [String] { importLines.map(\.module) }

  /// The modules of which this file's target may show types to its users.
  var publicImports: [String] {
    importLines.filter { $0.prefixes.contains { $0 == "public" || $0.hasPrefix("@_exported") } }.map(\.module)
  }

  private var importLines: [(prefixes: ArraySlice<Substring>, module: String)] {
    code.compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), words[..<place].allSatisfy(Self.isImportPrefix),
        let last = words[(place + 1)...].first(where: { !Self.declarationKinds.contains(String($0)) }),
        let module = last.split(separator: ".").first
      else { return nil }
      return (words[..<place], String(module))
    }
  }

  private static let declarationKinds: Set = [
    "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
  ]

  private static func isImportPrefix(_ word: Substring) -> Bool {
    word.hasPrefix("@") || ["public", "package", "internal", "fileprivate", "private"].contains(word)
  }
}

/// The repository that this test was built from.
enum Repository {
  static let root = URL(filePath: Checkout.root)

  /// All Swift files of the targets.
  static let sources: [SourceFile] = ["Sources", "Tests", "Benchmarks", "themes", "docs"].flatMap { folder in
    files(in: folder).filter { $0.hasSuffix(".swift") }.map { SourceFile(path: $0, text: text(of: $0)) }
  }

  /// Everything that people read: sources, pages, scripts.
  static let texts: [String] =
    ["Sources", "Tests", "Benchmarks", "themes", "docs", "scripts", ".ci"].flatMap(files)
    + [
      "Package.swift", "Makefile", "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md",
      "LICENSE",
    ]

  /// The paths of all files in a folder and below, from the root.
  static func files(in folder: String) -> [String] {
    let paths =
      (try? FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
    return paths.map { folder + "/" + $0 }.filter { path in
      var isFolder = false
      let exists = FileManager.default.fileExists(
        atPath: root.appending(path: path).path, isDirectory: &isFolder)
      return exists && !isFolder
    }.sorted()
  }

  static func text(of path: String) -> String {
    (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
  }
}
