import EngineModel
import Testing

@testable import ImageLayers

/// What is made of the parts of an archive, of good ones and of hostile ones.
@Suite struct ReadingTests {
  /// An archive of OCI's form: blobs by their names, and documents.
  private func archive(_ blobs: [String: [String]], _ documents: [String: String]) -> ImageReading {
    var reading = ImageReading()
    for (name, files) in blobs.sorted(by: { $0.key < $1.key }) {
      reading.beginLayer("blobs/sha256/\(name)")
      for text in files { reading.add(file(text)) }
      reading.endLayer()
    }
    for (name, text) in documents { reading.add(document: Array(text.utf8), as: name) }
    return reading
  }

  @Test func theInstructionsAreThoseOfStepsThatMadeLayers() throws {
    let image = try ImageContents(
      reading(
        [["a=1"], ["b=2"]],
        configuration: """
          {"history": [{"created_by": "ADD rootfs"}, {"created_by": "ENV A=1", "empty_layer": true},
          {"created_by": "COPY b"}]}
          """))
    #expect(image.layers.map(\.instruction) == ["ADD rootfs", "COPY b"])
    #expect(image.layers.map(\.step) == [0, 2])
  }

  @Test func aHistoryThatDoesNotMatchIsLeftOut() throws {
    let image = try ImageContents(
      reading([["a=1"], ["b=2"]], configuration: #"{"history":[{"created_by":"x"}]}"#))
    #expect(image.layers.map(\.instruction) == [nil, nil])
  }

  @Test func anIndexNamesTheImageWhoseLayersAreThere() throws {
    let reading = archive(
      ["l1": ["a=1"], "l2": ["a=2"]],
      [
        "index.json": """
        {"manifests": [{"digest": "sha256:other"}, {"digest": "sha256:note"}, {"digest": "sha256:list"}]}
        """,
        "blobs/sha256/other": #"{"layers":[{"digest":"sha256:absent"}]}"#,
        "blobs/sha256/note": #"{"layers":[]}"#,
        "blobs/sha256/list": #"{"manifests":[{"digest":"sha256:mine"}]}"#,
        "blobs/sha256/mine": """
        {"config": {"digest": "sha256:conf"}, "layers": [{"digest": "sha256:l1"}, {"digest": "sha256:l2"}]}
        """,
        "blobs/sha256/conf": #"{"history":[{"created_by":"one"},{"created_by":"two"}]}"#,
      ])
    let image = try ImageContents(reading)
    #expect(image.layers.map(\.instruction) == ["one", "two"])
    #expect(image.wasted == 1)
  }

  @Test func aLayerMayBeALinkToAnother() throws {
    var reading = reading([["a=4"]])
    reading.add("1/layer.tar", sameAs: "../0/layer.tar")
    reading.add(document: Array(#"[{"Layers":["0/layer.tar","1/layer.tar"]}]"#.utf8), as: "manifest.json")
    #expect(try ImageContents(reading).layers.map(\.size) == [4, 4])
  }

  @Test func linksInACircleAreALayerThatIsNotThere() throws {
    var reading = reading([["a=4"]])
    reading.add("1/layer.tar", sameAs: "../2/layer.tar")
    reading.add("2/layer.tar", sameAs: "../1/layer.tar")
    reading.add(document: Array(#"[{"Layers":["0/layer.tar","1/layer.tar"]}]"#.utf8), as: "manifest.json")
    #expect(try ImageContents(reading).layers.map(\.trouble) == [nil, "the archive does not have it"])
  }

  @Test func anArchiveWithoutAnImageIsNone() {
    #expect(throws: ImageArchiveProblem("the archive has neither manifest.json nor index.json")) {
      try ImageContents(ImageReading())
    }
    #expect(throws: ImageArchiveProblem("the archive names no layers")) {
      try ImageContents(archive([:], ["manifest.json": "[]", "index.json": "nonsense"]))
    }
  }

  @Test func moreFilesThanTheBudgetAreCountedOnly() throws {
    var budget = ImageReadingBudget()
    budget.entries = 3
    let image = try contents(["a=1", "b=1"], ["c=1", "d=1", "e=1"], budget: budget)
    #expect(image.leftOut == 2)
    #expect(image.size == 3)
  }

  @Test func longNamesAndLinksAreInTheBudgetToo() throws {
    var budget = ImageReadingBudget()
    budget.names = 100
    let name = String(repeating: "x", count: 200)
    #expect(try contents(["a=1", "l->\(name)", "b=1"], budget: budget).leftOut == 1)
  }

  @Test(arguments: [
    "../etc/passwd", "a/../../b", "a/.wh...", "x/.wh.", String(repeating: "n", count: 256),
    String(repeating: "d/", count: 256) + "f",
  ])
  func anImpossibleNameIsLeftOutAndCounted(name: String) throws {
    let image = try contents(["a/", "ok=1", name])
    #expect(image.impossible == 1)
    #expect(ContentsTree(image, .whole).lines() == ["a/ 0", "ok 1"])
  }

  @Test func notesOfAnOldDriverAreNothing() throws {
    let image = try contents([".wh..wh.plnk/", ".wh..wh.aufs", "a=1"])
    #expect(ContentsTree(image, .whole).lines() == ["a 1"])
  }

  @Test func namesAreBytes() throws {
    var reading = ImageReading()
    reading.beginLayer("l.tar")
    reading.add(LayerFile(path: [0xFF, 0x1B, 0x0A], size: 1))
    reading.endLayer()
    reading.add(document: Array(#"[{"Layers":["./l.tar"]}]"#.utf8), as: "./manifest.json")
    let tree = ContentsTree(try ImageContents(reading), .whole)
    #expect(tree.rows(in: .root, by: .size).map(\.name) == [[0xFF, 0x1B, 0x0A]])
  }

  @Test func aLayerThatCannotBeReadSaysWhy() throws {
    var reading = reading([["a=1"], ["b=2"]])
    reading.beginLayer("1/layer.tar")
    reading.add(file("b=2"))
    reading.endLayer(unreadable: "Truncated tar archive")
    let image = try ImageContents(reading)
    #expect(image.layers.map(\.trouble) == [nil, "Truncated tar archive"])
    #expect(image.size == 3)
  }

  @Test func manyPathsInOneTableKeepTheirNumbers() {
    var table = PathTable()
    let numbers = (0..<5_000).map { number -> Int32 in
      let folder = table.node(Array("f\(number % 50)".utf8)[...], in: PathTable.root)
      return table.node(Array("n\(number)".utf8)[...], in: folder)
    }
    #expect(Set(numbers).count == 5_000)
    #expect(table.count == 5_051)
    let again = table.node(Array("n7".utf8)[...], in: table.node(Array("f7".utf8)[...], in: PathTable.root))
    #expect(again == numbers[7])
    #expect(table.names(again) == [Array("f7".utf8), Array("n7".utf8)])
  }
}
