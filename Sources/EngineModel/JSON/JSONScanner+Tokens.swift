extension JSONScanner {
  @inline(__always)
  mutating func skipSpace() {
    while position < end {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }

  func unexpected() -> JSONError {
    position < end
      ? JSONError(.unexpectedByte(bytes[position]), at: position) : JSONError(.endOfText, at: end)
  }

  /// Goes over `byte` if it comes next.
  mutating func consume(_ byte: UInt8) -> Bool {
    skipSpace()
    guard position < end, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func expect(_ byte: UInt8) throws(JSONError) {
    if !consume(byte) { throw unexpected() }
  }

  mutating func literal(_ word: StaticString) throws(JSONError) {
    for byte in word.description.utf8 {
      guard position < end, bytes[position] == byte else { throw unexpected() }
      position += 1
    }
  }

  /// A member's name and the colon behind it.
  mutating func key() throws(JSONError) -> String {
    skipSpace()
    let name = try text()
    try expect(UInt8(ascii: ":"))
    return name
  }

  /// The text of a range, repaired where it is not UTF-8.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The text that starts at the quote that comes next.
  mutating func text() throws(JSONError) -> String {
    try expect(UInt8(ascii: "\""))
    let start = position
    let stop = try endOfPlainText()
    position = stop + 1
    if bytes[stop] == UInt8(ascii: "\"") { return text(start..<stop) }
    return try escapedText(startingWith: bytes[start..<stop])
  }

  /// The offset of the quote or backslash that comes next.
  func endOfPlainText() throws(JSONError) -> Int {
    var index = position
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return index }
      if byte < 0x20 { throw JSONError(.controlCharacter, at: index) }
      index += 1
    }
    throw JSONError(.endOfText, at: end)
  }

  /// The rest of a text behind its first backslash.
  private mutating func escapedText(startingWith head: ArraySlice<UInt8>) throws(JSONError) -> String {
    var text = Array(head)
    while true {
      text.append(contentsOf: String(try escape()).utf8)
      let start = position
      let stop = try endOfPlainText()
      text.append(contentsOf: bytes[start..<stop])
      position = stop + 1
      if bytes[stop] == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
    }
  }

  /// What the escape behind a backslash stands for; half of a surrogate pair alone stands for U+FFFD.
  mutating func escape() throws(JSONError) -> Unicode.Scalar {
    guard position < end else { throw JSONError(.endOfText, at: end) }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw JSONError(.badEscape, at: position - 1)
    }
  }

  private mutating func unicodeEscape() throws(JSONError) -> Unicode.Scalar {
    let first = try fourHexDigits()
    guard (0xD800..<0xDC00).contains(first), position + 1 < end, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    let resume = position
    position += 2
    let second = try fourHexDigits()
    guard (0xDC00..<0xE000).contains(second) else {
      position = resume
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func fourHexDigits() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard position < end else { throw JSONError(.endOfText, at: end) }
      guard let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue else {
        throw JSONError(.badEscape, at: position)
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
