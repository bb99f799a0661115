import ArgumentParser
import ComposeFile
import Glibc

/// Which project is meant, with the options of `docker compose`.
struct ComposeOptions: ParsableArguments {
  @Option(
    name: [.customShort("f"), .long],
    help: "A Compose file; several are merged in order; - is standard input.")
  var file: [String] = []

  @Option(name: [.customShort("p"), .long], help: "The project name.")
  var projectName: String?

  @Option(name: .long, help: "A profile to activate; * for all.")
  var profile: [String] = []

  @Option(name: .long, help: "A file of variables, instead of .env.")
  var envFile: [String] = []

  @Option(name: .long, help: "The project directory, instead of that of the first file.")
  var projectDirectory: String?

  /// The project as a request from here.
  func request(services: [String] = []) -> ComposeRequest {
    ComposeRequest(
      files: file, name: projectName, profiles: profile, environmentFiles: envFile,
      projectDirectory: projectDirectory, services: services, directory: Environment.directory,
      environment: Environment.all)
  }
}

extension Environment {
  /// The directory that the process runs in; that of the shell where it leads there through links.
  static var directory: String {
    guard let current = getcwd(nil, 0) else { return "/" }
    defer { free(current) }
    let physical = String(cString: current)
    guard let logical = value("PWD"), logical.hasPrefix("/"), absolute(logical) == physical else {
      return physical
    }
    return logical
  }

  /// All variables.
  static var all: [String: String] {
    var found: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if let at = text.firstIndex(of: "=") {
        found[String(text[..<at])] = String(text[text.index(after: at)...])
      }
      next += 1
    }
    return found
  }
}
