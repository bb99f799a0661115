import EngineModel
import TerminalUI

/// What has happened since davit was started: newest last, and followed like a log.
enum EventsPane: PaneFeature {
  static let title = "Events"
  static let digit = 8
  static let columns = eventColumns
  static let defaultSort = SortOrder("time")
  static let isResident = false
  static let followsEnd = true
  static let pruneRefusal: String? = "what has happened cannot be pruned"

  static func revision(_ engine: EngineState) -> Int { engine.seen.revision }

  static func rows(_ pane: PaneState, _ state: SharedState) -> [RowID] {
    state.engines.all.flatMap { engine in
      engine.seen.events.filter { pane.showsNoise || !EventText.isNoise($0.event) }
        .map { .event($0.number, on: engine.id) }
    }
  }

  static func filterText(_ row: RowID, _ state: SharedState) -> String {
    guard let event = event(row, state) else { return "" }
    let values = event.attributes.values.joined(separator: " ")
    return
      "\(EventText.kind(event)) \(event.action) \(EventText.name(event)) \(detail(row, state)) \(values)"
  }

  static let filterFields: [FilterField] = [
    field("type", .beginning) { [EventText.kind($0)] },
    field("action", .beginning) { [$0.action] },
    field("name") { [EventText.name($0)] },
    field("image") { event in
      event.kind == .image ? [EventText.name(event)] : event.attributes["image"].map { [$0] } ?? []
    },
    field("exit", .whole) { event in event.attributes["exitCode"].map { [$0] } ?? [] },
    field("stack") { event in event.attributes["com.docker.compose.project"].map { [$0] } ?? [] },
    field("label") { event in event.attributes.map { "\($0.key)=\($0.value)" } },
  ]

  private static func field(
    _ name: String, _ agreement: FilterField.Agreement = .part,
    _ values: @escaping @Sendable (EngineEvent) -> [String]
  ) -> FilterField {
    FilterField(name: name, agreement: agreement) { row, state in event(row, state).map(values) ?? [] }
  }

  static func emptyText(_ state: SharedState) -> String {
    state.currentEngine.connection.isLive
      ? "nothing has happened since davit was started" : "the engine is not answering"
  }

  static func counter(_ state: SharedState) -> String {
    let logs = state.engines.all.map(\.seen)
    let (dropped, leftOut) = (logs.map(\.dropped).reduce(0, +), logs.map(\.leftOut).reduce(0, +))
    var parts = [Quantity.count(state.panes[.events].rows.count)]
    if dropped > 0 { parts.append("\(Quantity.count(dropped)) older dropped") }
    if leftOut > 0 { parts.append("\(Quantity.count(leftOut)) too fast") }
    parts.append(state.panes[.events].isAtEnd ? "follow" : "paused")
    return parts.joined(separator: " \(state.glyphs.dot) ")
  }

  private static func detail(_ row: RowID, _ state: SharedState) -> String {
    event(row, state).map { EventText.detail($0, state.engine(of: row)) } ?? ""
  }

  static func event(_ row: RowID, _ state: SharedState) -> EngineEvent? {
    EventRow.event(row, state.engine(of: row))
  }

  static let eventColumns: [Column] = [
    Column(
      id: "time", title: "TIME", minimum: 8, ideal: 8, priority: 95, inSidePane: true,
      cell: { row, state in
        StyledText(event(row, state)?.time.timeText(zoneSeconds: state.setup.utcOffset) ?? "", Style(.muted))
      },
      sortKey: { row, state in .number(Double(event(row, state)?.time.nanoseconds ?? 0)) }),
    Column(
      id: "type", title: "TYPE", minimum: 9, ideal: 9, priority: 70,
      cell: { row, state in
        StyledText(event(row, state).map { EventText.kind($0) } ?? "", Style(.muted))
      },
      sortKey: { row, state in .text(event(row, state).map { EventText.kind($0) } ?? "") }),
    Column(
      id: "action", title: "ACTION", minimum: 10, ideal: 13, priority: 98, isFlexible: true, inSidePane: true,
      cell: { row, state in
        event(row, state).map { StyledText($0.baseAction, Style(EventText.role($0))) } ?? ""
      },
      sortKey: { row, state in .text(event(row, state)?.baseAction ?? "") }),
    Column(
      id: "name", title: "NAME", minimum: 12, ideal: 22, priority: 99, isFlexible: true, inSidePane: true,
      cell: { row, state in StyledText(event(row, state).map { EventText.name($0) } ?? "") },
      sortKey: { row, state in .text(event(row, state).map { EventText.name($0) } ?? "") }),
    Column(
      id: "detail", title: "DETAIL", minimum: 10, ideal: 24, priority: 80, isFlexible: true,
      cell: { row, state in
        event(row, state).map { StyledText(detail(row, state), Style(EventText.role($0))) } ?? ""
      },
      sortKey: { row, state in .text(detail(row, state)) }),
  ]
}

extension PaneKind {
  /// What has happened.
  package static let events = PaneKind(EventsPane.self)
}

/// The row of something that has happened.
enum EventRow: RowKind {
  static let tabs: [Tab] = [.event, .eventHistory]

  static func title(_ row: RowID, _ engine: EngineState) -> String {
    event(row, engine).map { "\(EventText.name($0)) \($0.baseAction)" } ?? ""
  }

  static func copyChoices(_ row: RowID, _ engine: EngineState) -> [CopyChoice] {
    event(row, engine).map { [CopyChoice(what: "id", text: $0.actorID)] } ?? []
  }

  /// What happened; nil where it is gone.
  static func event(_ row: RowID, _ engine: EngineState) -> EngineEvent? {
    Int(row.name).flatMap { engine.seen[$0] }
  }

  /// The row of what an event is about; nil where that is gone, or has none.
  static func subject(_ event: EngineEvent, _ engine: EngineState) -> RowID? {
    let row: RowID
    switch event.kind {
    case .container: row = .container(ContainerID(event.actorID), on: engine.id)
    case .network: row = .network(NetworkID(event.actorID), on: engine.id)
    case .volume: row = .volume(VolumeName(event.actorID), on: engine.id)
    case .image:
      let images = engine.facts.images.values
      guard
        let image = engine.facts.images[ImageID(event.actorID)]
          ?? images.first(where: { $0.repoTags.contains(event.actorID) })
      else { return nil }
      row = .image(image.id, tag: image.repoTags.first, on: engine.id)
    case .daemon, .other: return nil
    }
    return row.kind.exists(row, engine) ? row : nil
  }
}

extension RowID {
  /// The row of something that has happened, by its number.
  static func event(_ number: Int, on engine: EngineID) -> RowID {
    RowID(EventRow.self, String(number), on: engine)
  }
}
