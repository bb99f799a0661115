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
    let features = Features.standard
    for scope in scopes(features) {
      text += "\n## \(scope.title.prefix(1).uppercased() + scope.title.dropFirst())\n\n"
      if scope == .inner(.editor) { text += editorLead }
      text += "| keys | command | does | |\n|---|---|---|---|\n"
      for command in features.commands where command.scope == scope { text += row(command, features.keymap) }
    }
    return text
  }

  private static let editorLead = """
    What is typed is text. Arrows (with `shift` they select, with `ctrl` they move by words), `home`, `end` and the \
    page keys move; these keys mean something else.

    """

  private static func scopes(_ features: Features) -> [CommandScope] {
    features.commands.map(\.scope).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func row(_ command: RootCommand, _ keymap: Keymap) -> String {
    let keys = keymap.bindings.filter { $0.command == command.id }
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
