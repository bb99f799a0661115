import TerminalUI

/// The help: first the keys that work where the user is, then all others.
enum HelpText {
  static func rows(_ state: DashboardState, matching filter: String = "", columns: Int) -> [StyledText] {
    let keys = state.outerPlace
    let all = matching(state.features.outerCommands, filter, state)
    if all.isEmpty { return [StyledText(Instead.ofWords(filter, state.shared), Style(.muted))] }
    let here = all.filter { $0.scope != .anywhere && $0.scope.isActive(keys) }
    let anywhere = all.filter { $0.scope == .anywhere }
    let elsewhere = all.filter { $0.scope != .anywhere && !$0.scope.isActive(keys) }
    let place = keys.focus == .list ? "in \(keys.pane.title)" : "in the details"
    return section("Here, \(place)", here, state, columns) + section("Anywhere", anywhere, state, columns)
      + section("Elsewhere", elsewhere, state, columns, naming: true)
  }

  /// The commands of one scope.
  static func rows(
    of scope: CommandScope, _ state: DashboardState, matching filter: String = "", columns: Int
  ) -> [StyledText] {
    let commands = matching(state.features.commands.filter { $0.scope == scope }, filter, state)
    let keyColumns = keyColumns(columns)
    return commands.flatMap { command in
      let keys = TextWidth.truncated(state.keymap.keyText(command.id) ?? "", to: keyColumns - 1)
      let doc = command.doc.filter { $0 != "`" }
      return WrappedText.rows(doc, columns: max(8, columns - keyColumns)).enumerated().map { index, row in
        StyledText(Pad.end(index == 0 ? keys : "", keyColumns), Style(.hintKey)) + StyledText(row)
      }
    }
  }

  /// Those with every word of the filter, or with the key that it is.
  private static func matching(
    _ commands: [RootCommand], _ filter: String, _ state: DashboardState
  ) -> [RootCommand] {
    guard !filter.isEmpty else { return commands }
    return commands.filter {
      PaletteSearch.matches($0, filter) || state.keymap.keys($0.id).contains(filter)
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
