/// An event of the engine, as `GET /events` streams it.
package struct SimulatedEvent: Sendable, Hashable {
  /// `container`, `image`, `volume`, `network`, `daemon` …
  package var type: String
  /// `start`, `die`, `health_status: healthy` …
  package var action: String
  /// The id of what it happened to; a volume's name.
  package var actor: String
  /// The actor's attributes: name, image, labels, exit code …
  package var attributes: [String: String]

  /// An event without a time: it gets the engine's when it is emitted.
  package init(type: String, action: String, actor: String, attributes: [String: String] = [:]) {
    self.type = type
    self.action = action
    self.actor = actor
    self.attributes = attributes
  }
}

/// An event with its time and number.
struct DatedEvent: Sendable {
  let event: SimulatedEvent
  let instant: EngineInstant

  /// The document of the stream. Since API 1.52 it lacks `status`, `id` and `from`.
  func json(version: ServedVersion) -> JSON {
    var members: [(String, JSON)] = []
    let carriesStatus = event.type == "container" || event.type == "image" || event.action == "prune"
    if version < ServedVersion(1, 52), carriesStatus {
      members.append(("status", .string(event.action)))
      if !event.actor.isEmpty { members.append(("id", .string(event.actor))) }
      if event.type == "container", let image = event.attributes["image"] {
        members.append(("from", .string(image)))
      }
    }
    let actor: JSON = ["ID": .string(event.actor), "Attributes": .strings(event.attributes)]
    return .object(
      members + [
        ("Type", .string(event.type)), ("Action", .string(event.action)), ("Actor", actor),
        ("scope", "local"),
        ("time", .integer(instant.seconds)), ("timeNano", .integer(instant.nanoseconds)),
      ])
  }
}

/// The events of late: streams read on from a number; `since` reaches back 256.
struct EventLog: Sendable {
  /// How far `since` reaches back, as in the engine (`eventsLimit`).
  static let replayLimit = 256
  private static let capacity = 4096
  private var kept: [DatedEvent] = []
  private var dropped = 0

  /// The number of the next event.
  var next: Int { dropped + kept.count }
  /// The number of the oldest event that `since` can bring back.
  var firstReplayed: Int { max(dropped, next - Self.replayLimit) }

  subscript(_ number: Int) -> DatedEvent? {
    number >= dropped && number < next ? kept[number - dropped] : nil
  }

  /// The oldest event held from `number` on.
  func clamp(_ number: Int) -> Int { max(number, dropped) }

  mutating func append(_ event: SimulatedEvent, at instant: EngineInstant) {
    kept.append(DatedEvent(event: event, instant: instant))
    if kept.count > Self.capacity {
      kept.removeFirst(Self.capacity / 2)
      dropped += Self.capacity / 2
    }
  }

  /// Forgets all, as a restarted engine does; numbers go on.
  mutating func forget() {
    dropped = next
    kept = []
  }
}
