import TerminalUI

/// A menu: a row an entry, what cannot be chosen dimmed and with its reason.
enum MenuView {
  static func draw<Action>(_ menu: Menu<Action>, hints: [KeyHint], on canvas: inout Canvas) {
    let widest = menu.entries.map { TextWidth.columns(of: $0.title) }.max() ?? 10
    let details = menu.entries.map { TextWidth.columns(of: $0.reason ?? $0.detail) }.max() ?? 0
    let columns = min(canvas.size.columns - 4, max(48, min(widest, 36) + min(details, 48) + 6))
    let visible = max(1, min(menu.entries.count, canvas.size.rows - 6))
    let inside = OverlayBox.draw(
      Size(columns: columns, rows: visible + 2), title: TextWidth.truncated(menu.title, to: columns - 8),
      hints: hints, on: &canvas)
    let offset = OverlayBox.offset(menu.selected, menu.entries.count, visible)
    for (index, entry) in menu.entries.enumerated().dropFirst(offset).prefix(visible) {
      let line = inside.line(index - offset)
      let isUsable = entry.reason == nil
      var text = StyledText(Pad.end(entry.title, min(widest, 36) + 2), Style(isUsable ? .text : .muted))
      text.append(entry.reason ?? entry.detail, Style(isUsable ? .hintKey : .muted))
      canvas.write(text.on(.overlay), at: line.origin, maxColumns: line.columns)
      canvas.note(.entry(index), on: line)
      if index == menu.selected { canvas.recolour(line, backdrop: .selection) }
    }
  }
}
