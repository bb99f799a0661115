/// The filters of the container list, checked once.
struct ContainerSelection {
  private static let known: Set<String> = [
    "ancestor", "before", "expose", "exited", "health", "id", "isolation", "is-task", "label", "name",
    "network",
    "publish", "since", "status", "volume",
  ]
  private static let phases: Set<String> = [
    "created", "running", "paused", "restarting", "removing", "exited", "dead",
  ]
  private let filters: Filters
  private let ancestors: Set<String>

  init(_ filters: Filters, _ state: SimulatedState) throws(Refusal) {
    try filters.check(known: Self.known)
    if let bad = filters["status"].first(where: { !Self.phases.contains($0) }) {
      throw Refusal(400, "invalid filter 'status=\(bad)'")
    }
    self.filters = filters
    var ids: Set<String> = []
    for wanted in filters["ancestor"] {
      if let index = try? state.imageIndex(wanted) { ids.insert(state.images[index].id) }
    }
    ancestors = ids
  }

  func contains(_ record: ContainerRecord, _ state: SimulatedState) -> Bool {
    filters.allows("id") { record.id.hasPrefix($0) }
      && filters.allows("name") { Self.name("/" + record.spec.name, matches: $0) }
      && filters.allows("status") { $0 == record.phase.rawValue }
      && filters.allows("health") { $0 == record.health?.rawValue ?? "none" }
      && filters.allows("exited") { record.phase == .exited && $0 == String(record.exitCode) }
      && filters.allows(labels: record.spec.labels)
      && (filters["ancestor"].isEmpty || ancestors.contains(record.imageID))
      && filters.allows("network") { wanted in
        record.endpoints.contains { $0.network == wanted || $0.networkID == wanted }
      }
      && filters.allows("volume") { wanted in
        record.spec.mounts.contains { $0.source == wanted || $0.destination == wanted }
      }
  }

  /// The engine takes the value as a regular expression; here `^` and `$` count and the rest is plain text.
  private static func name(_ name: String, matches pattern: String) -> Bool {
    var wanted = Substring(pattern)
    let isStart = wanted.hasPrefix("^")
    let isEnd = wanted.hasSuffix("$")
    if isStart { wanted = wanted.dropFirst() }
    if isEnd { wanted = wanted.dropLast() }
    let text = isStart && !wanted.hasPrefix("/") ? name.dropFirst() : Substring(name)
    switch (isStart, isEnd) {
    case (true, true): return text == wanted
    case (true, false): return text.hasPrefix(wanted)
    case (false, true): return text.hasSuffix(wanted)
    case (false, false): return wanted.isEmpty || text.contains(wanted)
    }
  }
}
