import EngineModel
import Testing

@testable import Dashboard

/// A new name is checked before the engine is asked.
@Suite struct RenameTests {
  private func stage(typing text: String) -> Stage {
    var stage = Stage()
    stage.select("cache")
    stage.press("N <ctrl-u>")
    stage.type(text)
    stage.press("<enter>")
    return stage
  }

  @Test func theOldNameStandsInTheField() {
    var stage = Stage()
    stage.select("cache")
    stage.press("N")
    #expect(stage.showing("Rename cache") && stage.showing("enter: rename"))
  }

  @Test func aGoodNameIsSent() {
    #expect(
      stage(typing: "cache-2.old").calls == [.rename(ContainerID(Fixture.hex("cache")), to: "cache-2.old")])
  }

  @Test func theSameNameAsksNothing() {
    let stage = stage(typing: "cache")
    #expect(stage.calls.isEmpty && stage.state.overlays.isEmpty)
  }

  @Test(arguments: [
    ("x", "a name needs at least two characters"), ("-cache", "a name starts with a letter or digit"),
    ("ca/che", "a name may contain only letters, digits, _ . and -"),
    ("größe", "a name may contain only letters, digits, _ . and -"),
    ("a b", "a name may contain only letters, digits, _ . and -"),
  ])
  func aBadNameSaysWhy(name: String, why: String) {
    let stage = stage(typing: name)
    #expect(stage.showing(why) && stage.calls.isEmpty)
  }

  @Test func theComplaintGoesWithTheNextKey() {
    var stage = stage(typing: "x")
    stage.type("y")
    #expect(!stage.showing("a name needs at least two characters"))
  }

  @Test func pastedTextGoesIntoTheField() {
    var stage = Stage()
    stage.select("cache")
    stage.press("N <ctrl-u>")
    stage.take(.input(.paste("pasted\nrm -rf /")))
    stage.press("<enter>")
    #expect(stage.calls == [.rename(stage.id("cache"), to: "pasted")])
  }
}
