import EngineClient
import EngineModel
import EngineTransport
import FoundationEssentials
import Glibc
import TerminalHarness
import Testing

/// The real engine that these tests run on, a private one: `make test` starts it and names it in DAVIT_TEST_ENGINE.
struct TestEngine {
  /// Whether there is one. The continuous integration must have one: there the tests run, and fail, without it.
  static let isExpected = variable("DAVIT_TEST_ENGINE") != nil || variable("CI") != nil

  /// The address, `unix:///…`.
  let address: String

  init() throws {
    address = try #require(
      Self.variable("DAVIT_TEST_ENGINE"), "no engine: run scripts/private-engine run swift test")
  }

  /// An engine of another address.
  init(address: String) { self.address = address }

  var client: EngineClient {
    get throws { EngineClient(address: try EngineAddress(address)) }
  }

  /// Runs the docker CLI and returns what it prints, without the line's end.
  @discardableResult
  func docker(_ arguments: String...) throws -> String { try docker(arguments) }

  /// Runs the docker CLI with a list of words.
  @discardableResult
  func docker(_ arguments: [String]) throws -> String {
    var environment = TerminalProgram.standardEnvironment
    environment["DOCKER_HOST"] = address
    let result = try CapturedProgram.run(
      "/usr/bin/docker", arguments, environment: environment, within: .seconds(60))
    try #require(result.end == .exit(0), "docker \(arguments.joined(separator: " ")): \(result.errors)")
    return String(result.output.reversed().drop(while: \.isNewline).reversed())
  }

  /// Runs commands as they are, by a shell.
  func shell(_ text: String) throws {
    var environment = TerminalProgram.standardEnvironment
    environment["DOCKER_HOST"] = address
    // The same client as in `docker`.
    environment["PATH"] = "/usr/bin:/bin"
    let result = try CapturedProgram.run(
      "/bin/sh", ["-c", text], environment: environment, within: .seconds(60))
    try #require(result.end == .exit(0), "\(text)\n\(result.errors)")
  }

  /// Starts a container in the background; with the name of the test that wants it, so that tests do not meet.
  func run(_ name: String, _ options: [String] = [], _ command: [String] = ["sleep", "100000"]) throws
    -> ContainerID
  {
    _ = try? docker("rm", "-f", name)
    var environment = TerminalProgram.standardEnvironment
    environment["DOCKER_HOST"] = address
    let arguments = ["run", "-d", "--name", name, "--network", "none"] + options + ["busybox:test"] + command
    let result = try CapturedProgram.run(
      "/usr/bin/docker", arguments, environment: environment, within: .seconds(60))
    try #require(result.end == .exit(0), "docker run \(name): \(result.errors)")
    return ContainerID(String(result.output.prefix { !$0.isNewline }))
  }

  /// A field of `docker inspect`, as text.
  func inspect(_ name: String, _ template: String) throws -> String {
    try docker("inspect", "--format", "{{\(template)}}", name)
  }

  /// Asks until a container's field is as it should be.
  func wait(_ name: String, _ template: String, is value: String, within limit: Duration = .seconds(10))
    throws -> Bool
  {
    let deadline = ContinuousClock.now + limit
    while try inspect(name, template) != value {
      guard ContinuousClock.now < deadline else { return false }
      usleep(50_000)
    }
    return true
  }

  private static func variable(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }
}

extension Trait where Self == ConditionTrait {
  /// Runs only with a real engine; says how to get one where there is none.
  static var onRealEngine: Self {
    .enabled(
      if: TestEngine.isExpected, "needs a dockerd: scripts/private-engine run swift test, or make test")
  }
}
