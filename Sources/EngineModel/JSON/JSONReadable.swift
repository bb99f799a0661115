/// A value that is read straight from the text, for what comes often: lists, stats, events.
public protocol JSONReadable {
  /// Reads the value that comes next. Missing members and those of other kinds are left empty.
  init(from scanner: inout JSONScanner) throws(JSONError)
}

extension JSONReadable {
  /// Reads a whole text.
  public init(json bytes: [UInt8]) throws(JSONError) {
    var scanner = JSONScanner(bytes)
    self = try Self(from: &scanner)
    try scanner.finish()
  }
}

extension Array: JSONReadable where Element: JSONReadable {
  /// Reads a list; anything else is of the wrong shape.
  public init(from scanner: inout JSONScanner) throws(JSONError) {
    guard scanner.nextKind() == .array else { throw scanner.mismatch() }
    var list: [Element] = []
    try scanner.elements { scanner throws(JSONError) in list.append(try Element(from: &scanner)) }
    self = list
  }
}

extension JSONScanner {
  /// Why the value that comes next cannot be what was expected: it is of another kind, or no value at all.
  mutating func mismatch() -> JSONError {
    nextKind() == nil ? unexpected() : JSONError(.wrongShape, at: position)
  }
}

extension JSONValue: JSONReadable {
  /// Reads any value as a tree.
  public init(from scanner: inout JSONScanner) throws(JSONError) {
    self = try scanner.tree(depth: 0)
  }
}

extension JSONScanner {
  fileprivate mutating func tree(depth: Int) throws(JSONError) -> JSONValue {
    let kind = nextKind()
    if kind == .object || kind == .array, depth >= Self.depthLimit { throw JSONError(.tooDeep, at: position) }
    switch kind {
    case .object:
      var list: [JSONValue.Member] = []
      try members { key, scanner throws(JSONError) in
        list.append(.init(key: key, value: try scanner.tree(depth: depth + 1)))
      }
      return .object(list)
    case .array:
      var list: [JSONValue] = []
      try elements { scanner throws(JSONError) in list.append(try scanner.tree(depth: depth + 1)) }
      return .array(list)
    case .string: return .string(try text())
    case .number: return .number(text(try number()))
    case .bool: return .bool(try bool() ?? false)
    case .null, nil:
      try skip()
      return .null
    }
  }
}
