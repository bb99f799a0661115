import TerminalUI

/// What can be done with a log.
enum LogCommands {
  static let all: [Command<LogsState, LogAction>] = [
    Command(
      "logs.follow", "Follow", doc: "Goes to the end of the log and follows it, or stands still.", in: .logs,
      hint: "follow", run: { _, _ in [.send(.toggleFollow)] }),
    Command(
      "logs.wrap", "Wrap lines", doc: "Wraps long lines, or cuts them at the edge.", in: .logs, hint: "wrap",
      run: { _, _ in [.send(.toggleWrap)] }),
    Command(
      "logs.timestamps", "Timestamps", doc: "Shows or hides the time of each line.", in: .logs, hint: "times",
      run: { _, _ in [.send(.toggleTimestamps)] }),
    Command(
      "logs.mode", "Filter or search",
      doc: "Switches between hiding lines without a match and only marking the matches.", in: .logs,
      run: { _, _ in [.send(.switchMode)] }),
    Command(
      "logs.service", "Service",
      doc: "Chooses the service whose lines are shown in the log of a stack, or all of them.",
      in: .logs, hint: "service",
      unavailable: { $0.services($1).count > 1 ? nil : "there is only one service in this log" },
      run: { [.show(.menu(services($0, $1)))] }),
    Command(
      "logs.clear", "Clear the view", doc: "Forgets the lines on the screen; new ones go on to come.",
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
    return Menu(title: "Show the log of", entries: entries, selected: names.firstIndex(of: now) ?? 0)
  }
}
