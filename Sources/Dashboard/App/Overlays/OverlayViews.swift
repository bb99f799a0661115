import TerminalUI

/// Draws what lies over the panes.
enum OverlayViews {
  static func draw(_ overlay: Overlay<RootAction>, _ state: DashboardState, on canvas: inout Canvas) {
    switch overlay {
    case .confirmation(let confirmation):
      ConfirmationView.draw(confirmation, hint: state.boxHint(for: confirmation), on: &canvas)
    case .form(let form): FormView.draw(form, hint: state.boxHint(for: form), on: &canvas)
    case .menu(let menu): MenuView.draw(menu, hint: state.boxHint(of: .menu), on: &canvas)
    case .palette(let palette): PaletteView.draw(palette, state, on: &canvas)
    case .text(let text): TextOverlayView.draw(text, state, on: &canvas)
    }
  }
}

/// The palette: a field, and the commands that it finds.
enum PaletteView {
  static func draw(_ palette: Palette, _ state: DashboardState, on canvas: inout Canvas) {
    let found = PaletteSearch.found(palette.field.text, state)
    let place = state.outerPlace
    let columns = min(canvas.size.columns - 4, 84)
    let visible = max(1, min(14, canvas.size.rows - 8))
    let inside = OverlayBox.draw(
      Size(columns: columns, rows: visible + 4), title: "Commands", hint: state.boxHint(of: .palette),
      on: &canvas)
    let (first, rest) = inside.splitTop(1)
    canvas.write(": ", at: first.origin, style: Style(.hintKey, on: .overlay))
    let (_, field) = first.splitLeft(2)
    palette.field.draw(into: &canvas, in: field, style: Style(.text, on: .overlay), isFocused: true)
    let offset = OverlayBox.offset(palette.selected, found.count, visible)
    for (index, command) in found.enumerated().dropFirst(offset).prefix(visible) {
      let line = rest.line(index - offset + 1)
      let refusal =
        command.scope.isActive(place) ? command.refusal(state) : "works only in: \(command.scope.title)"
      let isUsable = refusal == nil
      var text = StyledText(Pad.end(command.title, 32), Style(isUsable ? .text : .muted))
      text.append(
        Pad.end(state.keymap.firstKey(command.id) ?? "", 8), Style(isUsable ? .hintKey : .muted))
      text.append(refusal ?? command.id, Style(.muted))
      canvas.write(text.on(.overlay), at: line.origin, maxColumns: line.columns)
      if index == palette.selected { canvas.recolour(line, backdrop: .selection) }
    }
  }
}
