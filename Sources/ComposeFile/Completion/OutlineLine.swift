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
  /// The characters before `rest`.
  private(set) var restColumn: Int
  /// Whether the line holds nothing, or only a comment.
  private(set) var isEmpty = false
  /// The blanks at its start.
  let indentation: Int

  /// Reads a line; `isCut` for the part of one before the cursor, whose last blanks count.
  init(_ line: Substring, isCut: Bool = false) {
    indentation = line.utf8.prefix { $0 == 0x20 }.count
    rest = line.dropFirst(indentation)
    restColumn = indentation
    if let first = rest.first, first != "#", first != "\r" {
      readEntries()
      if !isCut { rest = Self.withoutComment(rest) }
    } else {
      isEmpty = true
    }
  }

  private mutating func readEntries() {
    while rest.hasPrefix("- ") || rest == "-" {
      entries.append(.dash(column: restColumn))
      skip(1)
    }
    guard let (name, length) = Self.key(rest) else { return }
    entries.append(.key(name, column: restColumn))
    skip(length)
  }

  /// Goes behind some characters and the blanks there.
  private mutating func skip(_ count: Int) {
    let behind = rest.dropFirst(count)
    let value = behind.drop { $0 == " " }
    restColumn += count + behind.count - value.count
    rest = value
  }

  /// Whether the value is a block of text that starts below.
  var opensBlock: Bool {
    guard let first = rest.split(separator: " ").last?.first, first == "|" || first == ">" else {
      return false
    }
    let header = rest.split(separator: " ").last ?? ""
    return header.dropFirst().allSatisfy { $0 == "-" || $0 == "+" || $0.isNumber }
  }

  /// The key that `text` starts with, and its length with the colon.
  static func key(_ text: Substring) -> (name: String, length: Int)? {
    guard let first = text.first, !"[]{},#&*!|>%@`".contains(first) else { return nil }
    if first == "\"" || first == "'" {
      guard let close = text.dropFirst().firstIndex(of: first) else { return nil }
      let behind = text[text.index(after: close)...]
      guard isColon(behind) else { return nil }
      return (String(text.dropFirst()[..<close]), text[...close].count + 1)
    }
    var length = 0
    var place = text.startIndex
    while place < text.endIndex {
      if isColon(text[place...]) {
        let name = text[..<place].reversed().drop { $0 == " " }.reversed()
        return (String(name), length + 1)
      }
      if text[place] == "#", text[..<place].last == " " { return nil }
      place = text.index(after: place)
      length += 1
    }
    return nil
  }

  private static func isColon(_ text: Substring) -> Bool {
    guard text.first == ":" else { return false }
    let next = text.dropFirst().first
    return next == nil || next == " " || next == "\t" || next == "\r"
  }

  /// A value without the comment behind it and the blanks around it.
  static func withoutComment(_ text: Substring) -> Substring {
    var value = text
    if let quote = text.first, quote == "\"" || quote == "'" {
      if let close = text.dropFirst().firstIndex(of: quote) { value = text[...close] }
    } else {
      var previous: Character = " "
      for index in text.indices {
        if text[index] == "#", previous == " " {
          value = text[..<index]
          break
        }
        previous = text[index]
      }
    }
    while let last = value.last, last == " " || last == "\r" || last == "\t" { value.removeLast() }
    return value
  }
}
