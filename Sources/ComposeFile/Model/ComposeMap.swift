/// The entries of a mapping in their order, found by key.
public struct ComposeMap: Sendable, Equatable {
  /// One `key: value`.
  public struct Entry: Sendable {
    /// The key, always a text.
    public let key: String
    /// Where the key was written.
    public var keyMark: ComposeMark?
    /// The value.
    public var value: ComposeNode
  }

  /// The entries in the order of the text.
  public private(set) var entries: [Entry] = []
  /// Where each key stands; empty while there are few.
  private var index: [String: Int] = [:]
  private static let fewEntries = 12

  /// A mapping without entries.
  public init() {}

  /// A mapping of pairs, the later of two with one key winning.
  public init(_ pairs: [(String, ComposeNode)]) {
    for (key, value) in pairs { self[key] = value }
  }

  /// How many entries there are.
  public var count: Int { entries.count }

  /// Whether there is none.
  public var isEmpty: Bool { entries.isEmpty }

  /// The keys in the order of the text.
  public var keys: [String] { entries.map(\.key) }

  /// The value of a key; setting nil removes the entry, a new key goes to the end.
  public subscript(key: String) -> ComposeNode? {
    get { position(of: key).map { entries[$0].value } }
    set {
      switch (position(of: key), newValue) {
      case (let at?, let value?): entries[at].value = value
      case (let at?, nil): remove(at)
      case (nil, let value?): append(Entry(key: key, keyMark: value.mark, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The entry of a key, or nil.
  public func entry(_ key: String) -> Entry? { position(of: key).map { entries[$0] } }

  /// Sets the value of a key and the place of the key.
  mutating func set(_ entry: Entry) {
    if let at = position(of: entry.key) { entries[at] = entry } else { append(entry) }
  }

  /// Reaches the value of a key for change, in place; does nothing where there is none.
  mutating func update<Failure: Error>(
    _ key: String, _ change: (inout ComposeNode) throws(Failure) -> Void
  ) throws(Failure) {
    guard let at = position(of: key) else { return }
    try change(&entries[at].value)
  }

  /// Changes all values in place.
  mutating func updateValues<Failure: Error>(
    _ change: (String, inout ComposeNode) throws(Failure) -> Void
  ) throws(Failure) {
    for at in entries.indices { try change(entries[at].key, &entries[at].value) }
  }

  /// Whether both have the same keys and values, in any order.
  public static func == (left: ComposeMap, right: ComposeMap) -> Bool {
    left.count == right.count && left.entries.allSatisfy { right[$0.key] == $0.value }
  }

  private func position(of key: String) -> Int? {
    if entries.count <= Self.fewEntries { return entries.firstIndex { $0.key == key } }
    return index[key]
  }

  private mutating func append(_ entry: Entry) {
    entries.append(entry)
    if entries.count > Self.fewEntries + 1 {
      index[entry.key] = entries.count - 1
    } else if entries.count == Self.fewEntries + 1 {
      rebuildIndex()
    }
  }

  private mutating func remove(_ at: Int) {
    entries.remove(at: at)
    rebuildIndex()
  }

  private mutating func rebuildIndex() {
    index.removeAll(keepingCapacity: true)
    guard entries.count > Self.fewEntries else { return }
    for (at, entry) in entries.enumerated() { index[entry.key] = at }
  }
}

extension ComposeNode {
  /// Reaches the value of a key for change; does nothing where this is no mapping. Setting nil removes the key.
  mutating func update<Failure: Error>(
    _ key: String, _ change: (inout ComposeNode) throws(Failure) -> Void
  ) throws(Failure) {
    guard case .map(var map) = content, var value = map[key] else { return }
    content = .null
    map[key] = ComposeNode(.null, mark: value.mark)
    try change(&value)
    map[key] = value
    content = .map(map)
  }

  /// Changes every value of a mapping.
  mutating func updateEntries<Failure: Error>(
    _ change: (String, inout ComposeNode) throws(Failure) -> Void
  ) throws(Failure) {
    guard case .map(var map) = content else { return }
    content = .null
    try map.updateValues(change)
    content = .map(map)
  }

  /// Changes every element of a list.
  mutating func updateElements<Failure: Error>(
    _ change: (inout ComposeNode) throws(Failure) -> Void
  ) throws(Failure) {
    guard case .list(var list) = content else { return }
    content = .null
    for at in list.indices { try change(&list[at]) }
    content = .list(list)
  }

  /// Sets a key of a mapping; does nothing where this is none.
  mutating func set(_ key: String, _ value: ComposeNode?) {
    guard case .map(var map) = content else { return }
    content = .null
    map[key] = value
    content = .map(map)
  }
}
