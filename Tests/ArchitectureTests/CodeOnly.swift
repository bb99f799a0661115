/// Blanks what is not code: comments and what stands inside quotes. Line breaks stay, so that line numbers do.
struct CodeOnly {
  private var bytes: [UInt8]
  private var index = 0

  private static let newline = UInt8(ascii: "\n")
  private static let quote = UInt8(ascii: "\"")
  private static let hash = UInt8(ascii: "#")
  private static let backslash = UInt8(ascii: "\\")
  private static let slash = UInt8(ascii: "/")
  private static let star = UInt8(ascii: "*")

  init(_ text: String) {
    bytes = Array(text.utf8)
    while index < bytes.count { step() }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  private mutating func step() {
    if starts(with: [Self.slash, Self.slash]) {
      while index < bytes.count, bytes[index] != Self.newline { blank() }
    } else if starts(with: [Self.slash, Self.star]) {
      comment()
    } else if let hashes = stringStart() {
      string(hashes)
    } else {
      index += 1
    }
  }

  /// A comment that may hold others.
  private mutating func comment() {
    var depth = 0
    repeat {
      if starts(with: [Self.slash, Self.star]) {
        depth += 1
        blank(2)
      } else if starts(with: [Self.star, Self.slash]) {
        depth -= 1
        blank(2)
      } else {
        blank()
      }
    } while depth > 0 && index < bytes.count
  }

  /// How many # stand before the quote that starts a string here; nil where none starts.
  private func stringStart() -> Int? {
    var end = index
    while end < bytes.count, bytes[end] == Self.hash { end += 1 }
    return end < bytes.count && bytes[end] == Self.quote ? end - index : nil
  }

  private mutating func string(_ hashes: Int) {
    let raw = Array(repeating: Self.hash, count: hashes)
    index += hashes
    let triple = [Self.quote, Self.quote, Self.quote]
    let isLong = starts(with: triple)
    let end = (isLong ? triple : [Self.quote]) + raw
    index += isLong ? 3 : 1
    while index < bytes.count, !starts(with: end) {
      if starts(with: [Self.backslash] + raw) {
        blank(1 + hashes)
        if index < bytes.count, bytes[index] == UInt8(ascii: "(") { interpolation() } else { blank() }
      } else {
        blank()
      }
    }
    index += end.count
  }

  /// Code between parentheses inside a string: it stays.
  private mutating func interpolation() {
    var depth = 0
    repeat {
      if bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if bytes[index] == UInt8(ascii: ")") { depth -= 1 }
      step()
    } while depth > 0 && index < bytes.count
  }

  private func starts(with other: [UInt8]) -> Bool {
    index + other.count <= bytes.count && bytes[index..<index + other.count].elementsEqual(other)
  }

  private mutating func blank(_ count: Int = 1) {
    for _ in 0..<count where index < bytes.count {
      if bytes[index] != Self.newline { bytes[index] = UInt8(ascii: " ") }
      index += 1
    }
  }
}
