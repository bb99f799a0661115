import YAMLDocument

/// One document of a file as values, with what its `!reset` and `!override` tags ask for.
struct ReadDocument {
  var root: ComposeNode
  /// The paths that are taken out of what earlier files said.
  var resets: [[String]]
}

/// Makes values of a YAML document: types, merge keys, aliases, tags.
struct DocumentReading {
  private let file: Int32
  private let budget: ExpansionBudget
  /// What was read so far, as the budget counts it.
  private var cost = 0
  /// What the aliases read so far stand for, with what it costs.
  private var anchored: [Int: (node: ComposeNode?, cost: Int)] = [:]
  private var resets: [[String]] = []
  /// The keys and indices on the way to the node that is read.
  private var trail: [String] = []

  private init(file: Int32, budget: ExpansionBudget) {
    self.file = file
    self.budget = budget
  }

  /// Reads a document whose file has this number.
  static func read(
    _ root: YAMLNode, file: Int32, budget: ExpansionBudget
  ) throws(MarkedProblem) -> ReadDocument {
    var reading = DocumentReading(file: file, budget: budget)
    let node = try reading.node(root)
    return ReadDocument(root: node ?? ComposeNode(.null), resets: reading.resets)
  }

  /// The value of a node; nil where `!reset` takes it away.
  private mutating func node(_ node: YAMLNode) throws(MarkedProblem) -> ComposeNode? {
    let target = node.resolved
    if node.kind == .alias, resets.isEmpty, let known = anchored[target.number] {
      // A list below a long key may be written with that key before each of its values.
      let key = max(0, (trail.last?.utf8.count ?? 0) - ExpansionBudget.value)
      try spend(known.cost + known.cost / ExpansionBudget.value * key, at: node, .alias)
      return known.node
    }
    let before = cost
    try spend(ExpansionBudget.value + (target.scalar?.text.utf8.count ?? 0), at: node, .value)
    if target.tag == "!reset" {
      resets.append(trail)
      return nil
    }
    if target.tag == "!override" { resets.append(trail) }
    let result = ComposeNode(try content(of: target), mark: mark(node))
    if target.anchor != nil { anchored[target.number] = (result, cost - before) }
    return result
  }

  private mutating func content(of node: YAMLNode) throws(MarkedProblem) -> ComposeNode.Content {
    if let scalar = node.scalar { return ScalarTyping.content(of: scalar) }
    if let elements = node.elements {
      var list: [ComposeNode] = []
      list.reserveCapacity(elements.count)
      for (at, element) in elements.enumerated() {
        trail.append(at < IndexText.short.count ? IndexText.short[at] : "[\(at)]")
        if let value = try self.node(element) { list.append(value) }
        trail.removeLast()
      }
      return .list(list)
    }
    return .map(try map(of: node.entries ?? []))
  }

  private mutating func map(of entries: [YAMLNode.Entry]) throws(MarkedProblem) -> ComposeMap {
    var map = ComposeMap()
    var merged: [YAMLNode] = []
    for entry in entries {
      if isMergeKey(entry.key) {
        merged.append(entry.value)
        continue
      }
      let key = try self.key(entry.key)
      trail.append(key)
      let read = try node(entry.value)
      trail.removeLast()
      guard let value = read else { continue }
      map.set(ComposeMap.Entry(key: key, keyMark: mark(entry.key), value: value))
    }
    for value in merged { try merge(value, into: &map) }
    return map
  }

  private func isMergeKey(_ key: YAMLNode) -> Bool {
    guard let scalar = key.scalar, scalar.text == "<<" else { return false }
    return scalar.style == .plain && (scalar.tag == nil || scalar.tag == "tag:yaml.org,2002:merge")
  }

  /// Adds what a merge key brings and the mapping does not have itself.
  private mutating func merge(_ value: YAMLNode, into map: inout ComposeMap) throws(MarkedProblem) {
    for source in value.elements ?? [value] {
      guard source.entries != nil, let merged = try node(source)?.map else {
        throw MarkedProblem(
          .syntax, "a merge key takes a mapping or a list of mappings", path: trail.joined(separator: "."),
          mark: mark(value))
      }
      for entry in merged.entries where map[entry.key] == nil { map.set(entry) }
    }
  }

  private func key(_ node: YAMLNode) throws(MarkedProblem) -> String {
    if let scalar = node.scalar {
      if case .text(let text) = ScalarTyping.content(of: scalar) { return try short(text, node) }
      throw MarkedProblem(
        .schema, "the key \(scalar.text) is no text", advice: "put it into quotes",
        path: trail.joined(separator: "."), mark: mark(node))
    }
    throw MarkedProblem(
      .schema, "a key must be a text, not a collection", path: trail.joined(separator: "."), mark: mark(node))
  }

  /// A key that is short enough to come to stand before each value below it.
  private func short(_ key: String, _ node: YAMLNode) throws(MarkedProblem) -> String {
    guard key.utf8.count <= Self.longestKey else {
      throw MarkedProblem(
        .syntax, "a key has more than \(Self.longestKey) bytes", path: trail.joined(separator: "."),
        mark: mark(node))
    }
    return key
  }

  private static let longestKey = 4096

  private mutating func spend(
    _ bytes: Int, at node: YAMLNode, _ cause: ExpansionBudget.Cause
  ) throws(MarkedProblem) {
    cost += bytes
    let mark = mark(node)
    try budget.spend(
      bytes, at: ExpansionBudget.Spender(cause: cause, path: trail.joined(separator: "."), mark: mark))
  }

  private func mark(_ node: YAMLNode) -> ComposeMark {
    ComposeMark(file: file, offset: Int32(clamping: node.range.lowerBound))
  }
}

/// The spelling of indices, made once for the short lists that most are.
enum IndexText {
  static let short = (0..<64).map { "[\($0)]" }
}
