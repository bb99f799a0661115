import EngineModel

/// Something that has happened, with its number in a run of davit.
struct SeenEvent: Sendable, Equatable {
  let number: Int
  let event: EngineEvent
}

/// What has happened on an engine since davit was started, the oldest first: the last of it, within a budget.
struct SeenEvents: Sendable, Equatable {
  private(set) var events: [SeenEvent] = []
  /// How many are gone, since there were too many.
  private(set) var dropped = 0
  /// How many were never taken in, since they came too fast and change nothing.
  private(set) var leftOut = 0
  /// Grows with each change.
  private(set) var revision = 0
  private var next = 0
  private var bytes = 0

  /// The most events that are kept.
  static let limit = 2_000
  /// The most bytes of what they say: labels can be long.
  static let maximumBytes = 4 << 20
  /// How many go at once, so that the rest need not be moved each time.
  private static let slack = 200

  /// Keeps an event. Those that change nothing come a little later than others: each stands where its time is.
  mutating func add(_ event: EngineEvent) {
    revision += 1
    let seen = SeenEvent(number: next, event: event)
    next += 1
    bytes += Self.size(event)
    var place = events.count
    while place > 0, events[place - 1].event.time > event.time { place -= 1 }
    events.insert(seen, at: place)
    guard events.count >= Self.limit + Self.slack || bytes > Self.maximumBytes else { return }
    drop()
  }

  /// So many were not taken in.
  mutating func leaveOut(_ count: Int) {
    guard count > 0 else { return }
    leftOut += count
    revision += 1
  }

  /// The engine went away: what happens until it is back is not seen.
  mutating func breakOff() {
    guard let last = events.last?.event.time else { return }
    add(EngineEvent(kind: .other("davit"), action: "the engine went away", actorID: "", time: last))
  }

  /// The event of a number; nil where it is gone.
  subscript(number: Int) -> EngineEvent? {
    // Nearly in the order of their numbers: the place of one is near.
    guard let first = events.first?.number else { return nil }
    let guess = max(0, min(events.count - 1, number - first))
    if events[guess].number == number { return events[guess].event }
    return events.first { $0.number == number }?.event
  }

  private mutating func drop() {
    var count = max(0, events.count - Self.limit)
    var rest = bytes - events.prefix(count).reduce(0) { $0 + Self.size($1.event) }
    while rest > Self.maximumBytes * 3 / 4, count < events.count - 1 {
      rest -= Self.size(events[count].event)
      count += 1
    }
    events.removeFirst(count)
    dropped += count
    bytes = rest
  }

  private static func size(_ event: EngineEvent) -> Int {
    event.attributes.reduce(64 + event.action.utf8.count) {
      $0 + $1.key.utf8.count + $1.value.utf8.count + 32
    }
  }
}
