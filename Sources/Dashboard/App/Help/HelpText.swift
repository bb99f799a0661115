import TerminalUI

/// The help: first the keys that work where the user is, then all others.
enum HelpText {
  static func rows(_ state: DashboardState, columns: Int) -> [StyledText] {
    let keys = state.outerPlace
    let all = state.features.outerCommands
    let here = all.filter { $0.scope != .anywhere && $0.scope.isActive(keys) }
    let anywhere = all.filter { $0.scope == .anywhere }
    let elsewhere = all.filter { $0.scope != .anywhere && !$0.scope.isActive(keys) }
    let place = keys.focus == .list ? "in \(keys.pane.title)" : "in the details"
    return section("Here, \(place)", here, state, columns) + section("Anywhere", anywhere, state, columns)
      + section("Elsewhere", elsewhere, state, columns, naming: true)
  }

  /// The commands of one scope.
  static func rows(of scope: CommandScope, _ state: DashboardState, columns: Int) -> [StyledText] {
    let commands = state.features.commands.filter { $0.scope == scope }
    let keyColumns = keyColumns(columns)
    return commands.flatMap { command in
      let keys = TextWidth.truncated(state.keymap.keyText(command.id) ?? "", to: keyColumns - 1)
      let doc = command.doc.filter { $0 != "`" }
      return WrappedText.rows(doc, columns: max(8, columns - keyColumns)).enumerated().map { index, row in
        StyledText(Pad.end(index == 0 ? keys : "", keyColumns), Style(.hintKey)) + StyledText(row)
      }
    }
  }

  private static func keyColumns(_ columns: Int) -> Int { columns < 60 ? 9 : 22 }

  private static func section(
    _ title: String, _ commands: [RootCommand], _ state: DashboardState, _ columns: Int, naming: Bool = false
  ) -> [StyledText] {
    guard !commands.isEmpty else { return [] }
    let keyColumns = keyColumns(columns)
    var rows = [StyledText(title, Style(.title).adding(.bold))]
    for command in commands {
      let keys = TextWidth.truncated(state.keymap.keyText(command.id) ?? "", to: keyColumns - 1)
      let reason = command.refusal(state)
      var text = StyledText(command.doc, Style(reason == nil ? .text : .muted))
      if naming { text.append("  (\(command.scope.title))", Style(.muted)) }
      if let reason, command.scope.isActive(state.outerPlace) {
        text.append("  now: \(reason)", Style(.warning))
      }
      for (index, part) in WrappedText.rows(text, columns: max(8, columns - keyColumns - 2)).enumerated() {
        let lead = Pad.end(index == 0 ? keys : "", keyColumns)
        rows.append(StyledText("  " + lead, Style(.hintKey)) + part)
      }
    }
    return rows + [StyledText("")]
  }
}
