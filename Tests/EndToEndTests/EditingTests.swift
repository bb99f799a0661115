import FoundationEssentials
import Glibc
import TerminalHarness
import TestSupport
import Testing

/// The editor on real files, in a terminal.
@Suite(.serialized) struct EditingTests {
  /// A home of its own with the stack of a folder, which davit is started on; no engine is needed.
  private final class Home {
    private let folder: TestFolder

    init() throws {
      folder = try TestFolder(["shop/compose.yaml": "services:\n  web:\n    image: nginx:1.27\n"])
    }

    var path: String { folder.path }
    var file: String { folder.file("shop/compose.yaml") }
    var text: String { folder.text("shop/compose.yaml") ?? "" }

    /// davit on the stack, its file open in the editor.
    func edit(_ variables: [String: String] = [:]) throws -> TerminalProgram {
      let program = try start(variables)
      try #require(program.waitFor("shop", within: .seconds(20)), "\(program.screen.text)")
      program.press("1", "g", "e")
      try #require(program.waitFor("image: nginx:1.27"), "\(program.screen.text)")
      return program
    }

    func start(_ variables: [String: String] = [:]) throws -> TerminalProgram {
      var environment = ["HOME": path, "XDG_STATE_HOME": "\(path)/state"]
      environment.merge(variables) { $1 }
      return try Davit.start(
        ["-H", "unix://\(path)/none.sock", "-f", file], columns: 120, rows: 34, environment: environment)
    }
  }

  @Test func unsavedTextSurvivesAKillAndIsOffered() throws {
    let home = try Home()
    let program = try home.edit()
    program.type("# lost?\r")
    try #require(program.waitFor("modified"))
    // The text is kept a moment after the last key.
    try #require(
      program.wait { _ in
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(home.path)/state/davit/swap")) ?? [])
          .isEmpty == false
      })
    program.send(signal: SIGKILL)
    _ = program.waitForEnd()
    #expect(home.text == "services:\n  web:\n    image: nginx:1.27\n")

    let again = try home.start()
    try #require(
      again.waitFor("Unsaved texts from an earlier run", within: .seconds(20)), "\(again.screen.text)")
    again.press("<enter>")
    try #require(again.waitFor("Recover"), "\(again.screen.text)")
    again.press("r")
    #expect(again.waitFor("# lost?"), "\(again.screen.text)")
  }

  @Test func aHangUpKeepsTheTextAtOnce() throws {
    let home = try Home()
    let program = try home.edit()
    program.type("# gone\r")
    try #require(program.waitFor("# gone"))
    program.send(signal: SIGHUP)
    _ = program.waitForEnd()
    let again = try home.start()
    #expect(again.waitFor("Unsaved texts from an earlier run", within: .seconds(20)), "\(again.screen.text)")
  }

  @Test func theUsersOwnEditorGetsTheTextAndGivesItBack() throws {
    let home = try Home()
    let script = "\(home.path)/editor"
    try "#!/bin/sh\necho '    user: www' >> \"$2\"\n".write(toFile: script, atomically: true, encoding: .utf8)
    chmod(script, 0o755)
    let program = try home.edit(["EDITOR": script])
    program.press("<ctrl-o>")
    #expect(program.waitFor("user: www"), "\(program.screen.text)")
    program.press("<ctrl-z>")
    #expect(program.wait { !$0.screen.shows("user: www") })
  }

  @Test func aTextIsWrittenAfterTheReview() throws {
    let home = try Home()
    let program = try home.edit()
    program.type("# kept\r")
    program.press("<ctrl-s>")
    try #require(program.waitFor("+ # kept"), "\(program.screen.text)")
    program.press("w")
    #expect(program.wait { _ in home.text.hasPrefix("# kept\nservices:") }, "\(program.screen.text)")
  }
}
