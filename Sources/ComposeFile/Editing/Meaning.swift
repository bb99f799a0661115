/// What an edit does to the meaning of a file: the yardstick that the edited text is held against.
enum Meaning {
  /// Why an edit has no meaning.
  struct Failure: Error {
    var reason: String
    var advice = ""
  }

  static func apply(_ edit: ComposeEdit, to root: ComposeNode) throws(Failure) -> ComposeNode {
    switch edit {
    case .set(let path, let value): try set(ComposeNode(value), in: root, at: path.steps[...])
    case .remove(let path): try remove(from: root, at: path.steps[...])
    case .insert(let path, let value): try insert(ComposeNode(value), into: root, at: path.steps[...])
    case .rename(let path, let name): try rename(to: name, in: root, at: path.steps[...])
    }
  }

  /// A value below steps that do not exist yet.
  static func nested(_ value: ComposeNode, below steps: ArraySlice<ComposePath.Step>) throws(Failure)
    -> ComposeNode
  {
    guard let first = steps.first else { return value }
    let inner = try nested(value, below: steps.dropFirst())
    switch first {
    case .key(let key): return ComposeNode(.map(ComposeMap([(key, inner)])))
    case .index(0), .end: return ComposeNode(.list([inner]))
    case .index(let index): throw Failure(reason: "there is no list with an element \(index)")
    }
  }

  static func set(
    _ value: ComposeNode, in node: ComposeNode, at steps: ArraySlice<ComposePath.Step>
  ) throws(Failure) -> ComposeNode {
    guard let first = steps.first else { return value }
    let rest = steps.dropFirst()
    switch (first, node.content) {
    case (_, .null): return try nested(value, below: steps)
    case (.key(let key), .map(var map)):
      if let old = map[key] {
        map[key] = try set(value, in: old, at: rest)
      } else {
        map[key] = try nested(value, below: rest)
      }
      return ComposeNode(.map(map))
    case (.key(let key), .list(var list)):
      let text = try pair(key, value: value, in: list, rest: rest)
      if let at = index(of: key, in: list) { list[at] = text } else { list.append(text) }
      return ComposeNode(.list(list))
    case (.index(let index), .list(var list)) where list.indices.contains(index):
      list[index] = try set(value, in: list[index], at: rest)
      return ComposeNode(.list(list))
    case (.index, .list(let list)), (.end, .list(let list)):
      guard first == .end || first == .index(list.count) else {
        throw Failure(reason: "the list has \(list.count) elements", advice: "use [+] for its end")
      }
      return ComposeNode(.list(list + [try nested(value, below: rest)]))
    default: throw mismatch(first, node)
    }
  }

  static func remove(from node: ComposeNode, at steps: ArraySlice<ComposePath.Step>) throws(Failure)
    -> ComposeNode
  {
    guard let first = steps.first else { throw Failure(reason: "the whole file cannot be removed") }
    let rest = steps.dropFirst()
    switch (first, node.content) {
    case (.key(let key), .map(var map)):
      guard let old = map[key] else { throw Failure(reason: "there is no \(key)") }
      map[key] = rest.isEmpty ? nil : try remove(from: old, at: rest)
      return ComposeNode(.map(map))
    case (.key(let key), .list(var list)):
      guard rest.isEmpty, let at = index(of: key, in: list) else {
        throw Failure(reason: "there is no \(key)")
      }
      list.remove(at: at)
      return ComposeNode(.list(list))
    case (.index(let index), .list(var list)):
      guard list.indices.contains(index) else { throw Failure(reason: "the list has \(list.count) elements") }
      if rest.isEmpty {
        list.remove(at: index)
      } else {
        list[index] = try remove(from: list[index], at: rest)
      }
      return ComposeNode(.list(list))
    default: throw mismatch(first, node)
    }
  }

  static func insert(
    _ value: ComposeNode, into node: ComposeNode, at steps: ArraySlice<ComposePath.Step>
  ) throws(Failure) -> ComposeNode {
    guard let first = steps.first else {
      throw Failure(reason: "the path does not end with the place in a list")
    }
    let rest = steps.dropFirst()
    switch (first, node.content) {
    case (.index, .list(var list)) where rest.isEmpty, (.end, .list(var list)) where rest.isEmpty:
      let index = if case .index(let index) = first { index } else { list.count }
      guard (0...list.count).contains(index) else {
        throw Failure(reason: "the list has \(list.count) elements")
      }
      list.insert(value, at: index)
      return ComposeNode(.list(list))
    case (.key(let key), .map(var map)):
      guard let old = map[key] else {
        throw Failure(reason: "there is no \(key)", advice: "set a list there")
      }
      map[key] = try insert(value, into: old, at: rest)
      return ComposeNode(.map(map))
    case (.index(let index), .list(var list)) where list.indices.contains(index):
      list[index] = try insert(value, into: list[index], at: rest)
      return ComposeNode(.list(list))
    default: throw mismatch(first, node)
    }
  }

  static func rename(
    to name: String, in node: ComposeNode, at steps: ArraySlice<ComposePath.Step>
  ) throws(Failure) -> ComposeNode {
    guard let first = steps.first else { throw Failure(reason: "the path does not end with a key") }
    let rest = steps.dropFirst()
    switch (first, node.content) {
    case (.key(let key), .map(var map)):
      guard let old = map[key] else { throw Failure(reason: "there is no \(key)") }
      if rest.isEmpty {
        guard map[name] == nil else { throw Failure(reason: "there is a \(name) already") }
        var renamed = ComposeMap()
        for entry in map.entries {
          renamed.set(
            ComposeMap.Entry(key: entry.key == key ? name : entry.key, keyMark: nil, value: entry.value))
        }
        return ComposeNode(.map(renamed))
      }
      map[key] = try rename(to: name, in: old, at: rest)
      return ComposeNode(.map(map))
    case (.index(let index), .list(var list)) where list.indices.contains(index):
      list[index] = try rename(to: name, in: list[index], at: rest)
      return ComposeNode(.list(list))
    default: throw mismatch(first, node)
    }
  }

  /// The element `key=…` or `key` of a list of pairs, the last one counting.
  static func index(of key: String, in list: [ComposeNode]) -> Int? {
    list.lastIndex { $0.text == key || $0.text?.hasPrefix(key + "=") == true }
  }

  /// `key=value` as an element of a list of pairs, as environments and labels often are.
  static func pair(
    _ key: String, value: ComposeNode, in list: [ComposeNode], rest: ArraySlice<ComposePath.Step>
  ) throws(Failure) -> ComposeNode {
    guard rest.isEmpty, value.list == nil, value.map == nil, list.allSatisfy({ $0.text != nil }) else {
      throw Failure(
        reason: "there is a list, not a mapping with \(key)", advice: "name an element by its number, as [0]")
    }
    return .text(value.spelled.map { "\(key)=\($0)" } ?? key)
  }

  private static func mismatch(_ step: ComposePath.Step, _ node: ComposeNode) -> Failure {
    switch step {
    case .key(let key): Failure(reason: "\(key) would stand inside \(node.kindName)")
    case .index, .end: Failure(reason: "there is \(node.kindName), not a list")
    }
  }
}
