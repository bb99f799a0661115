/// Makes the resolved model of canonical values: types, defaults of the printer, nothing that is not there.
struct Projection {
  let flavour: ModelFlavour

  /// A value in its shape; nil where it is left out.
  func project(_ node: ComposeNode, as shape: Shape, path: [String]) throws(MarkedProblem) -> ComposeNode? {
    if node.isNull { return null(for: shape, mark: node.mark) }
    switch shape {
    case .nullable(let inner): return try project(node, as: inner, path: path)
    case .list(let element):
      let list = try elements(node, path).map { (value) throws(MarkedProblem) in
        try project(value, as: element, path: path)
      }.compactMap(\.self)
      return list.isEmpty ? nil : ComposeNode(.list(list), mark: node.mark)
    case .map(let value): return try map(node, of: value, path: path)
    case .record(let record), .constant(let record):
      let map = try fields(of: node, record: record, path: path)
      if case .constant = shape, flavour == .yaml, map.isEmpty { return nil }
      return ComposeNode(.map(map), mark: node.mark)
    default:
      return try scalar(node, as: shape, path: path).map { ComposeNode($0, mark: node.mark) }
    }
  }

  /// What stands where the file says null.
  private func null(for shape: Shape, mark: ComposeMark?) -> ComposeNode? {
    switch shape {
    case .nullable: ComposeNode(.null, mark: mark)
    case .command: flavour == .json ? ComposeNode(.null, mark: mark) : nil
    case .constantText: ComposeNode(.text(""), mark: mark)
    case .constantInteger, .constantWeight: ComposeNode(.integer(0), mark: mark)
    case .constantBytes: ComposeNode(.text("0"), mark: mark)
    case .constant(let record):
      flavour == .yaml ? nil : ComposeNode(.map(empty(record)))
    default: nil
    }
  }

  /// A record without any field of a file.
  private func empty(_ record: Record) -> ComposeMap {
    var map = ComposeMap()
    for field in record.fields {
      if let value = null(for: field.shape, mark: nil) {
        map[flavour == .json ? field.printed : field.key] = value
      }
    }
    return map
  }

  /// The fields of a record, in its order.
  func fields(of node: ComposeNode, record: Record, path: [String]) throws(MarkedProblem) -> ComposeMap {
    guard let source = node.map else {
      throw problem("a mapping is expected, not \(node.kindName)", node, path)
    }
    // Only what the file has is looked at, in the order of the record, with what is there in any case.
    var present = source.entries.compactMap { entry in
      record.place(of: entry.key).map { ($0, Optional(entry)) }
    }
    present += record.constant.filter { source[record.fields[$0].key] == nil }.map { ($0, nil) }
    present.sort { $0.0 < $1.0 }
    var map = ComposeMap()
    for (at, entry) in present {
      let field = record.fields[at]
      guard
        let value = try project(entry?.value ?? ComposeNode(.null), as: field.shape, path: path + [field.key])
      else {
        continue
      }
      map.set(
        ComposeMap.Entry(
          key: flavour == .json ? field.printed : field.key, keyMark: entry?.keyMark ?? value.mark,
          value: value))
    }
    if flavour == .yaml {
      for entry in source.entries where entry.key.hasPrefix("x-") { map.set(entry) }
    }
    return map
  }

  private func map(_ node: ComposeNode, of value: Shape, path: [String]) throws(MarkedProblem) -> ComposeNode?
  {
    guard let source = node.map else {
      throw problem("a mapping is expected, not \(node.kindName)", node, path)
    }
    var map = ComposeMap()
    for entry in entries(source, at: path).sorted(by: { ByteOrder.precedes($0.key, $1.key) }) {
      guard let value = try project(entry.value, as: value, path: path + [entry.key]) else { continue }
      map.set(ComposeMap.Entry(key: entry.key, keyMark: entry.keyMark, value: value))
    }
    return map.isEmpty ? nil : ComposeNode(.map(map), mark: node.mark)
  }

  func elements(_ node: ComposeNode, _ path: [String]) throws(MarkedProblem) -> [ComposeNode] {
    if let list = node.list { return list }
    throw problem("a list is expected, not \(node.kindName)", node, path)
  }

  func problem(_ message: String, _ node: ComposeNode, _ path: [String]) -> MarkedProblem {
    MarkedProblem(.schema, message, path: path.joined(separator: "."), mark: node.mark)
  }
}
