import TerminalUI

/// Draws how far a transfer is: the whole in the first row, then what goes on side by side.
enum TransferView {
  /// The rows; `isOver` where nothing comes any more.
  static func rows(
    of progress: TransferProgress, isOver: Bool, columns: Int, _ glyphs: GlyphSet
  ) -> [StyledText] {
    var rows: [StyledText] = []
    let whole = whole(progress, isOver: isOver)
    if !whole.isEmpty { rows.append(whole) }
    if let fraction = progress.fraction, !isOver {
      rows.append(ShareBar.text(fraction, columns: min(columns, 60), glyphs))
    }
    if let silence = progress.silence, !isOver {
      let text =
        "nothing has come for \(Quantity.seconds(Double(silence))): the other end is slow, or cut off"
      rows += WrappedText.rows(StyledText(text, Style(.warning)), columns: columns)
    }
    rows += progress.parts.map { part($0, isOver: isOver, columns: columns, glyphs) }
    if progress.furtherParts > 0 {
      rows.append(StyledText("and \(progress.furtherParts) more", Style(.muted)))
    }
    if !progress.note.isEmpty {
      rows += WrappedText.rows(StyledText(progress.note, Style(.muted)), columns: columns)
    }
    return rows
  }

  /// `12.3M of 45.6M  1.2M/s  28s left`.
  private static func whole(_ progress: TransferProgress, isOver: Bool) -> StyledText {
    guard progress.done > 0 || progress.total != nil else { return "" }
    let total = progress.total.map { " of \(Quantity.bytes($0))" } ?? ""
    var text = StyledText(Quantity.bytes(progress.done) + total)
    guard !isOver else { return text }
    if let rate = progress.rate { text.append("  \(Quantity.rate(rate))", Style(.muted)) }
    if let left = progress.secondsLeft { text.append("  \(Quantity.seconds(left)) left", Style(.muted)) }
    return text
  }

  private static func part(
    _ part: TransferProgress.Part, isOver: Bool, columns: Int, _ glyphs: GlyphSet
  ) -> StyledText {
    let (glyph, role): (Character, Role) =
      switch part.phase {
      case .done: (glyphs.check, .success)
      case .busy: (glyphs.half, isOver ? .muted : .starting)
      case .waiting: (glyphs.dotted, .muted)
      }
    let name = Pad.end(TextWidth.truncated(part.name, to: 12), 12)
    var text = StyledText("\(glyph) ", Style(role)) + StyledText(name)
    text.append(" " + part.status, Style(role))
    guard !isOver, let done = part.done else { return text }
    let total = part.total.map { "/\(Quantity.bytes($0))" } ?? ""
    let size = " \(Quantity.bytes(done))\(total)"
    text.append(size, Style(.muted))
    let room = min(24, columns - text.columns - 2)
    guard room >= 6, let total = part.total, total > 0 else { return text }
    return text + " " + ShareBar.text(min(1, Double(done) / Double(total)), columns: room, glyphs)
  }
}
