/// The objects and arrays that are open, as one bit each.
private struct Nesting {
  private var kinds: UInt128 = 0
  private(set) var depth = 0

  var isObject: Bool { kinds & 1 == 1 }

  mutating func open(object: Bool) -> Bool {
    guard depth < JSONScanner.depthLimit else { return false }
    kinds = kinds << 1 | (object ? 1 : 0)
    depth += 1
    return true
  }

  mutating func close() {
    kinds >>= 1
    depth -= 1
  }
}

extension JSONScanner {
  /// Checks the value that comes next and goes on behind it.
  public mutating func skip() throws(JSONError) {
    var nesting = Nesting()
    repeat {
      if try !stepIn(&nesting) { try stepOut(&nesting) }
    } while nesting.depth > 0
  }

  /// Reads one scalar, or one opening bracket. True where a value must follow, inside what was just opened.
  private mutating func stepIn(_ nesting: inout Nesting) throws(JSONError) -> Bool {
    switch nextKind() {
    case .object:
      if !nesting.open(object: true) { throw JSONError(.tooDeep, at: position) }
      position += 1
      if consume(UInt8(ascii: "}")) { nesting.close() } else { return try skipKey() }
    case .array:
      if !nesting.open(object: false) { throw JSONError(.tooDeep, at: position) }
      position += 1
      if consume(UInt8(ascii: "]")) { nesting.close() } else { return true }
    case .string: try skipText()
    case .number: _ = try number()
    case .bool: try literal(bytes[position] == UInt8(ascii: "t") ? "true" : "false")
    case .null: try literal("null")
    case nil: throw unexpected()
    }
    return false
  }

  /// Behind a value: closes what ends here, up to a comma or the outermost end.
  private mutating func stepOut(_ nesting: inout Nesting) throws(JSONError) {
    while nesting.depth > 0 {
      if consume(UInt8(ascii: ",")) {
        if nesting.isObject { _ = try skipKey() }
        return
      }
      try expect(nesting.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
      nesting.close()
    }
  }

  private mutating func skipKey() throws(JSONError) -> Bool {
    skipSpace()
    try skipText()
    try expect(UInt8(ascii: ":"))
    return true
  }

  private mutating func skipText() throws(JSONError) {
    try expect(UInt8(ascii: "\""))
    while true {
      let stop = try endOfPlainText()
      position = stop + 1
      if bytes[stop] == UInt8(ascii: "\"") { return }
      _ = try escape()
    }
  }
}
