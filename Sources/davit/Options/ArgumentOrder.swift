import ArgumentParser

/// Options that stand before the command: `davit -H ADDR status`, `davit --read-only compose -f FILE plan`. The docker
/// command takes them there, and hands do not tell the two apart.
enum ArgumentOrder {
  /// The arguments with such options behind the name of the command; as they are where no command is named, or where
  /// what stands before it is not understood: then the parser says so.
  static func commandFirst(_ arguments: [String]) -> [String] {
    guard let (start, command) = named(Davit.self, in: arguments[...], after: DashboardCommand.self) else {
      return arguments
    }
    let outer = arguments[..<start]
    let rest = arguments[(start + 1)...]
    guard let (inner, leaf) = named(command, in: rest, after: ComposePlanCommand.self) else {
      return [arguments[start]] + outer + rest
    }
    return [name(command), name(leaf)] + outer + rest[..<inner] + rest[(inner + 1)...]
  }

  /// The first subcommand that is named with nothing before it but options, each with its value, of `model`; nil where
  /// there is none.
  private static func named(
    _ parent: any ParsableCommand.Type, in arguments: ArraySlice<String>,
    after model: any ParsableCommand.Type
  ) -> (Int, any ParsableCommand.Type)? {
    let commands = parent.configuration.subcommands
    for index in arguments.indices {
      guard let command = commands.first(where: { name($0) == arguments[index] }) else { continue }
      if (try? model.parse(Array(arguments[arguments.startIndex..<index]))) != nil { return (index, command) }
    }
    return nil
  }

  private static func name(_ command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? ""
  }
}
