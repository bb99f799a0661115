import EngineModel
import TerminalUI
import Troubles

extension Tab {
  /// The log of what is selected, all its containers interleaved.
  static let logs = Tab(id: "logs", title: "Logs", reads: .document, content: .log)
}

/// What happens to the log streams.
package enum LogUpdate: Sendable {
  /// Complete lines of a container, in the order of its output.
  case lines(LogRequest, [LogLine])
  /// The beginning of a line, whose end has not come for a moment.
  case beginning(LogRequest, LogLine)
  /// The stream has ended because the container has.
  case ended(LogRequest)
  /// The log cannot be read.
  case failed(LogRequest, Trouble)
}

/// What a user does to the log.
enum LogAction: Sendable, Equatable {
  case toggleFollow, toggleWrap, toggleTimestamps, switchMode, clear
  /// Shows standard error alone, or all.
  case toggleErrorsOnly
  /// Shows structured lines in the next of their shapes.
  case turnShape
  /// Sets a mark at the end.
  case mark
  /// Asks for more of the log, or less.
  case ask(LogSpan)
  /// Goes to the time that was typed.
  case goToTime
  /// Writes the log to the file that was typed.
  case save
  /// Narrows the log of a stack to a service; nil takes all.
  case narrow(ServiceName?)
}

extension LogsState {
  /// Takes in what the log streams bring.
  mutating func update(_ update: LogUpdate) -> [Effect] {
    switch update {
    case .lines(let request, let lines): return add(lines, of: request)
    case .beginning(let request, let line): return add(beginning: line, of: request)
    case .ended(let request): finish(request, .ended)
    case .failed(let request, let trouble): finish(request, .failed(trouble))
    }
    return []
  }

  /// Does what the user asks for.
  mutating func update(
    _ action: LogAction, _ reply: UserReply, _ state: SharedState
  ) -> [Outcome<LogAction>] {
    switch action {
    case .toggleFollow:
      if isFollowing { holdStill(layout(in: state.layout.detailContent, state)) } else { follow() }
    case .toggleWrap:
      wraps.toggle()
      column = 0
    case .toggleTimestamps: showsTimestamps.toggle()
    case .switchMode:
      mode = mode == .filter ? .search : .filter
      modeBefore = nil
    case .clear: clear()
    case .toggleErrorsOnly:
      toggleErrorsOnly()
      return scanOn().map { .effect($0) }
    case .turnShape: turnShape()
    case .mark: if let now = state.now { mark(at: now, zone: state.setup.utcOffset) }
    case .ask(let span): if span != self.span { ask(for: span) }
    case .goToTime: return goToTime(reply.text, state).map { [.notice($0)] } ?? []
    case .save: return LogSaving.order(self, reply, state)
    case .narrow(let service):
      guard service != self.service else { return [] }
      self.service = service
      startOver()
    }
    return []
  }

  /// Why an answer cannot be taken; nil when it can.
  static func problem(_ action: LogAction, _ reply: UserReply, _ state: SharedState) -> String? {
    switch action {
    case .goToTime:
      AskedTime(reply.text) == nil ? "this is no time: write \(AskedTime.examples)" : nil
    case .save: LogSaving.problem(reply, state)
    default: nil
    }
  }

  /// Shows the log of what is selected, if the log is looked at.
  mutating func follow(_ state: SharedState) {
    let subject = state.details.subject
    let settings = state.setup.settings.logs
    if subject != narrowed {
      (service, narrowed) = (nil, subject)
      chooseSpan(.settings)
    }
    guard state.details.tab == .logs, let subject else { return show([], of: nil, settings, now: state.now) }
    show(containers(of: subject, state), of: subject, settings, now: state.now)
    noteSources(state.engine(of: subject))
    divide(state)
    showTarget(state)
  }

  /// The containers whose logs belong to a row, in the order of their colours.
  private func containers(of row: RowID?, _ state: SharedState) -> [ContainerID] {
    guard let row else { return [] }
    guard let service = shownService(state), let key = state.stack(of: row) else {
      return state.containers(of: row)
    }
    return state.engine(of: row).facts.projects[key]?.services[service] ?? []
  }

  /// The services of the stack whose log is shown, sorted; none for other logs.
  func services(_ state: SharedState) -> [ServiceName] {
    guard state.details.tab == .logs, let row = state.details.subject, row.containerID == nil else {
      return []
    }
    let engine = state.engine(of: row)
    guard let key = row.kind.stack(row, engine), row.kind.service(row, engine) == nil else { return [] }
    return engine.facts.projects[key]?.serviceNames ?? []
  }

  /// The service that the log is narrowed to; nil for all.
  func shownService(_ state: SharedState) -> ServiceName? {
    service.flatMap { services(state).contains($0) ? $0 : nil }
  }
}
