import ArgumentParser
import DashboardRuntime

/// The command line's root. The dashboard opens when no other command is named; its options belong to a command of
/// their own, since options of a root would be taken out of every other command's arguments.
struct Davit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "davit",
    abstract: "A terminal dashboard for container engines.",
    discussion: """
      Without a subcommand it opens the dashboard on the engine that the docker command would use: --host, --context, \
      DOCKER_HOST, DOCKER_CONTEXT, the current context, /var/run/docker.sock, the rootless sockets. In the dashboard, \
      ? shows the keys.

      davit                     the dashboard
      davit --demo              on a simulated engine: nothing else is needed
      davit --read-only         look, change nothing
      davit -H tcp://HOST:2375  another engine; -c NAME for a docker context
      davit dashboard --help    all options of the dashboard
      """,
    version: Version.text,
    subcommands: [
      DashboardCommand.self, StatusCommand.self, LogsCommand.self, GrepCommand.self, WhyCommand.self,
      DescribeCommand.self, DiskCommand.self,
      SnapshotCommand.self, DoctorCommand.self, ComposeCommand.self,
    ],
    defaultSubcommand: DashboardCommand.self)
}

/// The dashboard on the terminal.
struct DashboardCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard", abstract: "Open the dashboard (the default).")

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
