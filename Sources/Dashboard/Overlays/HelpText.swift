import TerminalUI

/// The help: first the keys that work where the user is, then all others.
enum HelpText {
  static func rows(_ state: DashboardState, columns: Int) -> [StyledText] {
    let here = CommandRegistry.all.filter { $0.scope != .anywhere && $0.scope.isActive(state) }
    let anywhere = CommandRegistry.all.filter { $0.scope == .anywhere }
    let elsewhere = CommandRegistry.all.filter { $0.scope != .anywhere && !$0.scope.isActive(state) }
    let place = state.focus == .list ? "in \(state.activePane.title)" : "in the details"
    return section("Here, \(place)", here, state, columns) + section("Anywhere", anywhere, state, columns)
      + section("Elsewhere", elsewhere, state, columns, naming: true)
  }

  private static func keyColumns(_ columns: Int) -> Int { columns < 60 ? 9 : 22 }

  private static func section(
    _ title: String, _ commands: [Command], _ state: DashboardState, _ columns: Int, naming: Bool = false
  ) -> [StyledText] {
    guard !commands.isEmpty else { return [] }
    let keyColumns = keyColumns(columns)
    var rows = [StyledText(title, Style(.title).adding(.bold))]
    for command in commands {
      let keys = TextWidth.truncated(state.keymap.keyText(command.id) ?? "", to: keyColumns - 1)
      let reason = command.refusal(state)
      var text = StyledText(command.doc, Style(reason == nil ? .text : .muted))
      if naming { text.append("  (\(command.scope.title))", Style(.muted)) }
      if let reason, command.scope.isActive(state) { text.append("  now: \(reason)", Style(.warning)) }
      for (index, part) in WrappedText.rows(text, columns: max(8, columns - keyColumns - 2)).enumerated() {
        let lead = Pad.leading(index == 0 ? keys : "", keyColumns)
        rows.append(StyledText("  " + lead, Style(.hintKey)) + part)
      }
    }
    return rows + [StyledText("")]
  }
}

/// The log of what davit asked the engine to do, newest first.
enum ActivityText {
  static func rows(_ state: DashboardState, columns: Int) -> [StyledText] {
    guard !state.jobs.isEmpty else {
      return [StyledText("davit has asked the engine to change nothing yet.", Style(.muted))]
    }
    return state.jobs.reversed().map { job in
      var row: StyledText
      switch job.outcome {
      case nil: row = StyledText(Pad.leading("running", 9), Style(.starting))
      case .done?, .pruned?: row = StyledText(Pad.leading("done", 9), Style(.success))
      case .cancelled?: row = StyledText(Pad.leading("ended", 9), Style(.warning))
      case .failed?: row = StyledText(Pad.leading("failed", 9), Style(.error))
      }
      row.append(job.command, Style(.text))
      if case .failed(let why)? = job.outcome { row.append("   \(why)", Style(.error)) }
      return row
    }
  }
}
