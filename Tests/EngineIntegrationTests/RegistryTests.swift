import Glibc
import TerminalHarness
import TestSupport
import Testing

/// Images go to a registry and come back, on a real engine and a real registry; and what a registry may refuse.
@Suite(.onRealEngine, .serialized, .enabled(if: RegistryServer.isInstalled))
struct RegistryTests {
  private let engine: TestEngine
  private let folder: TestFolder

  init() throws {
    engine = try TestEngine()
    folder = try TestFolder()
  }

  /// A dashboard whose docker command keeps what `config` says.
  private func dashboard(config: String = "{}") throws -> TerminalProgram {
    folder.put(config, in: "config.json")
    let program = try TerminalProgram(
      "/usr/bin/env",
      ["DOCKER_CONFIG=\(folder.path)", BuiltPrograms.davit, "-H", engine.address], columns: 130, rows: 40)
    // What is typed before it takes the terminal is lost.
    try #require(program.waitFor("live"), "\(program.screen.text)")
    return program
  }

  /// Puts the cursor on the image `name`, once the dashboard knows it: containers may name it before.
  private func select(_ name: String, on program: TerminalProgram) throws {
    program.press("3", "/")
    program.type(name)
    program.press("<enter>")
    // In the list, and as the title of the details.
    try #require(
      program.wait { $0.screen.text.split(separator: name, omittingEmptySubsequences: false).count > 2 },
      "\(program.screen.text)")
  }

  private func pull(_ name: String, on program: TerminalProgram) throws {
    program.press("3", "P", "<backspace>")
    program.type(name)
    program.press("<enter>", "<enter>")
  }

  // The user `me` with the password `se:cret`, as htpasswd -B writes it.
  private let users = "me:$2b$04$abcdefghijklmnopqrstuu17JYDSDnwCnbeRSI7wxymnD3SKI1vtG\n"

  @Test func anImageIsPushedAndPulledByKeys() throws {
    defer { folder.remove() }
    let registry = try RegistryServer()
    let name = "\(registry.host)/team/there:1"
    try engine.docker("tag", "busybox:test", name)
    let program = try dashboard()
    try select(name, on: program)
    program.press("u")
    #expect(program.waitFor("Push 1 image to \(registry.host)?"), "\(program.screen.text)")
    program.press("y")
    #expect(program.waitFor("push \(name): done"), "\(program.screen.text)")
    program.press("<esc>")
    try engine.docker("rmi", name)
    try pull(name, on: program)
    #expect(program.waitFor("pull \(name): "), "\(program.screen.text)")
    #expect(program.waitFor("newer image"), "\(program.screen.text)")
    #expect(try engine.inspect(name, ".Id").hasPrefix("sha256:"))
    try engine.docker("rmi", name)
  }

  @Test func whoIsNobodyIsToldToLogIn() throws {
    defer { folder.remove() }
    let registry = try RegistryServer(htpasswd: users)
    let program = try dashboard()
    try pull("\(registry.host)/app:1", on: program)
    #expect(program.waitFor("docker login \(registry.host)"), "\(program.screen.text)")
  }

  @Test func theCredentialsOfTheDockerCommandAreUsed() throws {
    defer { folder.remove() }
    let registry = try RegistryServer(htpasswd: users)
    let name = "\(registry.host)/app:1"
    try engine.docker("tag", "busybox:test", name)
    // me:se:cret
    let program = try dashboard(config: #"{"auths":{"\#(registry.host)":{"auth":"bWU6c2U6Y3JldA=="}}}"#)
    try select(name, on: program)
    program.press("u", "y")
    #expect(program.waitFor("push \(name): done"), "\(program.screen.text)")
    #expect(!program.screen.text.contains("cret") && !program.screen.text.contains("bWU6"))
    try engine.docker("rmi", name)
  }

  @Test func aNewerImageUnderATagIsSeen() throws {
    defer { folder.remove() }
    let registry = try RegistryServer()
    let name = "\(registry.host)/team/fresh:1"
    try engine.docker("tag", "busybox:test", name)
    try engine.docker("push", name)
    let program = try dashboard()
    try select(name, on: program)
    program.press("U")
    #expect(program.waitFor("\(registry.host) has the same under this tag"), "\(program.screen.text)")
    // Somebody else pushes another image under the same name.
    try engine.docker("create", "--name", "fresher", "busybox:test")
    defer { _ = try? engine.docker("rm", "fresher") }
    try engine.docker("commit", "fresher", name)
    try engine.docker("push", name)
    try engine.docker("rmi", name)
    try engine.docker("tag", "busybox:test", name)
    try #require(program.waitFor("\(registry.host) has the same under this tag"), "\(program.screen.text)")
    program.press("U")
    #expect(program.waitFor("\(registry.host) has a newer image under this tag"), "\(program.screen.text)")
    try engine.docker("rmi", name)
  }

  @Test func aNameThatTheRegistryDoesNotHaveIsSaid() throws {
    defer { folder.remove() }
    let registry = try RegistryServer()
    let (known, unknown) = ("\(registry.host)/team/some:1", "\(registry.host)/team/some:unknown")
    try engine.docker("tag", "busybox:test", known)
    try engine.docker("push", known)
    try engine.docker("tag", known, unknown)
    let program = try dashboard()
    try select(unknown, on: program)
    program.press("U")
    #expect(program.waitFor("check the name and the tag"), "\(program.screen.text)")
    try engine.docker("rmi", known, unknown)
  }

  @Test func aRegistryThatWantsALoginIsSaid() throws {
    defer { folder.remove() }
    let registry = try RegistryServer(htpasswd: users)
    let name = "\(registry.host)/app:closed"
    try engine.docker("tag", "busybox:test", name)
    let config = #"{"auths":{"\#(registry.host)":{"auth":"bWU6c2U6Y3JldA=="}}}"#
    let owner = try dashboard(config: config)
    try select(name, on: owner)
    owner.press("u", "y")
    #expect(owner.waitFor("push \(name): done"), "\(owner.screen.text)")
    owner.press("<esc>")
    owner.settle()
    owner.press("U")
    #expect(owner.waitFor("has the same under this tag"), "\(owner.screen.text)")
    let nobody = try dashboard()
    try select(name, on: nobody)
    nobody.press("U")
    #expect(nobody.waitFor("docker login \(registry.host)"), "\(nobody.screen.text)")
    try engine.docker("rmi", name)
  }

  @Test func nobodyThereIsSaid() throws {
    defer { folder.remove() }
    let program = try dashboard()
    let host = "127.0.0.1:\(RegistryServer.freePort())"
    try pull("\(host)/app:1", on: program)
    #expect(program.waitFor("\(host) does not answer the engine"), "\(program.screen.text)")
  }

  @Test func anImageIsSavedAndLoadedByKeys() throws {
    defer { folder.remove() }
    try engine.docker("tag", "busybox:test", "saved:1")
    let program = try dashboard()
    let path = folder.file("saved.tar")
    try select("saved:1", on: program)
    program.press("w", "<ctrl-u>")
    program.type(path)
    program.press("<enter>")
    #expect(program.waitFor("save saved:1: "), "\(program.screen.text)")
    #expect(program.wait { _ in access(path, R_OK) == 0 }, "\(program.screen.text)")
    #expect(folder.names.filter { $0.contains(".davit-") } == [])
    try engine.docker("rmi", "saved:1")
    program.press("<esc>")
    // An escape and a letter in one read are a letter with Alt.
    program.settle()
    program.press("n", "j", "<enter>")
    program.type(path)
    program.press("<enter>")
    #expect(program.waitFor("Loaded image: saved:1"), "\(program.screen.text)")
    try engine.docker("rmi", "saved:1")
  }
}
