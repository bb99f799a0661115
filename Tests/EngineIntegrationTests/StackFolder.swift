import TerminalHarness
import TestSupport
import Testing

/// A folder with a Compose file, the stack that comes from it, and davit looking at it.
final class StackFolder {
  let engine: TestEngine
  let compose: InstalledCompose
  let project: String
  private let folder: TestFolder

  /// The folder that is named as the project.
  var path: String { folder.file(project) }

  /// The file of the stack.
  var file: String { path + "/compose.yaml" }

  init(_ project: String, _ text: String, _ compose: InstalledCompose) throws {
    engine = try TestEngine()
    self.compose = compose
    self.project = project
    folder = try TestFolder(["\(project)/compose.yaml": text])
  }

  deinit {
    _ = try? compose.run(
      ["down", "-v", "-t", "0", "--remove-orphans"], project: project, in: path, on: engine)
  }

  func write(_ text: String) throws { TestFolder.put(text, at: file) }

  func read() throws -> String { try #require(folder.text("\(project)/compose.yaml")) }

  /// Brings the stack up as a user does at the shell.
  func up(within limit: Duration = .seconds(90)) throws {
    let result = try compose.run(["up", "-d"], project: project, in: path, on: engine, within: limit)
    try #require(result.end == .exit(0), "\(result.output)\(result.errors)")
  }

  /// davit on this stack, the only one that is listed.
  func davit(_ arguments: [String] = []) throws -> TerminalProgram {
    var environment = compose.environment
    environment["XDG_STATE_HOME"] = path + "/../state"
    let program = try TerminalProgram(
      BuiltPrograms.davit, ["-H", engine.address, "-p", project, "-f", file] + arguments, columns: 140,
      rows: 44,
      environment: environment)
    try #require(program.waitFor("live"), "\(program.screen.text)")
    // Other tests have stacks on the same engine: only this one is listed.
    program.press("1", "/")
    program.type(project)
    program.press("<enter>")
    try #require(program.waitFor("/\(project)"), "\(program.screen.text)")
    return program
  }

  /// The name of a replica.
  func name(_ service: String, _ number: Int = 1) -> String { compose.container(project, service, number) }

  /// The names of the stack's containers that run, sorted.
  func running() throws -> [String] {
    let filter = "label=com.docker.compose.project=\(project)"
    let names = try engine.docker("ps", "--format", "{{.Names}}", "--filter", filter)
    return names.split(whereSeparator: \.isNewline).map(String.init).sorted()
  }

  /// Waits until exactly these containers run; the screen is told where they do not.
  func waitUntilRunning(_ names: [String], _ program: TerminalProgram, within limit: Duration = .seconds(30))
    throws
  {
    let deadline = ContinuousClock.now + limit
    while try running() != names.sorted() {
      program.read(for: .milliseconds(100))
      guard ContinuousClock.now < deadline else {
        Issue.record("\(try running()) run, not \(names.sorted()):\n\(program.screen.text)")
        return
      }
    }
  }
}
