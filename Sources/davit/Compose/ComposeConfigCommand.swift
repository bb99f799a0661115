import ArgumentParser
import ComposeFile
import DiskFiles

/// Prints the resolved model of a project, as `docker compose config` does.
struct ComposeConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print a project with everything resolved, as docker compose config does.")

  /// How the model is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case yaml
    case json
  }

  @OptionGroup var compose: ComposeOptions
  /// Taken since they may stand before any command; no engine is asked.
  @OptionGroup(visibility: .hidden) var engine: EngineOptions

  @Option(name: .long, help: "The output format.")
  var format = Format.yaml

  @Flag(name: .shortAndLong, help: "Print nothing; only check whether the project can be read.")
  var quiet = false

  @Argument(help: "The services to print, with their dependencies; all if none is named.")
  var services: [String] = []

  func run() throws {
    let project = try ComposeConfigCommand.load(compose.request(services: services))
    guard !quiet else { return }
    switch format {
    case .json:
      if let path = project.model.numberBeyondJSON {
        throw Failure(
          message: "cannot print \(path) as JSON: JSON has no such number — quote it, or use --format yaml")
      }
      try StandardOutput.json(project.model.json)
    case .yaml: try StandardOutput.text(project.yamlModel.yaml)
    }
  }

  /// Reads a project, warns of what Compose would warn of, and turns what is wrong into one line.
  static func load(_ request: ComposeRequest) throws -> ComposeProject {
    let project: ComposeProject
    do throws(ComposeProblem) {
      project = try ComposeProject.load(request, from: .disk)
    } catch {
      throw Failure(message: error.description)
    }
    for warning in project.warnings { StandardError.write("davit: \(warning)\n") }
    for variable in project.unsetVariables {
      StandardError.write("davit: the variable \(variable.name) is not set: defaulting to a blank string\n")
    }
    return project
  }
}
