extension Projection {
  /// The key below which the reference keeps what starts with `x-`.
  private static let extensions = "#extensions"
  /// The mappings whose names the reference never takes for extensions, by section.
  private static let sections: Set = ["services", "networks", "volumes", "secrets", "configs"]

  /// The entries of a mapping of names of one's own. As the reference does, those that start with `x-` are put aside
  /// into one entry, but for the names of resources and dependencies: a label `x-a: b` becomes a label
  /// `#extensions: map[x-a:b]`.
  func entries(_ map: ComposeMap, at path: [String]) -> [ComposeMap.Entry] {
    let own = map.entries.filter { $0.key.hasPrefix("x-") }
    guard !own.isEmpty, !Self.keepsAllNames(path) else { return map.entries }
    var extensions = ComposeMap()
    for entry in own { extensions.set(entry) }
    let node = ComposeNode(.map(extensions), mark: own[0].value.mark)
    return map.entries.filter { !$0.key.hasPrefix("x-") }
      + [ComposeMap.Entry(key: Self.extensions, keyMark: own[0].keyMark, value: node)]
  }

  private static func keepsAllNames(_ path: [String]) -> Bool {
    switch path.count {
    case 1: sections.contains(path[0])
    case 3: path[0] == "services" && path[2] == "depends_on"
    default: false
    }
  }

  /// A value in the words that the reference has for any: `map[a:1 b:[c d]]`, `<nil>`.
  static func words(for node: ComposeNode) -> String {
    switch node.content {
    case .null: "<nil>"
    case .list(let list): "[" + list.map(words).joined(separator: " ") + "]"
    case .map(let map):
      "map["
        + sorted(map).entries.map { "\($0.key):\(words(for: $0.value))" }.joined(separator: " ") + "]"
    case .bool, .integer, .unsigned, .number, .text, .time: node.spelled ?? ""
    }
  }
}
