/// Text broken into rows.
public enum WrappedText {
  /// Where a row may end.
  public enum Mode: Sendable, Hashable {
    /// Between words; only a word longer than a row is cut.
    case words
    /// Exactly where the row is full.
    case anywhere
  }

  /// `text` as rows of at most `columns` columns (at least one row, at least one column). Line feeds end a
  /// row; in word mode the blanks at which a row is broken are not drawn.
  public static func rows(_ text: StyledText, columns: Int, mode: Mode = .words) -> [StyledText] {
    let width = max(1, columns)
    if !text.runs.contains(where: { $0.text.utf8.contains(0x0A) }), text.columns <= width { return [text] }
    var rows: [StyledText] = []
    for line in pieces(of: text).split(omittingEmptySubsequences: false, whereSeparator: { $0 == nil }) {
      let pieces = line.compactMap { $0 }
      for range in breaks(pieces, columns: width, mode: mode) { rows.append(join(pieces[range])) }
    }
    return rows
  }

  /// `text` as rows of at most `columns` columns.
  public static func rows(_ text: String, columns: Int, mode: Mode = .words) -> [String] {
    rows(StyledText(text), columns: columns, mode: mode).map(\.plain)
  }

  /// One character with its style and width.
  private struct Piece {
    var character: Character
    var style: Style
    var columns: Int
    var isBlank: Bool { character == " " }
  }

  /// The characters of the text; `nil` for a line feed.
  private static func pieces(of text: StyledText) -> [Piece?] {
    text.runs.flatMap { run in
      run.text.map { character -> Piece? in
        if character == "\n" || character == "\r\n" { return nil }
        let columns = TextWidth.columns(of: character)
        return Piece(character: character, style: run.style, columns: columns)
      }
    }
  }

  private static func breaks(_ pieces: [Piece], columns: Int, mode: Mode) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < pieces.count {
      let full = end(of: pieces, from: start, columns: columns)
      guard full < pieces.count, mode == .words else {
        ranges.append(start..<full)
        start = full
        continue
      }
      let cut = wordBreak(pieces, from: start, before: full)
      var last = cut
      while last > start, pieces[last - 1].isBlank { last -= 1 }
      ranges.append(start..<(last > start ? last : cut))
      start = cut
      while start < pieces.count, pieces[start].isBlank { start += 1 }
    }
    return ranges.isEmpty ? [0..<0] : ranges
  }

  /// The index behind the last piece that fits into a row; at least one piece is taken.
  private static func end(of pieces: [Piece], from start: Int, columns: Int) -> Int {
    var used = 0
    var index = start
    while index < pieces.count, used + pieces[index].columns <= columns || index == start {
      used += pieces[index].columns
      index += 1
    }
    return index
  }

  /// The index of the first piece of the next row.
  private static func wordBreak(_ pieces: [Piece], from start: Int, before full: Int) -> Int {
    if pieces[full].isBlank { return full }
    var index = full
    while index > start, !pieces[index - 1].isBlank { index -= 1 }
    let hasWordBefore = pieces[start..<index].contains { !$0.isBlank }
    return index > start && hasWordBefore ? index : full
  }

  private static func join(_ pieces: ArraySlice<Piece>) -> StyledText {
    var row = StyledText()
    var text = ""
    var style = pieces.first?.style ?? Style()
    for piece in pieces {
      if piece.style != style {
        row.append(text, style)
        text = ""
        style = piece.style
      }
      text.append(piece.character)
    }
    row.append(text, style)
    return row
  }
}
