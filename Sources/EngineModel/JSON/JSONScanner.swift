/// Reads JSON from left to right without building a tree: what is not asked for is skipped over. Every access is
/// checked, nesting is bounded, nothing recurses on input, and bad UTF-8 is repaired with U+FFFD.
///
/// A value of another kind than the one asked for (`null` above all) is skipped and reads as nil: engines differ in
/// what they leave empty.
public struct JSONScanner {
  /// The deepest nesting that is read; deeper text is an error.
  public static let depthLimit = 120

  let bytes: [UInt8]
  let end: Int
  /// The offset of the byte that is read next.
  public internal(set) var position: Int

  /// Reads all of `bytes`.
  public init(_ bytes: [UInt8]) {
    self.init(bytes, in: 0..<bytes.count)
  }

  /// Reads a part of `bytes`; what lies outside of them is left out.
  public init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    position = max(0, range.lowerBound)
    end = min(bytes.count, range.upperBound)
  }

  /// The kind of the value that comes next; nil at the end and before anything that starts no value.
  public mutating func nextKind() -> JSONKind? {
    skipSpace()
    return position < end ? JSONKind(firstByte: bytes[position]) : nil
  }

  /// Whether only white space is left.
  public mutating func isAtEnd() -> Bool {
    skipSpace()
    return position >= end
  }

  /// Checks that only white space is left.
  public mutating func finish() throws(JSONError) {
    if !isAtEnd() { throw unexpected() }
  }
}

/// The kind of a JSON value.
public enum JSONKind: Hashable, Sendable {
  /// Members in braces.
  case object
  /// Elements in brackets.
  case array
  /// A text.
  case string
  /// A number.
  case number
  /// `true` or `false`.
  case bool
  /// `null`.
  case null

  init?(firstByte: UInt8) {
    switch firstByte {
    case UInt8(ascii: "{"): self = .object
    case UInt8(ascii: "["): self = .array
    case UInt8(ascii: "\""): self = .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): self = .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): self = .bool
    case UInt8(ascii: "n"): self = .null
    default: return nil
    }
  }
}

extension JSONScanner {
  /// Hands every member of the object that comes next to `body`, which must read or skip the value. Returns false,
  /// and skips the value, where it is no object.
  @discardableResult
  public mutating func members(
    _ body: (_ key: String, _ scanner: inout JSONScanner) throws(JSONError) -> Void
  ) throws(JSONError) -> Bool {
    guard nextKind() == .object else {
      try skip()
      return false
    }
    position += 1
    if consume(UInt8(ascii: "}")) { return true }
    repeat {
      let key = try key()
      try body(key, &self)
    } while consume(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
    return true
  }

  /// Calls `body` at every element of the array that comes next; it must read or skip the element. Returns false,
  /// and skips the value, where it is no array.
  @discardableResult
  public mutating func elements(
    _ body: (_ scanner: inout JSONScanner) throws(JSONError) -> Void
  ) throws(JSONError) -> Bool {
    guard nextKind() == .array else {
      try skip()
      return false
    }
    position += 1
    if consume(UInt8(ascii: "]")) { return true }
    repeat { try body(&self) } while consume(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    return true
  }

  /// The text that comes next; nil where it is none.
  public mutating func string() throws(JSONError) -> String? {
    guard nextKind() == .string else {
      try skip()
      return nil
    }
    return try text()
  }

  /// The truth value that comes next; nil where it is none.
  public mutating func bool() throws(JSONError) -> Bool? {
    let isBool = nextKind() == .bool
    let isTrue = position < end && bytes[position] == UInt8(ascii: "t")
    try skip()
    return isBool ? isTrue : nil
  }

  /// The whole number that comes next; nil where it is none, or does not fit.
  public mutating func integer() throws(JSONError) -> Int64? {
    guard nextKind() == .number else {
      try skip()
      return nil
    }
    let range = try number()
    let magnitude = digits(
      range.lowerBound + (bytes[range.lowerBound] == UInt8(ascii: "-") ? 1 : 0), range.upperBound)
    guard let magnitude else { return Double(text(range)).flatMap { Int64(exactly: $0) } }
    if bytes[range.lowerBound] != UInt8(ascii: "-") { return Int64(exactly: magnitude) }
    return magnitude == UInt64(1) << 63 ? .min : Int64(exactly: magnitude).map { -$0 }
  }

  /// The whole number that comes next; nil where it is none, is negative or does not fit.
  public mutating func unsigned() throws(JSONError) -> UInt64? {
    guard nextKind() == .number else {
      try skip()
      return nil
    }
    let range = try number()
    return digits(range.lowerBound, range.upperBound) ?? Double(text(range)).flatMap { UInt64(exactly: $0) }
  }

  /// The members of the object that comes next that are texts; empty where it is none.
  public mutating func stringMap() throws(JSONError) -> [String: String] {
    var result: [String: String] = [:]
    try members { key, scanner throws(JSONError) in result[key] = try scanner.string() }
    return result
  }

  /// The elements of the array that comes next that are texts; empty where it is none.
  public mutating func strings() throws(JSONError) -> [String] {
    var result: [String] = []
    try elements { scanner throws(JSONError) in
      if let text = try scanner.string() { result.append(text) }
    }
    return result
  }
}
