import EngineModel
import TerminalUI

extension Tab {
  /// All that an event says; its first row goes to what it is about.
  static let event = Tab.rows(
    "event", "Event", hasSecrets: true, wraps: false,
    opens: { row, state in
      let engine = state.engine(of: row)
      guard let event = EventRow.event(row, engine) else { return [] }
      let count = EventRows.rows(event, engine, state).count
      return [EventRow.subject(event, engine)] + Array(repeating: nil, count: max(0, count - 1))
    },
    { row, _, state in
      let engine = state.engine(of: row)
      return EventRow.event(row, engine).map { EventRows.rows($0, engine, state) } ?? []
    })

  /// What the engine still remembers of the same container, with what davit has seen of it.
  static let eventHistory = Tab(
    id: "eventHistory", title: "History", reads: .document,
    document: { row, engine in
      EventRow.event(row, engine).flatMap { EventRows.container($0) }.map { .events($0) }
    },
    content: .text { row, _, state in DetailContent(EventRows.history(row, state)) })
}

/// The tabs of an event.
enum EventRows {
  /// The container that an event is about; nil where it is about none.
  static func container(_ event: EngineEvent) -> ContainerID? {
    if event.kind == .container { return ContainerID(event.actorID) }
    return event.attributes["container"].flatMap { $0.isEmpty ? nil : ContainerID($0) }
  }

  static func rows(_ event: EngineEvent, _ engine: EngineState, _ state: SharedState) -> [StyledText] {
    let secrets = Secrets(state)
    func line(_ label: String, _ text: String, _ role: Role = .text) -> StyledText {
      StyledText(Pad.end(label, 10), Style(.muted)) + StyledText(text, Style(role))
    }
    var rows = [
      line(EventText.kind(event), EventText.name(event), .accent),
      line("action", event.action, EventText.role(event)),
    ]
    let detail = EventText.detail(event, engine)
    if !detail.isEmpty { rows.append(line("detail", detail)) }
    rows.append(line("time", event.time.dateTimeText(zoneSeconds: state.setup.utcOffset)))
    if !event.actorID.isEmpty { rows.append(line("id", event.actorID)) }
    let attributes = event.attributes.sorted { $0.key < $1.key }
    if !attributes.isEmpty { rows += ["", StyledText("Attributes", Style(.title).adding(.bold))] }
    rows += attributes.map { name, value in
      StyledText("\(name) ", Style(.muted)) + StyledText(secrets.masked(name, value))
    }
    return rows
  }

  static func history(_ row: RowID, _ state: SharedState) -> [StyledText] {
    let engine = state.engine(of: row)
    guard let event = EventRow.event(row, engine) else { return [] }
    guard let container = container(event) else {
      return [StyledText("the engine remembers the history of containers alone", Style(.muted))]
    }
    let loaded = engine.documents[.events(container)]
    var remembered: [EngineEvent] = []
    if case .events(let events)? = loaded?.document { remembered = events }
    let seen = engine.seen.events.map(\.event).filter { self.container($0) == container }
    let known = Set(remembered.map { "\($0.time.nanoseconds) \($0.action)" })
    let all = (remembered + seen.filter { !known.contains("\($0.time.nanoseconds) \($0.action)") })
      .filter { !EventText.isNoise($0) }.sorted { $0.time < $1.time }
    var rows = all.reversed().map { event in
      StyledText(event.time.dateTimeText(zoneSeconds: state.setup.utcOffset) + "  ", Style(.muted))
        + StyledText(Pad.end(event.baseAction, 14), Style(EventText.role(event)))
        + StyledText(EventText.detail(event, engine))
    }
    if let trouble = loaded?.trouble { rows.append(StyledText(trouble.summary, Style(.error))) }
    if loaded == nil, engine.connection.isLive { rows.append(StyledText("loading …", Style(.muted))) }
    rows += ["", StyledText("an engine remembers its last 256 events, of all that it runs", Style(.muted))]
    return rows
  }
}
