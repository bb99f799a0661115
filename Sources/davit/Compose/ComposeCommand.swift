import ArgumentParser

/// What davit does with Compose files at the shell.
struct ComposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compose",
    abstract: "Read, check and edit Compose files, without an engine.",
    subcommands: [ComposeConfigCommand.self, ComposeCheckCommand.self, ComposeSetCommand.self])
}
