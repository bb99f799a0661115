import TerminalUI

/// The box of what lies over the panes: always in the middle, its title above and its keys below.
enum OverlayBox {
  /// Draws an empty box of at most this size in the middle, and returns what is inside.
  static func draw(
    _ size: Size, title: String, hint: String, style: Style = Style(.borderFocus), on canvas: inout Canvas
  ) -> Rect {
    let rect = canvas.bounds.inset(columns: 2, rows: 1).centred(size)
    canvas.fill(rect, Style(.text, on: .overlay))
    canvas.box(
      rect, style: style.on(.overlay), title: StyledText(" \(title)", Style(.title, on: .overlay, .bold)),
      footer: StyledText(hint, Style(.muted, on: .overlay)))
    return rect.inset(columns: 2, rows: 1)
  }

  /// The first of `count` rows to show so that the selected one is among `visible`.
  static func offset(_ selected: Int, _ count: Int, _ visible: Int) -> Int {
    ListViewport.offset(count: count, selected: selected, visible: visible, previous: 0)
  }
}
