/// Finds secrets in a text, byte by byte: what is given to a name, what follows an option, what has the shape of one.
struct SecretScanner {
  let bytes: [UInt8]
  let rules: SecretRules
  private(set) var found: [Range<Int>] = []

  init(_ bytes: [UInt8], _ rules: SecretRules) {
    self.bytes = bytes
    self.rules = rules
    // Most texts are ids, names and paths, and a screen has hundreds of them: what cannot be there is not looked for.
    let hasColon = bytes.contains(UInt8(ascii: ":"))
    if hasColon || bytes.contains(UInt8(ascii: "=")) { findAssignments() }
    if bytes.contains(where: { $0 == UInt8(ascii: ",") || Self.isBlank($0) || Self.isQuote($0) }) {
      findOptions()
    }
    findShapes()
    if hasColon { findAddresses() }
  }

  /// What was found, in order, and joined where it overlaps.
  var ranges: [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  mutating func add(_ range: Range<Int>) { found.append(range) }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The byte at a place; zero beyond the ends.
  subscript(place: Int) -> UInt8 { bytes.indices.contains(place) ? bytes[place] : 0 }

  // MARK: Bytes

  static func isNamePart(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
}
