import TerminalUI

/// The palette: a field, and the commands that it finds.
enum PaletteView {
  static func draw(_ palette: Palette, _ state: DashboardState, on canvas: inout Canvas) {
    let found = PaletteSearch.ranked(palette.field.text, state)
    let columns = min(canvas.size.columns - 4, 84)
    let visible = max(1, min(14, canvas.size.rows - 8))
    let inside = OverlayBox.draw(
      Size(columns: columns, rows: visible + 4), title: "Commands", hints: state.boxHints(of: .palette),
      on: &canvas)
    let (first, rest) = inside.splitTop(1)
    canvas.write(": ", at: first.origin, style: Style(.hintKey, on: .overlay))
    let (_, field) = first.splitLeft(2)
    palette.field.draw(into: &canvas, in: field, style: Style(.text, on: .overlay), isFocused: true)
    if found.isEmpty {
      let text = Instead.ofWords(palette.field.text, state.shared)
      for (index, row) in WrappedText.rows(text, columns: rest.columns).prefix(visible).enumerated() {
        canvas.write(row, at: rest.line(index + 1).origin, style: Style(.muted, on: .overlay))
      }
    }
    let offset = OverlayBox.offset(palette.selected, found.count, visible)
    for (index, item) in found.enumerated().dropFirst(offset).prefix(visible) {
      let line = rest.line(index - offset + 1)
      canvas.write(
        row(item, state, columns: line.columns).on(.overlay), at: line.origin, maxColumns: line.columns)
      canvas.note(.entry(index), on: line)
      if index == palette.selected { canvas.recolour(line, backdrop: .selection) }
    }
    let edge = Rect(column: rest.endColumn + 1, row: rest.row + 1, columns: 1, rows: visible)
    canvas.scrollbar(
      in: edge, total: found.count, visible: visible, offset: offset, style: Style(.border, on: .overlay))
  }

  /// Title, key, and why it cannot be used or what it is called in the settings. Where there is little room, the reason
  /// takes the place of the key.
  private static func row(_ item: PaletteSearch.Found, _ state: DashboardState, columns: Int) -> StyledText {
    let command = item.command
    let place = state.outerPlace
    let refusal =
      command.scope.isActive(place) ? command.refusal(state) : command.scope.elsewhere(from: place)
    let isUsable = refusal == nil
    let isNarrow = columns < 56
    let room = isNarrow ? max(8, columns - 14) : 34
    var text = title(command.title, item.offsets, Style(isUsable ? .text : .muted), columns: room)
    if !isNarrow || isUsable {
      text.append(
        Pad.end(state.keymap.firstKey(command.id) ?? "", 10), Style(isUsable ? .hintKey : .muted))
    }
    text.append(refusal ?? (isNarrow ? "" : command.id), Style(.muted))
    return text
  }

  /// A title with the letters that were typed standing out, padded to its column.
  private static func title(_ title: String, _ offsets: [Int], _ style: Style, columns: Int) -> StyledText {
    let cut = TextWidth.truncated(title, to: columns - 2)
    var text = StyledText("")
    for (offset, character) in cut.enumerated() {
      let isTyped = offsets.contains(offset)
      text.append(String(character), isTyped ? Style(.accent, [.bold, .underline]) : style)
    }
    text.append(String(repeating: " ", count: max(0, columns - TextWidth.columns(of: cut))), style)
    return text
  }
}
