/// How many columns text takes on the screen: the one measure that layout and drawing share.
public enum TextWidth {
  /// The columns of `text` as `Canvas` draws it; control characters count as the one column of their visible
  /// form.
  public static func columns(of text: String) -> Int {
    if let count = asciiCount(of: text) { return count }
    var columns = 0
    for glyph in GlyphSequence(text) { columns += glyph.columns }
    return columns
  }

  /// The columns of one character: 0, 1 or 2 (more for what cannot be one glyph).
  public static func columns(of character: Character) -> Int {
    if let ascii = character.asciiValue, ascii != 0x0A { return 1 }
    return columns(of: String(character))
  }

  /// The number of bytes when all are ASCII, else `nil`.
  static func asciiCount(of text: String) -> Int? {
    let contiguous = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      bytes.allSatisfy { $0 < 0x80 } ? bytes.count : nil
    }
    if let contiguous { return contiguous }
    return text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : nil
  }

  /// The longest beginning of `text` that fits into `limit` columns, and the columns that it takes.
  public static func prefix(of text: String, columns limit: Int) -> (text: String, columns: Int) {
    if limit <= 0 { return ("", 0) }
    if let count = asciiCount(of: text), count <= limit { return (text, count) }
    var columns = 0
    var end = text.startIndex
    for index in text.indices {
      let width = self.columns(of: text[index])
      if columns + width > limit { break }
      columns += width
      end = text.index(after: index)
    }
    return (String(text[..<end]), columns)
  }

  /// `text`, cut to at most `limit` columns; what is cut off is shown by `ellipsis` (itself part of the
  /// limit).
  public static func truncated(_ text: String, to limit: Int, ellipsis: String = "…") -> String {
    if columns(of: text) <= limit { return text }
    let room = limit - columns(of: ellipsis)
    return room < 0 ? prefix(of: text, columns: limit).text : prefix(of: text, columns: room).text + ellipsis
  }
}
