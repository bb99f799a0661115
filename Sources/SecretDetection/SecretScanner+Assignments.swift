// `NAME=value`, `"name": "value"`, `name: value`.
extension SecretScanner {
  /// A name is no longer than this.
  private static let nameLimit = 120

  mutating func findAssignments() {
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":") {
        place = max(place, takeAssignment(at: place))
      }
      place += 1
    }
  }

  /// Looks at the assignment whose sign is at `sign`. Returns where to look on.
  private mutating func takeAssignment(at sign: Int) -> Int {
    guard let name = name(before: sign) else { return sign }
    // Before a value is looked for: most names are no secret, and a text may be long.
    guard rules.isSecret(name: text(name)) else { return sign }
    let value =
      bytes[sign] == UInt8(ascii: "=") ? valueOfEquals(sign + 1) : valueOfColon(sign + 1, name: name)
    guard let value, !value.isEmpty, rules.isSecret(name: text(name), value: text(value)) else { return sign }
    add(value)
    return value.upperBound
  }

  /// The name that ends before a sign, without the quote around it and blanks between.
  private func name(before sign: Int) -> Range<Int>? {
    var end = sign
    // `+=` of shells, `:=` of makefiles.
    if end > 0, bytes[sign] == UInt8(ascii: "="),
      self[end - 1] == UInt8(ascii: ":") || self[end - 1] == UInt8(ascii: "+")
    {
      end -= 1
    }
    while end > 0, bytes[end - 1] == 0x20, sign - end < 40 { end -= 1 }
    if end > 0, Self.isQuote(bytes[end - 1]) { end -= 1 }
    // A quote within quotes has a bar before it.
    if end > 0, bytes[end - 1] == UInt8(ascii: "\\") { end -= 1 }
    var start = end
    while start > 0, Self.isNamePart(bytes[start - 1]), end - start < Self.nameLimit { start -= 1 }
    while start < end, bytes[start] == UInt8(ascii: "-") { start += 1 }
    return start < end ? start..<end : nil
  }

  private func valueOfEquals(_ place: Int) -> Range<Int>? {
    // `==` compares.
    if self[place] == UInt8(ascii: "=") { return nil }
    var start = place
    while self[start] == 0x20, start - place < 4 { start += 1 }
    if start > place, self[place - 2] != 0x20 { return nil }
    return quoted(start) ?? bare(start)
  }

  private func valueOfColon(_ place: Int, name: Range<Int>) -> Range<Int>? {
    if self[name.lowerBound - 1] == UInt8(ascii: "{"), self[name.lowerBound - 2] == UInt8(ascii: "$") {
      return defaultOfReference(place)
    }
    var start = place
    while self[start] == 0x20 { start += 1 }
    if self[start] == UInt8(ascii: "/"), self[start + 1] == UInt8(ascii: "/") { return nil }
    if let value = quoted(start) { return value }
    // `/srv/token:/run/secrets/token:ro`: parts of a mount, not a name and a value.
    let before = self[name.lowerBound - 1]
    if start == place,
      before == UInt8(ascii: "/") || before == UInt8(ascii: ":") || self[start] == UInt8(ascii: "/")
    {
      return nil
    }
    // `token:` in the middle of a sentence says what the sentence is about: only a value alone is one.
    return isFirstOfLine(name) || isClosedName(name) ? restOfLine(start) : wordAlone(start)
  }

  /// A word with nothing behind it in its line, or in its part of it; nil where another word follows.
  private func wordAlone(_ start: Int) -> Range<Int>? {
    let end = end(of: start) { !Self.isBlank($0) && !Self.isQuote($0) }
    let word = restOfLine(start..<end)
    if word.upperBound < end { return word }
    let next = self.end(of: end) { $0 == 0x20 }
    let follows = self[next]
    let isAlone =
      next == bytes.count || Self.isBlank(follows) || Self.isQuote(follows) || follows == UInt8(ascii: "#")
    return isAlone ? word : nil
  }

  /// `text` of `${NAME:-text}`; nothing else in a reference is a value.
  private func defaultOfReference(_ place: Int) -> Range<Int>? {
    guard self[place] == UInt8(ascii: "-") else { return nil }
    return place + 1..<end(of: place + 1) { $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "\n") }
  }

  /// Whether only blanks, dashes and quotes stand before a name in its line.
  private func isFirstOfLine(_ name: Range<Int>) -> Bool {
    var place = name.lowerBound
    while place > 0, bytes[place - 1] != UInt8(ascii: "\n") {
      let byte = bytes[place - 1]
      guard Self.isBlank(byte) || Self.isQuote(byte) || byte == UInt8(ascii: "-") else { return false }
      place -= 1
    }
    return true
  }

  /// Whether a quote ends the name, as in JSON.
  private func isClosedName(_ name: Range<Int>) -> Bool { Self.isQuote(self[name.upperBound]) }

  /// The inside of quotes that begin at `place`; to the end, or to the limit, where they are not closed before.
  func quoted(_ place: Int, within limit: Int = .max) -> Range<Int>? {
    let last = limit < bytes.count - place ? place + limit : bytes.count
    var start = place
    let isEscaped = self[start] == UInt8(ascii: "\\") && Self.isQuote(self[start + 1])
    if isEscaped { start += 1 }
    let quote = self[start]
    guard Self.isQuote(quote) else { return nil }
    var end = start + 1
    while end < last, bytes[end] != quote || !isEscaped && isAfterBackslash(end, from: start) {
      end += 1
    }
    let isClosedByBar = isEscaped && end < bytes.count && self[end - 1] == UInt8(ascii: "\\")
    return start + 1..<(isClosedByBar ? max(start + 1, end - 1) : min(end, bytes.count))
  }

  private func isAfterBackslash(_ place: Int, from start: Int) -> Bool {
    var count = 0
    while place - 1 - count > start, bytes[place - 1 - count] == UInt8(ascii: "\\") { count += 1 }
    return count % 2 == 1
  }

  /// A value without quotes: to a blank, a quote or the next assignment.
  private func bare(_ start: Int) -> Range<Int> {
    var end = start
    var depth = 0
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: "}") || byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      if depth == 0, Self.isBlank(byte) || Self.isQuote(byte) || byte == UInt8(ascii: "&") || isSeparator(end)
      {
        break
      }
      if byte == UInt8(ascii: "\n") { break }
      end += 1
    }
    return start..<end
  }

  /// Whether a comma or semicolon stands here and another assignment after it.
  private func isSeparator(_ place: Int) -> Bool {
    guard bytes[place] == UInt8(ascii: ",") || bytes[place] == UInt8(ascii: ";") else { return false }
    if bytes[place] == UInt8(ascii: ";"), place + 1 < bytes.count, Self.isBlank(bytes[place + 1]) {
      return true
    }
    var next = place + 1
    while self[next] == 0x20 { next += 1 }
    if Self.isQuote(self[next]) { next += 1 }
    let start = next
    while Self.isNamePart(self[next]) || self[next] == 0x20 && next > start, next - start < Self.nameLimit {
      next += 1
    }
    if Self.isQuote(self[next]) { next += 1 }
    return next > start && (self[next] == UInt8(ascii: "=") || self[next] == UInt8(ascii: ":"))
      || place + 1 >= bytes.count
  }

  private func restOfLine(_ start: Int) -> Range<Int> { restOfLine(start..<bytes.count) }

  /// What of a part of a line is a value: up to the next assignment, a comment, a quote, or a brace of what is around it.
  private func restOfLine(_ part: Range<Int>) -> Range<Int> {
    let start = part.lowerBound
    var end = start
    while end < part.upperBound, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r"),
      !isSeparator(end)
    {
      if bytes[end] == UInt8(ascii: "#"), end > start, bytes[end - 1] == 0x20 { break }
      if Self.isQuote(bytes[end]) { break }
      end += 1
    }
    // A brace that closes what was opened before the value is not its own.
    let opensBrace = bytes[start..<end].contains(UInt8(ascii: "{"))
    while end > start, Self.isBlank(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: "}") && !opensBrace {
      end -= 1
    }
    return start..<end
  }
}
