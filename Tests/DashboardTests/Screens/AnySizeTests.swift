import TerminalUI
import Testing

@testable import Dashboard

/// Whatever the size and whatever lies on it: a frame of exactly that size.
@Suite struct AnySizeTests {
  /// Every fourth pair of these: each number meets most of the others.
  private static let sizes: [Size] = {
    let all = [1, 2, 3, 7, 19, 39, 40, 41, 61, 80, 99, 100, 101, 130].flatMap { columns in
      [1, 2, 5, 9, 10, 11, 15, 24, 45].map { Size(columns: columns, rows: $0) }
    }
    return all.indices.filter { $0 % 4 == 0 }.map { all[$0] }
  }()

  /// A few of them, for what there is a lot of.
  private static let fewSizes = sizes.indices.filter { $0 % 3 == 0 }.map { sizes[$0] }

  /// Looks at the frame of the stage at every size.
  private func check(_ stage: Stage, at sizes: [Size] = sizes) {
    var stage = stage
    for size in sizes {
      stage.resize(size.columns, size.rows)
      let frame = stage.frame
      #expect(frame.size == size)
    }
  }

  @Test(arguments: PaneKind.allCases, ["", "+", "+ +", "<enter>", "+ + <enter>", "] <enter>"])
  func panesModesAndDetails(pane: PaneKind, keys: String) {
    var stage = Stage()
    stage.measure()
    stage.press("\(pane.digit) \(keys)")
    check(stage)
  }

  @Test(arguments: [
    "x", "K", "d", "N", ":", ": remove", "?", "? G", "@", "T", "y", "o", "X", "* s", "/", "/ (", "/ shop",
  ])
  func overlays(keys: String) {
    var stage = Stage()
    stage.select("shop-db-1")
    stage.press(keys)
    check(stage)
  }

  @Test(arguments: ["", "w", "t w", "g", "k", "C", "/ took", "/ took <ctrl-s> <enter> n"])
  func logs(keys: String) {
    var stage = Stage()
    stage.select("cache")
    stage.writeLog()
    stage.press("<enter> \(keys)")
    check(stage)
  }

  @Test(arguments: ["]", "] ]", "] ] ]", "["])
  func detailTabs(keys: String) {
    var stage = Stage()
    stage.measure()
    stage.select("cache")
    stage.press("\(keys) <enter>")
    stage.hearDocument(
      of: "cache", env: ["DB_PASSWORD=x", "名前=日本語", "LONG=" + String(repeating: "y", count: 400)])
    stage.press("G l")
    check(stage)
  }

  @Test(arguments: Scene.all)
  func scenes(scene: Scene) { check(scene.stage(), at: Self.fewSizes) }

  @Test(arguments: Scene.all)
  func noControlCharacterReachesTheScreen(scene: Scene) {
    let scalars = scene.stage().frame.lines.joined().unicodeScalars
    #expect(!scalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
  }

  @Test func inASCIIThereIsNothingElse() {
    for scene in Scene.all {
      var setup = scene.setup
      setup.glyphs = .ascii
      let plain = Scene(
        scene.name, scene.columns, scene.rows, setup: setup, hasEngine: scene.hasEngine, play: scene.play)
      #expect(
        plain.stage().frame.lines.joined().unicodeScalars.allSatisfy { $0.value < 0x80 }, "\(scene.name)")
    }
  }
}
