import TerminalUI

/// A line as characters that can be counted, cut and measured: by bytes where it is ASCII, as nearly all lines
/// are.
struct LineText {
  let text: String
  /// The characters; nil where the line is ASCII.
  private let characters: [Character]?

  init(_ text: String) {
    self.text = text
    characters = text.isASCII ? nil : Array(text)
  }

  /// Whether characters, bytes and columns on the screen are counted alike.
  var isASCII: Bool { characters == nil }

  /// The number of characters.
  var count: Int { characters?.count ?? text.utf8.count }

  /// The character at `index`, which must exist.
  subscript(index: Int) -> Character {
    if let characters { return characters[index] }
    let utf8 = text.utf8
    return Character(Unicode.Scalar(utf8[utf8.index(utf8.startIndex, offsetBy: index)]))
  }

  /// Some of the characters, as text; what lies beyond the end is left out.
  func slice(_ range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<count)
    if let characters { return String(characters[range]) }
    let utf8 = text.utf8
    let lower = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return String(text[lower..<utf8.index(lower, offsetBy: range.count)])
  }

  /// The columns on the screen that some of the characters take.
  func columns(_ range: Range<Int>) -> Int {
    let range = range.clamped(to: 0..<count)
    guard let characters else { return range.count }
    return characters[range].reduce(0) { $0 + TextWidth.columns(of: $1) }
  }

  /// The columns on the screen that the character at `index` takes.
  func columns(at index: Int) -> Int {
    characters.map { TextWidth.columns(of: $0[index]) } ?? 1
  }

  /// The blanks at the line's start.
  var indentation: Int {
    var count = 0
    for byte in text.utf8 {
      guard byte == 0x20 else { break }
      count += 1
    }
    return min(count, self.count)
  }

  /// Whether nothing but blanks stands in the line.
  var isBlank: Bool { text.utf8.allSatisfy { $0 == 0x20 } }

  /// The characters before the byte at `offset`, which is counted in UTF-8.
  func column(utf8 offset: Int) -> Int {
    guard let characters else { return min(max(0, offset), count) }
    var bytes = 0
    for (index, character) in characters.enumerated() {
      bytes += character.utf8.count
      if bytes > offset { return index }
    }
    return characters.count
  }
}
