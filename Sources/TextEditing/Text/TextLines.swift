/// A text as its lines, from which the very same bytes can be put together again.
struct TextLines: Sendable, Equatable {
  /// The lines without what ends them; at least one. A text that ends with a line feed has an empty last line.
  private(set) var texts: [String]
  /// Whether a carriage return stands before each line's line feed; the last line has none, and keeps here how
  /// the lines before end.
  private(set) var returns: [Bool]
  /// Whether the text starts with a byte order mark, which is no part of the first line.
  var hasMark: Bool

  /// Takes a text apart.
  init(_ text: String) {
    var text = text
    texts = []
    returns = []
    hasMark = text.unicodeScalars.first == "\u{FEFF}"
    if hasMark { text.unicodeScalars.removeFirst() }
    text.withUTF8 { split($0) }
  }

  private mutating func split(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for end in bytes.indices where bytes[end] == 0x0A {
      let endsWithReturn = end > start && bytes[end - 1] == 0x0D
      append(bytes[start..<(endsWithReturn ? end - 1 : end)], endsWithReturn)
      start = end + 1
    }
    append(bytes[start...], returns.last ?? false)
  }

  private mutating func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ endsWithReturn: Bool) {
    texts.append(String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self))
    returns.append(endsWithReturn)
  }

  /// The number of lines.
  var count: Int { texts.count }

  /// The whole text.
  var joined: String {
    var text = hasMark ? "\u{FEFF}" : ""
    text.reserveCapacity(texts.reduce(3) { $0 + $1.utf8.count + 2 })
    for index in texts.indices.dropLast() {
      text += texts[index]
      text += returns[index] ? "\r\n" : "\n"
    }
    return text + (texts.last ?? "")
  }

  /// Some of the lines, with how they end.
  subscript(range: Range<Int>) -> [TextLine] {
    range.map { TextLine(texts[$0], endsWithReturn: returns[$0]) }
  }

  /// Puts other lines in the place of some.
  mutating func replace(_ range: Range<Int>, with lines: [TextLine]) {
    texts.replaceSubrange(range, with: lines.lazy.map(\.text))
    returns.replaceSubrange(range, with: lines.lazy.map(\.endsWithReturn))
  }

  /// Whether both texts are the same, byte for byte.
  func isIdentical(to other: TextLines) -> Bool {
    guard hasMark == other.hasMark, count == other.count, returns.dropLast() == other.returns.dropLast()
    else {
      return false
    }
    return zip(texts, other.texts).allSatisfy { $0.isIdentical(to: $1) }
  }

  /// How many lines are the same at the start and at the end of both texts; no line counts twice.
  func agreement(with other: TextLines) -> (start: Int, end: Int) {
    let most = min(count, other.count)
    var start = 0
    while start < most, isLine(start, identicalTo: start, of: other) { start += 1 }
    var end = 0
    while end < most - start, isLine(count - 1 - end, identicalTo: other.count - 1 - end, of: other) {
      end += 1
    }
    return (start, end)
  }

  private func isLine(_ index: Int, identicalTo place: Int, of other: TextLines) -> Bool {
    returns[index] == other.returns[place] && texts[index].isIdentical(to: other.texts[place])
  }
}
