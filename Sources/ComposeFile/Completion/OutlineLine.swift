/// One line of YAML as its dashes and its key, read without regard to the lines around it, so that it can be read
/// in a text that is broken elsewhere.
struct OutlineLine {
  /// What opens a level of the text.
  enum Entry: Equatable {
    case dash(column: Int)
    case key(String, column: Int)

    /// Characters before it.
    var column: Int {
      switch self {
      case .dash(let column), .key(_, let column): column
      }
    }
  }

  /// The dashes and the key, from left to right.
  private(set) var entries: [Entry] = []
  /// What follows them, without blanks at its start and end, and without a comment.
  private(set) var rest: Substring
  /// Whether the line holds nothing, or only a comment.
  private(set) var isEmpty = false
  private let line: Substring

  /// Reads a line; `isCut` for the part of one before the cursor, whose last blanks count.
  init(_ line: Substring, isCut: Bool = false) {
    self.line = line
    rest = Substring(line.utf8.drop { $0 == 0x20 })
    if let first = rest.utf8.first, first != UInt8(ascii: "#"), first != 0x0D {
      readEntries()
      if !isCut { rest = Self.withoutComment(rest) }
    } else {
      isEmpty = true
    }
  }

  /// The characters before `rest`.
  var restColumn: Int { line[..<rest.startIndex].count }

  /// The blanks before what stands in a line; nil where nothing stands there, or only a comment. Cheap: most
  /// lines need no more looking at.
  static func depth(of line: String) -> Int? {
    let depth = line.utf8.prefix { $0 == 0x20 }.count
    guard let first = line.utf8.dropFirst(depth).first else { return nil }
    return first == UInt8(ascii: "#") || first == 0x0D ? nil : depth
  }

  private mutating func readEntries() {
    // Before a key stand only blanks and dashes, so that bytes are columns.
    var column = line.utf8.distance(from: line.startIndex, to: rest.startIndex)
    while rest.utf8.first == UInt8(ascii: "-"), Self.isBlank(rest.utf8.dropFirst().first) {
      entries.append(.dash(column: column))
      rest = Substring(rest.utf8.dropFirst().drop { $0 == 0x20 })
      column = line.utf8.distance(from: line.startIndex, to: rest.startIndex)
    }
    guard let (name, behind) = Self.key(rest) else { return }
    entries.append(.key(name, column: column))
    rest = Substring(behind.utf8.drop { $0 == 0x20 })
  }

  /// Whether the value is a block of text that starts below.
  var opensBlock: Bool {
    guard let header = rest.split(separator: " ").last, let first = header.utf8.first else { return false }
    guard first == UInt8(ascii: "|") || first == UInt8(ascii: ">") else { return false }
    return header.dropFirst().allSatisfy { $0 == "-" || $0 == "+" || $0.isNumber }
  }

  /// The key that `text` starts with, and what stands behind its colon.
  private static func key(_ text: Substring) -> (name: String, behind: Substring)? {
    let bytes = text.utf8
    guard let first = bytes.first, !"[]{},#&*!|>%@`".utf8.contains(first) else { return nil }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      guard let close = bytes.dropFirst().firstIndex(of: first), isColon(bytes[close...].dropFirst()) else {
        return nil
      }
      return (String(Substring(bytes.dropFirst()[..<close])), Substring(bytes[close...].dropFirst(2)))
    }
    var previous: UInt8 = 0x20
    for place in bytes.indices {
      let byte = bytes[place]
      if byte == UInt8(ascii: ":"), isColon(bytes[place...]) {
        var name = bytes[..<place]
        while name.last == 0x20 { name = name.dropLast() }
        return (String(Substring(name)), Substring(bytes[place...].dropFirst()))
      }
      if byte == UInt8(ascii: "#"), previous == 0x20 { return nil }
      previous = byte
    }
    return nil
  }

  private static func isColon(_ bytes: Substring.UTF8View) -> Bool {
    bytes.first == UInt8(ascii: ":") && isBlank(bytes.dropFirst().first)
  }

  /// Whether a byte ends a sign of YAML; a line's end does.
  private static func isBlank(_ byte: UInt8?) -> Bool {
    byte == nil || byte == 0x20 || byte == 0x09 || byte == 0x0D
  }

  /// A value without the comment behind it and the blanks around it.
  static func withoutComment(_ text: Substring) -> Substring {
    var value = text.utf8
    if let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      if let close = value.dropFirst().firstIndex(of: quote) { value = value[...close] }
    } else {
      var previous: UInt8 = 0x20
      for index in value.indices {
        if value[index] == UInt8(ascii: "#"), previous == 0x20 {
          value = value[..<index]
          break
        }
        previous = value[index]
      }
    }
    while let last = value.last, isBlank(last) { value = value.dropLast() }
    return Substring(value)
  }
}
