import TerminalHarness
import TestSupport
import Testing

/// What an image is made of, on a real engine: two layers over busybox, the second of which writes over a file of the
/// first and removes another one.
@Suite(.onRealEngine, .serialized) struct ImageContentsTests {
  private let engine: TestEngine

  init() throws { engine = try TestEngine() }

  private func commit(_ script: String, on image: String, as name: String) throws {
    _ = try? engine.docker("rm", "-f", "contents-maker")
    try engine.docker("run", "--network", "none", "--name", "contents-maker", image, "sh", "-c", script)
    try engine.docker("commit", "contents-maker", name)
    try engine.docker("rm", "contents-maker")
  }

  @Test func whatIsWastedIsWorkedOut() throws {
    let data = "head -c 300000 /dev/zero > /srv/data"
    try commit(
      "mkdir /srv; \(data); head -c 40960 /dev/zero > /srv/gone", on: "busybox:test", as: "contents-step")
    try commit(
      "head -c 1024 /dev/zero > /srv/data; rm /srv/gone; ln -s data /srv/link", on: "contents-step",
      as: "contents-test:1")
    defer { for name in ["contents-test:1", "contents-step"] { _ = try? engine.docker("rmi", "-f", name) } }
    let program = try TerminalProgram(BuiltPrograms.davit, ["-H", engine.address], columns: 130, rows: 34)
    try #require(program.waitFor("live"), "\(program.screen.text)")
    program.press("3", "/")
    program.type("contents-test")
    program.press("<enter>")
    // The list of images may come a moment after that of containers.
    try #require(program.waitFor("contents-test:1"), "\(program.screen.text)")
    program.press("<enter>", "]", "]")
    // 300,000 and 40,960 bytes.
    #expect(program.waitFor("333K wasted"), "\(program.screen.text)")
    program.press("w")
    #expect(program.waitFor("2 paths, the worst first"), "\(program.screen.text)")
    #expect(program.screen.shows("/srv/data") && program.screen.shows("again in 3"))
    #expect(program.screen.shows("/srv/gone") && program.screen.shows("removed in 3"))
    program.press("<enter>")
    #expect(program.waitFor("link -> data"), "\(program.screen.text)")
    program.press("p")
    #expect(program.waitFor("layer 3 of 3  1.0K"), "\(program.screen.text)")
    program.press("[")
    #expect(program.waitFor("WASTED"), "\(program.screen.text)")
  }
}

/// One of two tags is taken off, then the image goes, on a real engine.
@Suite(.onRealEngine, .serialized) struct ImageUntagTests {
  @Test func aTagGoesAndThenTheImage() throws {
    let engine = try TestEngine()
    try engine.shell("docker run --network none --name untag-maker busybox:test touch /untagged")
    defer { _ = try? engine.docker("rm", "-f", "untag-maker") }
    try engine.docker("commit", "untag-maker", "untag-test:1")
    try engine.docker("tag", "untag-test:1", "untag-test:2")
    let program = try TerminalProgram(BuiltPrograms.davit, ["-H", engine.address], columns: 130, rows: 34)
    try #require(program.waitFor("live"), "\(program.screen.text)")
    program.press("3", "/")
    program.type("untag-test")
    program.press("<enter>")
    try #require(program.waitFor("untag-test:2"), "\(program.screen.text)")
    program.press("g", "d")
    #expect(program.waitFor("the image stays as untag-test:2"), "\(program.screen.text)")
    program.press("y")
    #expect(program.waitFor("untagged untag-test:1: the image stays"), "\(program.screen.text)")
    #expect(program.wait { !$0.screen.text.contains("untag-test:1 ") }, "\(program.screen.text)")
    program.press("g", "d")
    #expect(program.waitFor("its last tag: the image goes"), "\(program.screen.text)")
    program.press("y")
    #expect(program.waitFor("removed untag-test:2"), "\(program.screen.text)")
  }
}
