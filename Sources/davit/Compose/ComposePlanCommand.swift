import ArgumentParser
import ComposeFile
import DashboardRuntime
import EngineClient
import FoundationEssentials
import StackPlanning

/// Prints what bringing a project up would do.
struct ComposePlanCommand: AsyncParsableCommand, DocumentCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Print what docker compose up would do to a running project.",
    discussion: """
      The definition of each service is compared with its containers; if a Compose is installed, its own hashes \
      decide. Nothing is changed. With --exit-code the exit code is 4 if anything would change, and 0 if files and \
      containers agree.
      """)

  @OptionGroup var compose: ComposeOptions
  @OptionGroup var engine: EngineOptions

  @Flag(name: .long, help: "Print JSON in the documented form.")
  var json = false

  @Flag(name: .long, help: "Exit with code 4 if files and containers differ.")
  var exitCode = false

  @Flag(name: .long, help: "Do not run Compose for its hashes; compare the definitions alone.")
  var noHash = false

  mutating func run() async throws {
    let project = try ComposeConfigCommand.load(compose.request())
    let chosen = try await ChosenEngine.choose(engine, readOnly: true)
    let asks = !noHash && !project.files.contains("-")
    let plan: StackPlan
    do throws(EngineError) {
      _ = try await chosen.client.negotiate()
      plan = try await StackPlanner(client: chosen.client).plan(
        project, of: source(of: project), asking: asks ? Environment.all : nil)
    } catch {
      await chosen.close()
      throw Failure(error.trouble, code: error.isTransport ? .noEngine : .failed)
    }
    await chosen.close()
    if json {
      try StandardOutput.json(PlanReport(plan, project: project.name).json)
    } else {
      try StandardOutput.drawn(PlanText(isColoured: PlanText.isOnTerminal).text(plan))
    }
    if exitCode, !plan.isInSync { throw ExitCode(ExitStatus.differs.rawValue) }
  }

  /// What Compose has to be given to read the same project.
  private func source(of project: ComposeProject) -> StackSource {
    StackSource(
      name: project.name, directory: project.directory, files: project.files,
      environmentFiles: compose.envFile.map { $0.hasPrefix("/") ? $0 : Environment.directory + "/" + $0 },
      profiles: compose.profile)
  }
}
