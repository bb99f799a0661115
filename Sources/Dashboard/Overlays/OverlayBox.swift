import TerminalUI

/// The box of what lies over the panes: always in the middle, its title above and its keys below.
enum OverlayBox {
  /// Draws an empty box of at most this size in the middle, and returns what is inside.
  static func draw(
    _ size: Size, title: String, hints: [KeyHint], style: Style = Style(.borderFocus), on canvas: inout Canvas
  ) -> Rect {
    let rect = canvas.bounds.inset(columns: 2, rows: 1).centred(size)
    canvas.fill(rect, Style(.text, on: .overlay))
    let shown = fitting(hints, rect.columns - 4)
    let footer = text(shown)
    canvas.box(
      rect, style: style.on(.overlay), title: StyledText(" \(title)", Style(.title, on: .overlay, .bold)),
      footer: StyledText(footer, Style(.muted, on: .overlay)))
    note(
      shown, at: Point(column: rect.maxColumn - TextWidth.columns(of: footer) - 1, row: rect.maxRow), &canvas)
    return rect.inset(columns: 2, rows: 1)
  }

  private static let gap = "   "

  private static func text(_ hints: [KeyHint]) -> String { hints.map(text).joined(separator: gap) }

  private static func text(_ hint: KeyHint) -> String { "\(hint.keyText): \(hint.word)" }

  /// As many hints as there is room for: the last one, which leaves the box, stays the longest.
  private static func fitting(_ hints: [KeyHint], _ room: Int) -> [KeyHint] {
    var hints = hints
    while TextWidth.columns(of: text(hints)) > room, hints.count > 1 { hints.remove(at: hints.count - 2) }
    return hints
  }

  /// A press on a hint is its key.
  private static func note(_ hints: [KeyHint], at start: Point, _ canvas: inout Canvas) {
    var column = start.column
    for hint in hints {
      let columns = TextWidth.columns(of: text(hint))
      let place = Rect(column: column, row: start.row, columns: columns, rows: 1)
      if let meaning = hint.meaning { canvas.note(meaning, on: place) }
      column += columns + gap.count
    }
  }

  /// The first of `count` rows to show so that the selected one is among `visible`.
  static func offset(_ selected: Int, _ count: Int, _ visible: Int) -> Int {
    ListViewport.offset(count: count, selected: selected, visible: visible, previous: 0)
  }
}
