extension Projection {
  /// A list or mapping of plain values; nil where it is left out.
  func collection(
    _ node: ComposeNode, as shape: Shape, path: [String]
  ) throws(MarkedProblem) -> ComposeNode.Content? {
    switch shape {
    case .texts: return try texts(node, path)
    case .pairs, .openPairs:
      let pairs = try self.pairs(node, isOpen: { if case .openPairs = shape { true } else { false } }(), path)
      return pairs.isEmpty ? nil : .map(pairs)
    case .command: return try command(node, path)
    case .healthTest:
      if let text = node.text {
        return .list([.text("CMD-SHELL"), ComposeNode(.text(text), mark: node.mark)])
      }
      return try texts(node, path)
    case .hosts: return try hosts(node, path)
    case .sshKeys: return sshKeys(node)
    default: return node.content
    }
  }

  private func texts(_ node: ComposeNode, _ path: [String]) throws(MarkedProblem) -> ComposeNode.Content? {
    if node.text != nil { return .list([node]) }
    let texts = try elements(node, path).map { (element) throws(MarkedProblem) in
      guard let text = element.spelled else {
        throw problem("a text is expected, not \(element.kindName)", element, path)
      }
      return ComposeNode(.text(text), mark: element.mark)
    }
    return texts.isEmpty ? nil : .list(texts)
  }

  /// Names and their values, sorted; a name without a value has null where this is open and an empty text elsewhere.
  private func pairs(
    _ node: ComposeNode, isOpen: Bool, _ path: [String]
  ) throws(MarkedProblem) -> ComposeMap {
    var pairs = ComposeMap()
    if let map = node.map {
      for entry in entries(map, at: path) {
        let value: ComposeNode.Content =
          entry.value.isNull ? (isOpen ? .null : .text("")) : .text(Self.words(for: entry.value))
        pairs.set(
          ComposeMap.Entry(
            key: entry.key, keyMark: entry.keyMark, value: ComposeNode(value, mark: entry.value.mark)))
      }
    } else {
      for element in try elements(node, path) {
        let halves = (element.spelled ?? "").split(
          separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let value: ComposeNode.Content =
          halves.count > 1 ? .text(String(halves[1])) : isOpen ? .null : .text("")
        pairs[halves.first.map(String.init) ?? ""] = ComposeNode(value, mark: element.mark)
      }
    }
    return Self.sorted(pairs)
  }

  static func sorted(_ map: ComposeMap) -> ComposeMap {
    var result = ComposeMap()
    for entry in map.entries.sorted(by: { ByteOrder.precedes($0.key, $1.key) }) { result.set(entry) }
    return result
  }

  private func command(_ node: ComposeNode, _ path: [String]) throws(MarkedProblem) -> ComposeNode.Content? {
    guard let text = node.text else { return try texts(node, path) ?? .list([]) }
    guard let words = CommandLine.words(text) else {
      throw MarkedProblem(
        .schema, "'\(text.prefix(80))' is no command: a quote or bracket is not closed",
        advice: "write the command as a list of its words", path: path.joined(separator: "."), mark: node.mark
      )
    }
    return .list(words.map { ComposeNode(.text($0), mark: node.mark) })
  }

  private func hosts(_ node: ComposeNode, _ path: [String]) throws(MarkedProblem) -> ComposeNode.Content? {
    var lines: [String] = []
    if let map = node.map {
      for entry in entries(map, at: path) {
        guard entry.value.map == nil else {
          throw problem("the host \(entry.key) is none", entry.value, path)
        }
        lines += try (entry.value.list ?? [entry.value]).map { (address) throws(MarkedProblem) in
          try line(host: entry.key, address: address.spelled ?? "", node: entry.value, path)
        }
      }
    } else {
      for element in try elements(node, path) { lines += try self.lines(element, path) }
    }
    lines.sort(by: ByteOrder.precedes)
    // A host without addresses is one, a list without hosts is none.
    guard !lines.isEmpty || node.map?.isEmpty == false else { return nil }
    return .list(lines.map { ComposeNode(.text($0), mark: node.mark) })
  }

  /// `host=address,address` or `host:address` as one line an address.
  private func lines(_ element: ComposeNode, _ path: [String]) throws(MarkedProblem) -> [String] {
    let text = element.spelled ?? ""
    guard let separator = text.contains("=") ? Character("=") : text.contains(":") ? ":" : nil else {
      throw MarkedProblem(
        .schema, "'\(text)' has no address", advice: "write host=address", path: path.joined(separator: "."),
        mark: element.mark)
    }
    let halves = text.split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false)
    return try halves[1].split(separator: ",", omittingEmptySubsequences: false).map {
      (address) throws(MarkedProblem) in
      try line(host: String(halves[0]), address: String(address), node: element, path)
    }
  }

  private func line(
    host: String, address: String, node: ComposeNode, _ path: [String]
  ) throws(MarkedProblem) -> String {
    guard !host.isEmpty, host.utf8.count <= 1024, !host.contains(":"), !host.contains("=") else {
      throw problem("'\(host)' is no name of a host", node, path)
    }
    let isBracketed = address.count > 2 && address.hasPrefix("[") && address.hasSuffix("]")
    return "\(host)=\(isBracketed ? String(address.dropFirst().dropLast()) : address)"
  }

  private func sshKeys(_ node: ComposeNode) -> ComposeNode.Content? {
    guard let map = node.map, !map.isEmpty else { return nil }
    let keys = map.entries.sorted { ByteOrder.precedes($0.key, $1.key) }
    return .list(
      keys.map { key in
        ComposeNode(.text(key.value.spelled.map { "\(key.key)=\($0)" } ?? key.key), mark: key.keyMark)
      })
  }
}
