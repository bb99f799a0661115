/// Lays one file's model over another's, by the Compose specification's chapter "Merge and override".
enum Merging {
  /// What a place of the model asks for beyond "mappings are merged, lists appended, the rest replaced".
  private enum Rule {
    case replace
    case pairs
    case hosts
    case build
    case dependencies
    case networks
    case logging
    case ulimit
    case addressPools
  }

  /// `base` with `over` laid on top; both are whole files.
  static func merge(_ base: ComposeMap, _ over: ComposeMap) throws(MarkedProblem) -> ComposeMap {
    try mappings(base, over, path: [])
  }

  /// A service that another one extends, with the other laid on top.
  static func extend(_ base: ComposeMap, _ over: ComposeMap, name: String) throws(MarkedProblem) -> ComposeMap
  {
    try mappings(base, over, path: ["services", name])
  }

  private static func merge(
    _ base: ComposeNode, _ over: ComposeNode, path: [String]
  ) throws(MarkedProblem) -> ComposeNode {
    if let rule = rule(for: path) { return try apply(rule, base, over, path: path) }
    switch base.content {
    case .map(let map):
      guard let other = over.map else { throw cannotOverride(base, over, path: path) }
      return ComposeNode(.map(try mappings(map, other, path: path)), mark: over.mark)
    case .list(let list):
      guard let other = over.list else { throw cannotOverride(base, over, path: path) }
      return ComposeNode(.list(list + other), mark: over.mark)
    default:
      return over
    }
  }

  private static func mappings(
    _ base: ComposeMap, _ over: ComposeMap, path: [String]
  ) throws(MarkedProblem) -> ComposeMap {
    var result = base
    for entry in over.entries {
      guard let known = base[entry.key], path.isEmpty || !entry.key.hasPrefix("x-") else {
        result.set(entry)
        continue
      }
      // Nothing is laid over something only where the whole value is replaced.
      if entry.value.isNull, rule(for: path + [entry.key]) != .replace { continue }
      var merged = entry
      merged.value = try merge(known, entry.value, path: path + [entry.key])
      result.set(merged)
    }
    return result
  }

  private static func rule(for path: [String]) -> Rule? {
    guard path.count >= 3 else { return nil }
    let last = path[path.count - 1]
    switch (path[0], path.count) {
    case ("services", 3): return serviceRules[last]
    case ("services", 4): return rule(below: path[2], key: last)
    case ("networks", 3), ("volumes", 3): return last == "labels" ? .pairs : nil
    case ("networks", 4): return path[2] == "ipam" && last == "config" ? .addressPools : nil
    default: return nil
    }
  }

  private static func rule(below section: String, key: String) -> Rule? {
    switch (section, key) {
    case ("build", "args"), ("build", "labels"), ("build", "additional_contexts"), ("deploy", "labels"):
      .pairs
    case ("build", "extra_hosts"): .hosts
    case ("healthcheck", "test"): .replace
    case ("ulimits", _): .ulimit
    default: nil
    }
  }

  private static let serviceRules: [String: Rule] = [
    "command": .replace, "entrypoint": .replace, "logging": .logging, "build": .build,
    "depends_on": .dependencies, "networks": .networks, "extra_hosts": .hosts, "environment": .pairs,
    "labels": .pairs, "annotations": .pairs, "dns": .pairs, "dns_opt": .pairs, "dns_search": .pairs,
    "env_file": .pairs, "label_file": .pairs, "sysctls": .pairs, "tmpfs": .pairs,
  ]

  private static func apply(
    _ rule: Rule, _ base: ComposeNode, _ over: ComposeNode, path: [String]
  ) throws(MarkedProblem) -> ComposeNode {
    switch rule {
    case .replace: return over
    case .pairs: return ComposeNode(.list(sequence(base) + sequence(over)), mark: over.mark)
    case .hosts:
      let known = sequence(base)
      return ComposeNode(.list(known + sequence(over).filter { !known.contains($0) }), mark: over.mark)
    case .build:
      return try both(build(base), build(over), over, path: path)
    case .dependencies:
      let standard = ComposeMap([("condition", .text("service_started")), ("required", .bool(true))])
      return try both(
        named(base, standard: .map(standard)), named(over, standard: .map(standard)), over, path: path)
    case .networks:
      return try both(named(base, standard: .null), named(over, standard: .null), over, path: path)
    case .logging: return try logging(base, over, path: path)
    case .ulimit:
      guard base.map != nil, over.map != nil else { return over }
      return try both(base.map, over.map, over, path: path)
    case .addressPools: return try pools(base, over, path: path)
    }
  }

  private static func both(
    _ base: ComposeMap?, _ over: ComposeMap?, _ node: ComposeNode, path: [String]
  ) throws(MarkedProblem) -> ComposeNode {
    guard let base, let over else { throw cannotOverride(node, node, path: path) }
    return ComposeNode(.map(try mappings(base, over, path: path)), mark: node.mark)
  }

  /// Options of the logging driver stay only while the driver stays.
  private static func logging(
    _ base: ComposeNode, _ over: ComposeNode, path: [String]
  ) throws(MarkedProblem) -> ComposeNode {
    guard let old = base["driver"], let new = over["driver"], old != new else {
      return try both(base.map, over.map, over, path: path)
    }
    return over
  }

  /// Pools of one subnet are one pool.
  private static func pools(
    _ base: ComposeNode, _ over: ComposeNode, path: [String]
  ) throws(MarkedProblem) -> ComposeNode {
    guard let old = base.list, let new = over.list else { throw cannotOverride(base, over, path: path) }
    var result = old
    for pool in new {
      if let at = result.firstIndex(where: { $0["subnet"] != nil && $0["subnet"] == pool["subnet"] }) {
        result[at] = try both(result[at].map, pool.map, pool, path: path)
      } else {
        result.append(pool)
      }
    }
    return ComposeNode(.list(result), mark: over.mark)
  }

  private static func build(_ node: ComposeNode) -> ComposeMap? {
    if node.text != nil { return ComposeMap([("context", node)]) }
    return node.map
  }

  /// A list of names as a mapping, each name with the standard value.
  private static func named(_ node: ComposeNode, standard: ComposeNode.Content) -> ComposeMap? {
    guard let list = node.list else { return node.map }
    return ComposeMap(
      list.compactMap { name in name.text.map { ($0, ComposeNode(standard, mark: name.mark)) } })
  }

  /// A mapping as the list of its `key=value`, sorted; a single value as the list of it.
  static func sequence(_ node: ComposeNode) -> [ComposeNode] {
    switch node.content {
    case .list(let list): return list
    case .text: return [node]
    case .map(let map):
      var pairs: [(String, ComposeNode)] = []
      for entry in map.entries {
        for value in entry.value.list ?? [entry.value] {
          let text = value.spelled.map { "\(entry.key)=\($0)" } ?? entry.key
          pairs.append((text, ComposeNode(.text(text), mark: value.mark)))
        }
      }
      return pairs.sorted { ByteOrder.precedes($0.0, $1.0) }.map(\.1)
    default: return []
    }
  }

  private static func cannotOverride(
    _ base: ComposeNode, _ over: ComposeNode, path: [String]
  ) -> MarkedProblem {
    MarkedProblem(
      .merge, "\(over.kindName) cannot be laid over \(base.kindName) of another file",
      advice: "write it in the same form in both", path: path.joined(separator: "."), mark: over.mark)
  }
}

/// The order of the reference's sorted lists and keys: by bytes.
enum ByteOrder {
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
