/// A line of text being edited: the text and the place of the cursor in it.
public struct TextField: Sendable, Hashable {
  /// The text; one line without control characters.
  public private(set) var text: String
  /// Characters before the cursor.
  public private(set) var cursor: Int

  /// A field that holds `text`, the cursor at its end.
  public init(_ text: String = "") {
    self.text = Self.oneLine(text)
    cursor = self.text.count
  }

  /// Whether the field is empty.
  public var isEmpty: Bool { text.isEmpty }

  private var place: String.Index { text.index(text.startIndex, offsetBy: cursor) }

  /// Puts text in at the cursor, typed or pasted; line ends and tabs become blanks, other control characters
  /// vanish.
  public mutating func insert(_ new: String) {
    let before = String(text[..<place]) + Self.oneLine(new)
    text = before + text[place...]
    cursor = min(before.count, text.count)
  }

  /// Deletes the character before the cursor.
  public mutating func backspace() {
    guard cursor > 0 else { return }
    text.remove(at: text.index(before: place))
    cursor = min(cursor - 1, text.count)
  }

  /// Deletes the character under the cursor.
  public mutating func delete() {
    guard cursor < text.count else { return }
    text.remove(at: place)
  }

  /// Deletes from the cursor back to the start of the word.
  public mutating func deleteWord() {
    let start = wordStart
    let lower = text.index(text.startIndex, offsetBy: start)
    text.removeSubrange(lower..<place)
    cursor = start
  }

  /// Deletes from the cursor to the end of the word.
  public mutating func deleteWordAfter() {
    text.removeSubrange(place..<text.index(text.startIndex, offsetBy: wordEnd))
  }

  /// Deletes everything before the cursor.
  public mutating func deleteToStart() {
    text.removeSubrange(text.startIndex..<place)
    cursor = 0
  }

  /// Deletes everything from the cursor on.
  public mutating func deleteToEnd() { text.removeSubrange(place...) }

  /// Puts the cursor before the character at `offset`, at most behind the last one.
  public mutating func move(to offset: Int) { cursor = min(max(0, offset), text.count) }

  /// The offset of the first character of the word before the cursor.
  var wordStart: Int {
    var index = place
    while index > text.startIndex, text[text.index(before: index)].isWhitespace {
      index = text.index(before: index)
    }
    while index > text.startIndex, !text[text.index(before: index)].isWhitespace {
      index = text.index(before: index)
    }
    return text.distance(from: text.startIndex, to: index)
  }

  /// The offset behind the word after the cursor.
  var wordEnd: Int {
    var index = place
    while index < text.endIndex, text[index].isWhitespace { index = text.index(after: index) }
    while index < text.endIndex, !text[index].isWhitespace { index = text.index(after: index) }
    return text.distance(from: text.startIndex, to: index)
  }

  private static func oneLine(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: scalars.append(" ")
      case 0..<0x20, 0x7F..<0xA0: continue
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
