import FoundationEssentials
import TerminalHarness
import Testing

/// A Compose that is installed: Debian's docker-compose 1, and Compose 2 where the docker CLI has it.
struct InstalledCompose: Sendable, CustomTestStringConvertible {
  var program: String
  var arguments: [String]
  /// What stands between the parts of a container's name.
  var separator: String

  var testDescription: String { ([program] + arguments).joined(separator: " ") }

  static var found: [InstalledCompose] {
    let first = InstalledCompose(program: "/usr/bin/docker-compose", arguments: [], separator: "_")
    let second = InstalledCompose(program: "/usr/bin/docker", arguments: ["compose"], separator: "-")
    let hasSecond = try? CapturedProgram.run(
      second.program, ["compose", "version"], environment: second.environment, within: .seconds(20))
    return hasSecond?.end == .exit(0) ? [first, second] : [first]
  }

  /// Whether it is the docker CLI's plugin.
  var isPlugin: Bool { !arguments.isEmpty }

  /// An environment in which davit finds this Compose: the docker CLI has its plugins only where they are wanted.
  var environment: [String: String] {
    var environment = TerminalProgram.standardEnvironment
    guard isPlugin else { return environment }
    let own = ProcessInfo.processInfo.environment
    environment["DOCKER_CONFIG"] = own["DOCKER_CONFIG"] ?? own["HOME"].map { $0 + "/.docker" }
    return environment
  }

  /// The name of a replica.
  func container(_ project: String, _ service: String, _ number: Int = 1) -> String {
    [project, service, String(number)].joined(separator: separator)
  }

  /// Runs it on a project's file.
  @discardableResult
  func run(
    _ words: [String], project: String, in folder: String, on engine: TestEngine,
    within limit: Duration = .seconds(90)
  ) throws -> CapturedProgram {
    var environment = environment
    environment["DOCKER_HOST"] = engine.address
    // Compose 1 waits for ever where more services than this wait for each other.
    environment["COMPOSE_PARALLEL_LIMIT"] = "300"
    return try CapturedProgram.run(
      program, arguments + ["-f", folder + "/compose.yaml", "-p", project] + words, environment: environment,
      within: limit)
  }
}
