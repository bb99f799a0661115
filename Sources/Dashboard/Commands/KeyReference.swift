/// The table of keys, as docs/keys.md has it.
package enum KeyReference {
  /// The page in Markdown.
  package static func markdown() -> String {
    var text = """
      # Keys

      <!-- Generated from the commands: `make docs`. -->

      These are the keys davit comes with. Each can be changed in the settings by the command's name
      ([settings](settings.md), `keys`); `?` shows the ones that work where you are, `:` finds a command by name.

      A command marked *changes* asks the engine to change something that can be changed back; one marked *destroys* \
      ends or removes something, and asks first. Neither works with `--read-only`.

      """
    for scope in scopes {
      text += "\n## \(scope.title.prefix(1).uppercased() + scope.title.dropFirst())\n\n"
      text += "| keys | command | does | |\n|---|---|---|---|\n"
      for command in CommandRegistry.all where command.scope == scope { text += row(command) }
    }
    text += "\n## The editor\n\nThese cannot be changed: what is typed is text.\n\n"
    text += "| keys | does |\n|---|---|\n"
    for (keys, does) in EditorHelp.keys {
      text += "| \(keys.split(separator: " ").map { "`\($0)`" }.joined(separator: " ")) | \(does) |\n"
    }
    return text
  }

  private static var scopes: [CommandScope] {
    CommandRegistry.all.map(\.scope).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func row(_ command: Command) -> String {
    let keys = Keymap.standard.bindings.filter { $0.command == command.id }
      .map { "`\($0.keys.map(\.name).joined(separator: " "))`" }
    let danger =
      switch command.danger {
      case .none: ""
      case .changes: "changes"
      case .destroys: "destroys"
      }
    return "| \(keys.joined(separator: " ")) | `\(command.id)` | \(command.doc) | \(danger) |\n"
  }
}
