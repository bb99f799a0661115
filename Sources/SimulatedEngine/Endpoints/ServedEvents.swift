import NIOCore

/// The body of `GET /events`: one document a line, first those of the past that `since` asks for.
struct ServedEvents: BodyStream {
  let topic = SimulatedState.Topic.events
  private let filters: Filters
  private let version: ServedVersion
  private let since: EngineInstant?
  private let until: EngineInstant?
  private var next: Int

  init(
    filters: Filters, version: ServedVersion, since: EngineInstant?, until: EngineInstant?,
    state: SimulatedState
  ) {
    self.filters = filters
    self.version = version
    self.since = since
    self.until = until
    next = since != nil || until != nil ? state.events.firstReplayed : state.events.next
  }

  mutating func fill(_ output: inout ByteBuffer, from state: SimulatedState) -> StreamProgress {
    next = state.events.clamp(next)
    while let dated = state.events[next] {
      if output.readableBytes > 65_536 { return .more }
      next += 1
      if let until, dated.instant > until { return .finished }
      if let since, dated.instant < since { continue }
      guard matches(dated.event) else { continue }
      var line = dated.json(version: version).bytes
      line.append(UInt8(ascii: "\n"))
      output.writeBytes(line)
    }
    guard let until else { return .waiting(until: state.agenda.next) }
    if state.now >= until { return .finished }
    return .waiting(until: state.agenda.next.map { min($0, until) } ?? until)
  }

  private func matches(_ event: SimulatedEvent) -> Bool {
    let name = event.attributes["name"] ?? ""
    return filters.allows("type") { event.type == $0 }
      && filters.allows("event") { event.action == $0 || event.action.hasPrefix($0 + ":") }
      && filters.allows(labels: event.attributes) && concerns("container", event, name)
      && concerns("volume", event, name) && concerns("network", event, name)
      && filters.allows("image") { wanted in
        let image = event.type == "image" ? name : event.attributes["image"] ?? ""
        return image == wanted || image.hasPrefix(wanted + ":") || event.actor == wanted
      }
  }

  /// A filter such as `container=x` takes events of that type whose id begins so, or whose name is that.
  private func concerns(_ type: String, _ event: SimulatedEvent, _ name: String) -> Bool {
    filters.allows(type) { wanted in
      event.type == type && (event.actor.hasPrefix(wanted) || name == wanted)
    }
  }
}
