import EngineModel

/// What a prune has taken, in the numbers that the question before it named.
enum PruneText {
  /// The most names that a notice lists.
  private static let limit = 4

  /// `pruned 3 dangling images: a, b, c · 118M freed`. The engine counts layers and tags of images too: what counts
  /// here are the things that the question was about.
  static func report(_ deleted: [String], bytes: UInt64, of job: Job) -> String {
    let gone = deleted.compactMap { job.prunable[$0] }.sorted()
    guard !gone.isEmpty else {
      return
        "pruned \(job.subject): nothing was removed\(bytes > 0 ? ", \(Quantity.bytes(bytes)) freed" : "")"
    }
    let named = gone.prefix(limit).joined(separator: ", ")
    let more = gone.count > limit ? " and \(gone.count - limit) more" : ""
    let freed = bytes > 0 ? ", \(Quantity.bytes(bytes)) freed" : ""
    return "pruned \(gone.count) \(noun(job.subject, gone.count)): \(named)\(more)\(freed)"
  }

  /// `stopped containers` of one is a `stopped container`.
  private static func noun(_ plural: String, _ count: Int) -> String {
    if count == 1, plural.hasPrefix("pieces ") { return "piece " + plural.dropFirst(7) }
    return count == 1 && plural.hasSuffix("s") ? String(plural.dropLast()) : plural
  }
}

extension EngineState {
  /// What a prune may take now, by the id or name that the engine's answer has; empty for other calls.
  func prunable(by call: EngineCall) -> [String: String] {
    switch call {
    case .pruneContainers:
      let gone = facts.containers.values.filter(\.state.isPrunable)
      return Dictionary(gone.map { ($0.id.rawValue, $0.name) }, uniquingKeysWith: { first, _ in first })
    case .pruneImages:
      let used = facts.usedImages
      let unused = facts.images.values.filter { $0.isPrunable(isUsed: used.contains($0.id), all: true) }
      return Dictionary(
        unused.map { ($0.id.rawValue, $0.repoTags.first ?? $0.id.short) },
        uniquingKeysWith: { first, _ in first })
    case .pruneVolumes:
      let names = facts.volumes.keys.map { ($0.rawValue, $0.short) }
      return Dictionary(names, uniquingKeysWith: { first, _ in first })
    case .pruneNetworks:
      let names = facts.networks.values.flatMap { [($0.name, $0.name), ($0.id.rawValue, $0.name)] }
      return Dictionary(names, uniquingKeysWith: { first, _ in first })
    case .pruneBuildCache:
      let records = disk.usage?.cacheItems ?? []
      return Dictionary(records.map { ($0.id, $0.id) }, uniquingKeysWith: { first, _ in first })
    default: return [:]
    }
  }
}
