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
  private let limit: Int
  private var count = 0
  /// What the aliases read so far stand for, with the number of values in it.
  private var anchored: [Int: (node: ComposeNode?, count: Int)] = [:]
  private var resets: [[String]] = []
  /// The keys and indices on the way to the node that is read.
  private var trail: [String] = []

  private init(file: Int32, limit: Int) {
    self.file = file
    self.limit = limit
  }

  /// Reads a document whose file has this number.
  static func read(_ root: YAMLNode, file: Int32, limits: ComposeLimits) throws(MarkedProblem) -> ReadDocument
  {
    var reading = DocumentReading(file: file, limit: limits.expandedNodes)
    let node = try reading.node(root)
    return ReadDocument(root: node ?? ComposeNode(.null), resets: reading.resets)
  }

  /// The value of a node; nil where `!reset` takes it away.
  private mutating func node(_ node: YAMLNode) throws(MarkedProblem) -> ComposeNode? {
    let target = node.resolved
    if node.kind == .alias, resets.isEmpty, let known = anchored[target.number] {
      try spend(known.count, at: node)
      return known.node
    }
    let before = count
    try spend(1, at: node)
    if target.tag == "!reset" {
      resets.append(trail)
      return nil
    }
    if target.tag == "!override" { resets.append(trail) }
    let result = ComposeNode(try content(of: target), mark: mark(node))
    if target.anchor != nil { anchored[target.number] = (result, count - before) }
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
      if case .text(let text) = ScalarTyping.content(of: scalar) { return text }
      throw MarkedProblem(
        .schema, "the key \(scalar.text) is no text", advice: "put it into quotes",
        path: trail.joined(separator: "."), mark: mark(node))
    }
    throw MarkedProblem(
      .schema, "a key must be a text, not a collection", path: trail.joined(separator: "."), mark: mark(node))
  }

  private mutating func spend(_ nodes: Int, at node: YAMLNode) throws(MarkedProblem) {
    count += nodes
    guard count <= limit else {
      throw MarkedProblem(
        .syntax, "aliases make more than \(limit) values of this file",
        advice: "write fewer aliases of aliases",
        mark: mark(node))
    }
  }

  private func mark(_ node: YAMLNode) -> ComposeMark {
    ComposeMark(file: file, offset: Int32(clamping: node.range.lowerBound))
  }
}

/// The spelling of indices, made once for the short lists that most are.
enum IndexText {
  static let short = (0..<64).map { "[\($0)]" }
}
