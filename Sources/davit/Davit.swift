import ArgumentParser
import DashboardRuntime

/// The command line's root: the dashboard, or one of the one-shot commands.
struct Davit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "davit",
    abstract: "A terminal dashboard for container engines.",
    discussion: """
      Without a subcommand it opens the dashboard on the engine that the docker command would use: --host, --context, \
      DOCKER_HOST, DOCKER_CONTEXT, the current context, /var/run/docker.sock, the rootless sockets. In the dashboard, \
      ? shows the keys.
      """,
    version: Version.text,
    subcommands: [StatusCommand.self, SnapshotCommand.self, DoctorCommand.self, ComposeCommand.self])

  @OptionGroup var engine: EngineOptions
  @OptionGroup var view: ViewOptions

  @MainActor
  mutating func run() async throws {
    try await DashboardRun(engine: engine, view: view).run()
  }
}

/// What this build calls itself.
enum Version {
  static let text = "0.1.0"
}
