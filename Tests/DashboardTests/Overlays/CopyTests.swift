import EngineModel
import Testing

@testable import Dashboard

/// What can be put on the clipboard.
@Suite struct CopyTests {
  private func copy(_ name: String, in pane: PaneKind, _ keys: String) -> [String] {
    var stage = Stage()
    stage.select(name, in: pane)
    stage.press("y \(keys) <enter>")
    return stage.copied
  }

  @Test func aContainersName() { #expect(copy("cache", in: .containers, "") == ["cache"]) }

  @Test func aContainersID() { #expect(copy("cache", in: .containers, "j") == [Fixture.hex("cache")]) }

  @Test func aContainersImage() { #expect(copy("cache", in: .containers, "jj") == ["redis:7"]) }

  @Test func aContainersAddress() { #expect(copy("cache", in: .containers, "jjj") == ["172.17.0.2"]) }

  @Test(arguments: zip(DescriptionForm.allCases, ["jjjj", "jjjjj"]))
  func aContainerAsWhatMakesItAgain(form: DescriptionForm, keys: String) {
    var stage = Stage()
    stage.select("cache")
    stage.press("y \(keys) <enter>")
    #expect(stage.engineEffects == [.describe(stage.id("cache"), as: form)])
    stage.take(.described(ContainerDescription(name: "cache", form: form, text: "text", leftOut: 2)))
    #expect(stage.copied == ["text"])
    #expect(stage.toasts == ["copied cache as a \(form.title) · 2 left out, named at its top"])
  }

  @Test func aVolumesMountpoint() {
    #expect(copy("backup", in: .volumes, "j") == ["/var/lib/docker/volumes/backup/_data"])
  }

  @Test func aStacksFolder() { #expect(copy("shop", in: .stacks, "j") == ["/home/ana/shop"]) }

  @Test func anImagesID() {
    #expect(copy("redis:7", in: .images, "j") == [Fixture.imageID(of: "redis:7").rawValue])
  }

  @Test func theUserIsTold() {
    var stage = Stage()
    stage.press("y <enter>")
    #expect(stage.toasts == ["copied \"ana-web-1\""])
  }

  @Test func theLastLogLine() {
    var stage = Stage()
    stage.select("cache")
    stage.log(["one", "\u{1B}[31mtwo\u{1B}[0m"])
    stage.press("<enter> y <enter>")
    #expect(stage.copied == ["two"])
  }

  @Test func theLogLineThatWasFound() {
    var stage = Stage()
    stage.select("cache")
    stage.log(["one", "two", "three"])
    stage.press("<enter> / two <ctrl-s> <enter> n y <enter>")
    #expect(stage.copied == ["two"])
  }

  @Test func theWholeTab() {
    var stage = Stage()
    stage.select("cache")
    stage.press("] ] ]")
    stage.hearDocument(of: "cache", env: ["A=1", "B=2"])
    stage.press("<enter> y <enter>")
    #expect(stage.copied == ["A=1\nB=2"])
  }

  @Test func keysInOneReadCopyWhatTheCursorIsOn() {
    var stage = Stage()
    stage.press("2 g")
    stage.pressAtOnce("j y <enter>")
    #expect(stage.copied == [stage.selected])
  }

  @Test(arguments: [
    (Fixture.published(8080, 80), "http://localhost:8080/"),
    (Fixture.published(8443, 443), "https://localhost:8443/"),
    (Fixture.published(80, 80, address: "127.0.0.1"), "http://127.0.0.1:80/"),
    (Fixture.published(80, 80, address: "::1"), "http://[::1]:80/"),
    (Fixture.published(80, 80, address: "::"), "http://localhost:80/"),
  ])
  func aPublishedPortIsAURL(port: PortBinding, url: String) {
    var stage = Stage()
    stage.hear(.containers([Fixture.container("web", project: nil, ports: [port])]))
    stage.press("W")
    #expect(stage.copied == [url])
  }

  @Test func withoutAPortThereIsNoURL() {
    var stage = Stage()
    stage.select("cache")
    stage.press("W")
    #expect(
      stage.copied.isEmpty
        && stage.toasts == ["Copy port URL: the container publishes no TCP port"])
  }
}
