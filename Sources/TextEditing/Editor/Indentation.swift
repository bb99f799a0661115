/// How lines of YAML are indented, and what a new line should start with.
enum Indentation {
  /// The blanks of one level: what most lines of the text are deeper than the line before; 2 where nothing
  /// shows it. Looks at the first few thousand lines.
  static func step(of lines: [String]) -> Int {
    var counts = Array(repeating: 0, count: 9)
    var previous = 0
    for line in lines.prefix(4_000) {
      let depth = line.utf8.prefix { $0 == 0x20 }.count
      guard let first = line.utf8.dropFirst(depth).first, first != UInt8(ascii: "#") else { continue }
      let growth = depth - previous
      if growth > 0, growth < counts.count { counts[growth] += 1 }
      previous = depth
    }
    let best = counts.indices.dropFirst().max {
      counts[$0] < counts[$1] || counts[$0] == counts[$1] && $0 > $1
    }
    return best.flatMap { counts[$0] > 0 ? $0 : nil } ?? 2
  }

  /// What enter does behind `head`, the part of a line before the cursor.
  enum Break: Equatable {
    /// A new line starts with this text.
    case line(String)
    /// The line held a dash and nothing else: the list ends, and the line becomes this text.
    case endOfList(String)
  }

  /// What enter does behind `head`; `isLiteral` in a block of text, where colons and dashes mean nothing.
  static func lineBreak(after head: String, hasRest: Bool, step: Int, isLiteral: Bool) -> Break {
    let depth = head.utf8.prefix { $0 == 0x20 }.count
    let blanks = String(repeating: " ", count: depth)
    if isLiteral { return .line(blanks) }
    let (dashes, body) = parts(of: head.dropFirst(depth))
    if dashes > 0, body.isEmpty, !hasRest {
      return .endOfList(String(repeating: " ", count: max(0, depth - step)))
    }
    if opensBlock(body) {
      let isBare = body.utf8.count <= 3 && !body.hasSuffix(":")
      return .line(String(repeating: " ", count: depth + dashes + (dashes > 0 && isBare ? 0 : step)))
    }
    if dashes > 0 {
      let key = String(repeating: " ", count: depth + dashes)
      return .line(isMapping(body) ? key : String(repeating: " ", count: depth + dashes - 2) + "- ")
    }
    return .line(blanks)
  }

  /// The characters of the dashes that a line starts with, and what follows, without a comment.
  private static func parts(of text: Substring) -> (dashes: Int, body: Substring) {
    var body = text
    var dashes = 0
    while body.hasPrefix("- ") || body == "-" {
      let rest = body.dropFirst().drop { $0 == " " }
      dashes += rest.isEmpty ? 2 : body.count - rest.count
      body = rest
    }
    return (dashes, withoutComment(body))
  }

  private static func withoutComment(_ text: Substring) -> Substring {
    var quote: Character?
    var previous: Character = " "
    var end = text.endIndex
    for index in text.indices {
      let character = text[index]
      if quote == nil, character == "#", previous == " " {
        end = index
        break
      }
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'", !previous.isLetter, !previous.isNumber {
        quote = character
      }
      previous = character
    }
    var body = text[..<end]
    while body.last == " " { body.removeLast() }
    return body
  }

  /// Whether what follows belongs inside: a key without a value, a block of text, an open bracket.
  private static func opensBlock(_ body: Substring) -> Bool {
    if body.hasSuffix(":") || body.hasSuffix("[") || body.hasSuffix("{") { return true }
    let header = body.split(separator: " ").last ?? ""
    guard let first = header.first, first == "|" || first == ">" else { return false }
    let isHeader =
      header.dropFirst().allSatisfy { $0 == "-" || $0 == "+" || $0.isNumber } && header.count <= 3
    return isHeader && (header.count == body.count || body.dropLast(header.count).hasSuffix(": "))
  }

  private static func isMapping(_ body: Substring) -> Bool {
    guard let first = body.first, !"\"'[{".contains(first) else { return false }
    return body.contains(": ")
  }
}
