import EngineModel
import Testing

@testable import ImageLayers

/// Layers on each other: what is seen at last, and what is wasted. The figures are worked out by hand.
@Suite struct MergingTests {
  @Test func whatIsWrittenOverIsWasted() throws {
    let image = try contents(["etc/", "etc/a=10", "etc/b=5"], ["etc/", "etc/a=7"])
    #expect(image.size == 22)
    #expect(image.wasted == 10)
    #expect(image.layers.map(\.size) == [15, 7])
    #expect(image.layers.map(\.wasted) == [10, 0])
    #expect(image.efficiency == 1 - 10.0 / 22.0)
    #expect(
      image.worst == [.init(path: ContainerPath("/etc/a"), bytes: 10, layer: 1, isRemoved: false)])
  }

  @Test func whatIsRemovedIsWasted() throws {
    let image = try contents(["var/cache/x=100", "var/cache/y=20", "bin/sh=3"], ["var/.wh.cache"])
    #expect(image.wasted == 120)
    #expect(image.worst.map(\.path.text) == ["/var/cache/x", "/var/cache/y"])
    #expect(image.worst.map(\.bytes) == [100, 20])
    #expect(image.worst.map(\.isRemoved) == [true, true])
    #expect(ContentsTree(image, .whole).lines() == ["bin/ 3"])
  }

  @Test func aPathThatIsWrittenAgainAndAgainWastesAllButTheLast() throws {
    let image = try contents(["db=8"], ["db=9"], ["db=10"])
    #expect(image.wasted == 17)
    #expect(image.worst == [.init(path: ContainerPath("/db"), bytes: 17, layer: 2, isRemoved: false)])
    #expect(image.layers.map(\.wasted) == [8, 9, 0])
  }

  @Test func anOpaqueFolderHidesWhatIsBelowItButNotWhatComesWithIt() throws {
    let image = try contents(
      ["opt/", "opt/old=4", "opt/deep/er=6"], ["opt/", "opt/new=1", "opt/.wh..wh..opq"])
    #expect(image.wasted == 10)
    #expect(ContentsTree(image, .layer(1)).lines(in: "/opt") == ["D deep/ 6", "A new 1", "D old 4"])
    #expect(ContentsTree(image, .layer(1)).size == 1)
  }

  @Test func aRemovalIsOfTheLayersBelowWhereverItStands() throws {
    let image = try contents(["a=5"], ["a=6", ".wh.a"])
    #expect(image.wasted == 5)
    #expect(ContentsTree(image, .whole).lines() == ["C a 6"])
    #expect(ContentsTree(image, .layer(1)).lines() == ["C a 6"])
  }

  @Test func aFileInThePlaceOfAFolderTakesItsContentsAway() throws {
    let image = try contents(["d/", "d/x=3", "d/y=4"], ["d=1"])
    #expect(image.wasted == 7)
    #expect(ContentsTree(image, .layer(1)).lines() == ["C d 1"])
  }

  @Test func aFolderInThePlaceOfAFileTakesItAway() throws {
    let image = try contents(["d=9"], ["d/", "d/x=1"])
    #expect(image.wasted == 9)
    #expect(ContentsTree(image, .whole).lines() == ["C d/ 1"])
  }

  @Test func theBytesOfAFurtherNameCountOnce() throws {
    let image = try contents(["bin/busybox=50", "bin/sh==bin/busybox", "bin/ls==bin/busybox"])
    #expect(image.size == 50)
    #expect(ContentsTree(image, .whole).lines(in: "/bin") == ["busybox 50", "ls 0", "sh 0"])
  }

  @Test func bytesAreWastedWithTheLastOfTheirNames() throws {
    let first = try contents(["a=50", "b==a"], [".wh.a"])
    #expect(first.wasted == 0)
    #expect(ContentsTree(first, .whole).lines() == ["D a 0", "b 50"])
    let both = try contents(["a=50", "b==a"], [".wh.a"], [".wh.b"])
    #expect(both.wasted == 50)
    #expect(both.worst.map(\.path.text) == ["/a"])
  }

  @Test func aChangeOfAFoldersRightsChangesNothingInIt() throws {
    let image = try contents(["srv/", "srv/x=2"], ["srv/"])
    #expect(image.wasted == 0)
    #expect(ContentsTree(image, .layer(1)).lines() == ["srv/ 0"])
    #expect(ContentsTree(image, .whole).lines() == ["srv/ 2"])
  }

  @Test func aRemovalOfNothingIsNone() throws {
    let image = try contents(["a=1"], [".wh.b", "c/.wh..wh..opq"])
    #expect(image.wasted == 0)
    #expect(ContentsTree(image, .layer(1)).lines() == [])
  }

  @Test func oneLayerThatIsNamedTwiceCountsTwice() throws {
    var reading = reading([["a=4"]])
    reading.add(document: Array(#"[{"Layers":["0/layer.tar","0/layer.tar"]}]"#.utf8), as: "manifest.json")
    let image = try ImageContents(reading)
    #expect(image.size == 8)
    #expect(image.wasted == 4)
  }
}

/// What is in a folder, how large it is, and what was done to it.
@Suite struct ContentsTreeTests {
  private func image() throws -> ImageContents {
    try contents(
      ["bin/", "bin/sh=30", "etc/", "etc/passwd=10", "tmp/", "tmp/build=500"],
      ["app/", "app/main=200", "etc/", "etc/passwd=11", "etc/extra=1"], ["tmp/", "tmp/.wh.build"])
  }

  @Test func foldersAreAsLargeAsWhatIsInThem() throws {
    let tree = try ContentsTree(image(), .whole)
    #expect(tree.size == 242)
    #expect(tree.lines(by: .size) == ["A app/ 200", "bin/ 30", "etc/ 12", "tmp/ 0"])
  }

  @Test func theWholeImageSaysWhatLaterLayersDid() throws {
    let tree = try ContentsTree(image(), .whole)
    #expect(tree.lines(in: "/etc") == ["A extra 1", "C passwd 11"])
    #expect(tree.lines(in: "/tmp") == ["D build 500"])
    let rows = tree.rows(in: .root, by: .name)
    #expect(rows.map(\.layer) == [1, 0, 1, 2])
  }

  @Test func oneLayerShowsWhatItDidOnly() throws {
    let tree = ContentsTree(try image(), .layer(1))
    #expect(tree.lines() == ["A app/ 200", "etc/ 12"])
    #expect(try ContentsTree(image(), .layer(2)).lines(in: "/tmp") == ["D build 500"])
    #expect(try ContentsTree(image(), .layer(0)).size == 540)
  }

  @Test func whatWasRemovedIsWhatItWas() throws {
    let image = try contents(["l->x", "d/", "d/f=1"], [".wh.l", ".wh.d"])
    #expect(ContentsTree(image, .layer(1)).rows(in: .root, by: .name).map(\.kind) == [.folder, .link])
  }

  @Test func linksSayWhereTheyLead() throws {
    let rows = ContentsTree(try contents(["a=1", "b==a", "c->../x"]), .whole).rows(in: .root, by: .name)
    #expect(rows[1].sameAs == ContainerPath("/a"))
    #expect(rows[2].link == Array("../x".utf8))
  }

  @Test func aPathIsFoundAndLeft() throws {
    let tree = try ContentsTree(image(), .whole)
    let number = try #require(tree.number(of: ContainerPath("/etc/passwd")))
    #expect(tree.path(number).text == "/etc/passwd")
    #expect(tree.folder(of: number).map { tree.path($0).text } == "/etc")
    #expect(tree.folder(of: .root) == nil)
  }
}
