import TerminalUI

/// The help: first the keys that work where the user is, then all others.
enum HelpText {
  static func rows(_ state: DashboardState, columns: Int) -> [StyledText] {
    let here = CommandRegistry.all.filter { $0.scope != .anywhere && $0.scope.isActive(state) }
    let anywhere = CommandRegistry.all.filter { $0.scope == .anywhere }
    let elsewhere = CommandRegistry.all.filter { $0.scope != .anywhere && !$0.scope.isActive(state) }
    let place = state.focus == .list ? "in \(state.activePane.title)" : "in the details"
    return section("Here, \(place)", here, state) + section("Anywhere", anywhere, state)
      + section("Elsewhere", elsewhere, state, naming: true)
  }

  private static func section(
    _ title: String, _ commands: [Command], _ state: DashboardState, naming: Bool = false
  ) -> [StyledText] {
    guard !commands.isEmpty else { return [] }
    var rows = [StyledText(title, Style(.title).adding(.bold))]
    for command in commands {
      let keys = state.keymap.keyText(command.id) ?? ""
      var row = StyledText("  " + Pad.leading(keys, 18), Style(.hintKey))
      let reason = command.refusal(state)
      row.append(command.doc, Style(reason == nil ? .text : .muted))
      if naming { row.append("  (\(command.scope.title))", Style(.muted)) }
      if let reason, command.scope.isActive(state) { row.append("  now: \(reason)", Style(.warning)) }
      rows.append(row)
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
      case .done?: row = StyledText(Pad.leading("done", 9), Style(.success))
      case .unnecessary?: row = StyledText(Pad.leading("no need", 9), Style(.muted))
      case .failed?: row = StyledText(Pad.leading("failed", 9), Style(.error))
      }
      row.append(job.command, Style(.text))
      if case .failed(let why)? = job.outcome { row.append("   \(why)", Style(.error)) }
      return row
    }
  }
}
