import TerminalUI

/// What can be done with a log.
enum LogCommands {
  static let all: [Command<LogsState, LogAction>] = [
    Command(
      "logs.follow", "Follow", doc: "Follows the log at its end, or stops following.", in: .logs,
      hint: "follow", run: { _, _ in [.send(.toggleFollow)] }),
    Command(
      "logs.wrap", "Wrap lines", doc: "Wraps long lines, or cuts them at the edge.", in: .logs, hint: "wrap",
      run: { _, _ in [.send(.toggleWrap)] }),
    Command(
      "logs.timestamps", "Timestamps", doc: "Shows or hides the time of each line.", in: .logs, hint: "times",
      run: { _, _ in [.send(.toggleTimestamps)] }),
    Command(
      "logs.mode", "Filter or search",
      doc: "Switches between filter (hides other lines) and search (marks matches).", in: .logs,
      run: { _, _ in [.send(.switchMode)] }),
    Command(
      "logs.service", "Choose service",
      doc: "Limits the log of a stack to the lines of one service, or shows all.",
      in: .logs, hint: "service",
      unavailable: { $0.services($1).count > 1 ? nil : "this log has only one service" },
      run: { [.show(.menu(services($0, $1)))] }),
    Command(
      "logs.since", "Choose time span",
      doc: "Reads the log anew: its last minute, 5 or 30 minutes, hour, day, or all of it.", in: .logs,
      hint: "since", run: { [.show(.menu(LogSpan.menu($0, $1.setup.settings.logs)))] }),
    Command(
      "logs.go-to-time", "Go to time", doc: "Goes to the first line at or after a time.", in: .logs,
      unavailable: { logs, _ in logs.buffer.isEmpty ? "there is no line yet" : nil },
      run: { _, _ in
        [.show(.form(Form("Go to time", .goToTime, [.init("Time", placeholder: AskedTime.examples)])))]
      }),
    Command(
      "logs.mark", "Set a mark", doc: "Draws a line with the time: what comes below it is new.", in: .logs,
      hint: "mark", run: { _, _ in [.send(.mark)] }),
    Command(
      "logs.errors", "Standard error only", doc: "Shows only what went to standard error, or all.",
      in: .logs, hint: "stderr", run: { _, _ in [.send(.toggleErrorsOnly)] }),
    Command(
      "logs.shape", "Structured lines",
      doc: "Shows JSON and logfmt lines laid out, with a row for each field, or as they came.", in: .logs,
      hint: "fields", run: { _, _ in [.send(.turnShape)] }),
    Command(
      "logs.save", "Save to a file",
      doc: "Writes the log to a file of this machine: the lines shown, or all there is.", in: .logs,
      danger: .changes, hint: "save",
      unavailable: { logs, _ in logs.buffer.isEmpty ? "there is no line yet" : nil },
      run: { [.show(.form(LogSaving.form($0, $1)))] }),
    Command(
      "logs.page", "Open in the pager",
      doc: "Hands the lines shown to `$PAGER`, or `less`, which has the terminal until it ends.", in: .logs,
      unavailable: { logs, _ in logs.buffer.isEmpty ? "there is no line yet" : nil },
      run: { [.effect(.page($0.paged($1)))] }),
    Command(
      "logs.clear", "Clear log", doc: "Clears the lines shown; new lines still appear.",
      in: .logs, run: { _, _ in [.send(.clear)] }),
  ]

  /// The services of a log to choose one of, with the keys 0 to 9.
  private static func services(_ logs: LogsState, _ state: SharedState) -> Menu<LogAction> {
    let names = [nil] + logs.services(state).map(Optional.some)
    let now = logs.shownService(state)
    let entries = names.enumerated().map { index, name in
      Menu<LogAction>.Entry(
        title: name?.rawValue ?? "all services",
        detail: name == now ? "now" : index < 10 ? String(index) : "",
        key: index < 10 ? KeyPress(Character(String(index))) : nil, choice: .send(.narrow(name)))
    }
    return Menu(title: "Show logs of", entries: entries, selected: names.firstIndex(of: now) ?? 0)
  }
}
