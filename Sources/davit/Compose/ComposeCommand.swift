import ArgumentParser

/// What davit does with Compose files at the shell.
struct ComposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compose",
    abstract: "Read, check and edit Compose files, and plan what they would change.",
    subcommands: [
      ComposeConfigCommand.self, ComposeCheckCommand.self, ComposeSetCommand.self, ComposePlanCommand.self,
    ])
}
