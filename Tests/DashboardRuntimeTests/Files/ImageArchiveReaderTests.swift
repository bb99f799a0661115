import EngineModel
import FoundationEssentials
import TarArchive
import Testing

@testable import DashboardRuntime
@testable import ImageLayers

/// Archives of images as engines write them, in both forms, and broken ones.
@Suite struct ImageArchiveReaderTests {
  /// A tar of these parts: contents by names, links by names with an arrow.
  private func tar(_ parts: [(String, [UInt8])]) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let writer = try TarWriter { piece in
      bytes += piece
      return true
    }
    for (name, content) in parts {
      if let arrow = name.firstRange(of: "->") {
        try writer.add(
          TarEntry(
            path: Array(name[..<arrow.lowerBound].utf8), kind: .symbolicLink,
            link: Array(name[arrow.upperBound...].utf8)))
      } else {
        let kind: TarEntry.Kind = name.hasSuffix("/") ? .directory : .file
        try writer.add(TarEntry(path: Array(name.utf8), kind: kind), content: content)
      }
    }
    try writer.finish()
    return bytes
  }

  /// A layer of files with so many bytes each.
  private func layer(_ files: KeyValuePairs<String, Int>) throws -> [UInt8] {
    try tar(files.map { ($0.key, [UInt8](repeating: 7, count: $0.value)) })
  }

  private func read(
    _ archive: [UInt8], progress: @escaping (UInt64, Int) throws -> Void = { _, _ in }
  ) throws -> ImageContents {
    var reader = ImageArchiveReader(progress: progress)
    var rest = archive[...]
    try reader.read(
      TarReader {
        defer { rest = rest.dropFirst(5_000) }
        return rest.isEmpty ? nil : Array(rest.prefix(5_000))
      })
    return try ImageContents(reader.reading)
  }

  private func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func dockersFormIsRead() throws {
    let archive = try tar([
      ("aaa/", []), ("aaa/VERSION", text("1.0")), ("aaa/json", text("{}")),
      ("aaa/layer.tar", layer(["etc/": 0, "etc/passwd": 100, "bin/sh": 5_000])),
      ("bbb/layer.tar", layer(["etc/passwd": 120, "bin/.wh.sh": 0])), ("ccc/layer.tar->../aaa/layer.tar", []),
      ("c.json", text(#"{"history":[{"created_by":"ADD"},{"created_by":"RUN"}]}"#)),
      ("manifest.json", text(#"[{"Config":"c.json","Layers":["aaa/layer.tar","bbb/layer.tar"]}]"#)),
      ("repositories", text("{}")),
    ])
    let image = try read(archive)
    #expect(image.layers.map(\.size) == [5_100, 120])
    #expect(image.layers.map(\.instruction) == ["ADD", "RUN"])
    #expect(image.wasted == 5_100)
    #expect(image.worst.map(\.path.text) == ["/bin/sh", "/etc/passwd"])
  }

  @Test func ociFormIsReadWhateverItsLayersArePackedWith() throws {
    let gzip = try #require(
      Data(
        base64Encoded: """
          H4sIAAAAAAACA+3TwQ2DMAxGYY+SDTBgGzoOQiwAdP9GPab0SKoq77s45/x627l2cjPNJvf3zcp78Q4LleRSwfM4lz0ladSW918q\
          7B9m3/fvh3L/6E2Ssv/t8t+P5jHND0Gj/a+/7l/9o/9B6b9a/2QAAAAAAAAAAAAAAMBfewFxOMxIACgAAA==
          """))
    let zstd = try #require(
      Data(
        base64Encoded: """
          KLUv/WQAJzUDAPLDDBGwuQFyJ1lDmtYrS1LbMAVMARd4BbrIppDEGyL85gspwl0eoItsls6qZTQ/L29EcgNdFBEgMC8s1wECbj3M\
          +6cCNBXjjPsASrU81YNVCwTbHmDAVNOlOFgp/0pwgEEBxlN+A9W5mWY=
          """))
    let archive = try tar([
      ("blobs/sha256/1", layer(["etc/a": 7])), ("blobs/sha256/2", Array(gzip)),
      ("blobs/sha256/3", Array(zstd)), ("blobs/sha256/4", text("something else")),
      (
        "blobs/sha256/5",
        text(
          """
          {"layers":[{"digest":"sha256:1"},{"digest":"sha256:2"},{"digest":"sha256:3"}],
          "config":{"digest":"sha256:6"}}
          """)
      ), ("blobs/sha256/6", text(#"  {"history":[]}"#)),
      ("index.json", text(#"{"manifests":[{"digest":"sha256:5"}]}"#)), ("oci-layout", text("{}")),
    ])
    let image = try read(archive)
    #expect(image.layers.map(\.size) == [7, 15, 15])
    #expect(image.layers.map(\.trouble) == [nil, nil, nil])
    #expect(image.wasted == 22)
  }

  @Test func aLayerWithoutFilesIsOne() throws {
    let archive = try tar([
      ("x/layer.tar", [UInt8](repeating: 0, count: 1_024)), ("y/layer.tar", []),
      ("manifest.json", text(#"[{"Layers":["x/layer.tar","y/layer.tar"]}]"#)),
    ])
    let image = try read(archive)
    #expect(image.layers.map(\.trouble) == [nil, nil])
    #expect(image.efficiency == 1)
  }

  @Test func aBrokenLayerIsSaidOfThatLayer() throws {
    let whole = try layer(["a": 100, "b": 3_000])
    let archive = try tar([
      ("x/layer.tar", Array(whole.prefix(1_500))), ("y/layer.tar", whole), ("z/layer.tar", text("no tar")),
      ("manifest.json", text(#"[{"Layers":["x/layer.tar","y/layer.tar","z/layer.tar"]}]"#)),
    ])
    let image = try read(archive)
    #expect(image.layers.map { $0.trouble == nil } == [false, true, false])
    #expect(image.layers[1].files == 2)
  }

  @Test func anArchiveThatBreaksOffIsNone() throws {
    let archive = try tar([("x/layer.tar", layer(["a": 9_000]))])
    #expect(throws: TarProblem.self) { try read(Array(archive.prefix(4_000))) }
  }

  @Test func theReadingCanBeEndedBetweenAnyTwoFiles() throws {
    let archive = try tar([("x/layer.tar", layer(["a": 9_000, "b": 1]))])
    #expect(throws: ImageArchiveReader.Stop.bytes) {
      try read(archive) { _, files in if files > 0 { throw ImageArchiveReader.Stop.bytes } }
    }
  }

  @Test func aDocumentBeyondTheBudgetIsNotKept() throws {
    var budget = ImageReadingBudget()
    budget.document = 100
    var reader = ImageArchiveReader(budget: budget) { _, _ in }
    let archive = try tar([("manifest.json", text("[" + String(repeating: " ", count: 200) + "]"))])
    var rest: [UInt8]? = archive
    try reader.read(
      TarReader {
        defer { rest = nil }
        return rest
      })
    #expect(reader.reading.documents.isEmpty)
  }
}

/// The Contents tab on an engine that sends an archive.
@MainActor @Suite struct ImageContentsTests {
  @Test func aSmallImageIsReadWhenItsFilesAreLookedAt() async throws {
    try await withDashboard { rig in
      try rig.press("3 <enter> ] ]")
      try await rig.until(showing: "whole image  3 layers")
      try await rig.until(showing: "wasted")
      try rig.press("p")
      try await rig.until(showing: "layer 3 of 3")
      try await rig.until(showing: "COPY . /app")
    }
  }
}
