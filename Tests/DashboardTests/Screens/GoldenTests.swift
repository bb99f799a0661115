import Testing

@testable import Dashboard

/// Screens as they were last looked at. `DAVIT_RECORD_GOLDENS=1 swift test --filter Golden` writes them anew.
@Suite struct GoldenTests {
  @Test(arguments: Scene.all)
  func theScreenIsAsItWas(scene: Scene) throws {
    let screen = scene.stage().frame.plainText + "\n"
    let golden = Golden(scene.name)
    if Golden.isRecording {
      try golden.write(screen)
      return
    }
    let expected = try #require(golden.read(), "there is no golden screen \(scene.name): record it")
    if screen != expected {
      Issue.record("\(scene.name) looks otherwise:\n\(Golden.difference(expected, screen))")
    }
  }

  @Test func everyGoldenHasItsScene() {
    #expect(Set(Golden.names).subtracting(Scene.all.map(\.name)) == [])
  }

  @Test func everySceneHasItsOwnName() {
    let names = Scene.all.map(\.name)
    #expect(names.count == Set(names).count)
  }
}
