import EngineModel
import TerminalUI
import TextPattern

/// What the search through logs can be told.
enum LogSearchAction: Sendable, Equatable {
  /// Searches for what was typed: the pattern, and since when.
  case begin
  /// Ends the search where it is.
  case stop
  /// Goes to a line in the log of a container, where the pattern is searched for, too.
  case open(RowID, FoundLine, pattern: String)
}

/// The search through the logs of many containers.
enum LogSearchCommands {
  static let all: [Command<NoState, LogSearchAction>] = [
    Command(
      "logs.search-all", "Search all logs",
      doc: "Searches the logs of all containers that the Containers pane shows, stopped ones too.",
      in: .anywhere, unavailable: { containers($1).isEmpty ? "the Containers pane shows none" : nil },
      run: { [.show(.form(form($1)))] }),
    Command(
      "matches.again", "Search again", doc: "Searches once more for the same.", in: .panes([.logSearch]),
      hint: "again",
      unavailable: { last($1) == nil ? "nothing was searched for yet" : nil },
      run: { _, state in
        guard let last = last(state) else { return [] }
        return begin(last.pattern, since: last.sinceText, state)
      }),
    Command(
      "matches.open", "Go to the line", doc: "Goes to the line in its log, with what was searched for.",
      in: .matches, hint: "go to it",
      unavailable: { line($1) == nil ? "no line under the cursor" : nil },
      run: { line($1).map { [.send(.open($0.container, $0.line, pattern: $0.pattern))] } ?? [] }),
  ]

  /// Whether a search is under way.
  static func isRunning(_ state: SharedState) -> Bool {
    state.engines.all.contains(where: \.search.isRunning)
  }

  /// The last search; nil before the first.
  private static func last(_ state: SharedState) -> LogSearchRequest? {
    state.engines.all.lazy.compactMap(\.search.request).first
  }

  /// The containers that the pane of them shows.
  private static func containers(_ state: SharedState) -> [RowID] {
    state.panes[.containers].rows.filter { $0.containerID != nil }
  }

  private static func form(_ state: SharedState) -> Form<LogSearchAction> {
    let last = last(state)
    let filter = state.panes[.containers].filter
    let what = Counted.text(containers(state).count, "container")
    var form = Form(
      "Search the logs of \(what)" + (filter.isEmpty ? "" : " (\(TextWidth.truncated(filter, to: 24)))"),
      LogSearchAction.begin,
      [
        .init(
          "Pattern", last?.pattern ?? "", placeholder: "a regular expression", history: "log pattern",
          check: FieldCheck(name: "pattern") { RowSearch.compiled($0).problem }),
        .init(
          "Since", last.map(\.sinceText) ?? defaultSince, placeholder: "empty for all: \(AskedTime.examples)",
          history: "log time",
          check: FieldCheck(name: "time") {
            isTime($0) ? nil : "this is no time: write \(AskedTime.examples)"
          }),
      ])
    form.verb = "search"
    form.selectOld()
    return form
  }

  /// How far back is searched where nothing else is asked for.
  static let defaultSince = "10m"

  private static func isTime(_ text: String) -> Bool { text.trimmed.isEmpty || AskedTime(text) != nil }

  /// Why what was typed cannot be searched for; nil where it can.
  static func problem(_ action: LogSearchAction, _ reply: UserReply) -> String? {
    guard action == .begin else { return nil }
    if reply.text.isEmpty { return "type what to look for" }
    return RowSearch.compiled(reply.text).problem
  }

  /// Does what was asked for.
  static func update(
    _ action: LogSearchAction, _ reply: UserReply, _ state: SharedState
  ) -> [Outcome<LogSearchAction>] {
    switch action {
    case .begin:
      let since = reply.texts.count > 1 ? reply.texts[1] : ""
      return begin(reply.text, since: since, state)
    case .stop: return state.engines.ids.map { .searchLogs(nil, on: $0) }
    case .open: return []
    }
  }

  private static func begin(
    _ pattern: String, since text: String, _ state: SharedState
  ) -> [Outcome<LogSearchAction>] {
    let text = text.trimmed
    let rows = containers(state)
    guard let now = state.now else { return [] }
    let since = AskedTime(text)?.time(now: now, zone: state.setup.utcOffset)
    let searches = state.engines.ids.map { engine -> Outcome<LogSearchAction> in
      let own = rows.filter { $0.engine == engine }.compactMap(\.containerID)
      return .searchLogs(
        LogSearchRequest(
          pattern: pattern, since: since, sinceText: text, containers: own,
          names: own.map(state.engines[engine].containerName)), on: engine)
    }
    return searches + [.view(.filter(.logSearch, "")), .view(.activate(.logSearch))]
  }

  /// The line under the cursor, with its container and what was searched for.
  private static func line(
    _ state: SharedState
  ) -> (container: RowID, line: FoundLine, pattern: String)? {
    guard let row = state.details.subject, let cursor = state.openableCursor,
      let line = MatchRows.line(at: cursor, of: row, state),
      let pattern = state.engine(of: row).search.request?.pattern
    else { return nil }
    return (.container(ContainerID(row.name), on: row.engine), line, pattern)
  }
}
