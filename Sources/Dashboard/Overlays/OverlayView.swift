import TerminalUI

/// Draws what lies over the panes: always a box in the middle, its title above and its keys below.
enum OverlayView {
  static func draw(_ overlay: Overlay, _ state: DashboardState, on canvas: inout Canvas) {
    switch overlay {
    case .confirmation(let confirmation): ConfirmationView.draw(confirmation, on: &canvas)
    case .job(let job): JobView.draw(job, state, on: &canvas)
    case .form(let form): FormView.draw(form, on: &canvas)
    case .menu(let menu): MenuView.draw(menu, on: &canvas)
    case .palette(let palette): PaletteView.draw(palette, state, on: &canvas)
    case .prompt(let prompt): PromptView.draw(prompt, on: &canvas)
    case .text(let text): TextOverlayView.draw(text, state, on: &canvas)
    }
  }

  /// Draws an empty box of at most this size in the middle, and returns what is inside.
  static func box(
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

/// A question with its targets and choices.
enum ConfirmationView {
  static func draw(_ confirmation: Confirmation, on canvas: inout Canvas) {
    let targets = confirmation.targets
    let columns = min(canvas.size.columns - 4, 76)
    let warning = confirmation.warning.map { WrappedText.rows($0, columns: columns - 6) } ?? []
    let fixed = confirmation.choices.count + warning.count + 5
    let room = max(1, min(targets.count, canvas.size.rows - fixed - 4))
    let hint = confirmation.isGentle ? "y or enter: yes   n or esc: no" : "y: yes   n or esc: no"
    let title = TextWidth.truncated(confirmation.title, to: columns - 8)
    let height = room + fixed - (warning.isEmpty ? 1 : 0) - (confirmation.choices.isEmpty ? 1 : 0)
    let inside = OverlayView.box(
      Size(columns: columns, rows: height), title: title, hint: hint, style: Style(.warning), on: &canvas)
    var row = 0
    func line(_ text: StyledText) {
      canvas.write(text.on(.overlay), at: inside.line(row).origin, maxColumns: inside.columns)
      row += 1
    }
    let cut = targets.count > room
    for target in targets.prefix(cut ? room - 1 : room) { line(StyledText(target)) }
    if cut { line(StyledText("… and \(targets.count - room + 1) more", Style(.muted))) }
    if !warning.isEmpty { row += 1 }
    for text in warning { line(StyledText(text, Style(.warning))) }
    if !confirmation.choices.isEmpty { row += 1 }
    for choice in confirmation.choices {
      line(
        StyledText(choice.isOn ? "[x] " : "[ ] ", Style(choice.isOn ? .warning : .muted))
          + StyledText(String(choice.key), Style(.hintKey)) + StyledText("  \(choice.title)"))
    }
  }
}

/// A menu: a row an entry, what cannot be chosen dimmed and with its reason.
enum MenuView {
  static func draw(_ menu: Menu, on canvas: inout Canvas) {
    let widest = menu.entries.map { TextWidth.columns(of: $0.title) }.max() ?? 10
    let details = menu.entries.map { TextWidth.columns(of: $0.reason ?? $0.detail) }.max() ?? 0
    let columns = min(canvas.size.columns - 4, max(48, min(widest, 36) + min(details, 48) + 6))
    let visible = max(1, min(menu.entries.count, canvas.size.rows - 6))
    let inside = OverlayView.box(
      Size(columns: columns, rows: visible + 2), title: TextWidth.truncated(menu.title, to: columns - 8),
      hint: "enter: choose   esc: back", on: &canvas)
    let offset = OverlayView.offset(menu.selected, menu.entries.count, visible)
    for (index, entry) in menu.entries.enumerated().dropFirst(offset).prefix(visible) {
      let line = inside.line(index - offset)
      let isUsable = entry.reason == nil
      var text = StyledText(Pad.leading(entry.title, min(widest, 36) + 2), Style(isUsable ? .text : .muted))
      text.append(entry.reason ?? entry.detail, Style(isUsable ? .hintKey : .muted))
      canvas.write(text.on(.overlay), at: line.origin, maxColumns: line.columns)
      if index == menu.selected { canvas.recolour(line, backdrop: .selection) }
    }
  }
}

/// The palette: a field, and the commands that it finds.
enum PaletteView {
  static func draw(_ palette: Palette, _ state: DashboardState, on canvas: inout Canvas) {
    let found = palette.found(state)
    let columns = min(canvas.size.columns - 4, 84)
    let visible = max(1, min(14, canvas.size.rows - 8))
    let inside = OverlayView.box(
      Size(columns: columns, rows: visible + 4), title: "Commands", hint: "enter: run   esc: back",
      on: &canvas)
    let (first, rest) = inside.splitTop(1)
    canvas.write(": ", at: first.origin, style: Style(.hintKey, on: .overlay))
    let (_, field) = first.splitLeft(2)
    palette.field.draw(into: &canvas, in: field, style: Style(.text, on: .overlay), isFocused: true)
    let offset = OverlayView.offset(palette.selected, found.count, visible)
    for (index, command) in found.enumerated().dropFirst(offset).prefix(visible) {
      let line = rest.line(index - offset + 1)
      let refusal =
        command.scope.isActive(state) ? command.refusal(state) : "works in: \(command.scope.title)"
      let isUsable = refusal == nil
      var text = StyledText(Pad.leading(command.title, 32), Style(isUsable ? .text : .muted))
      text.append(
        Pad.leading(state.keymap.firstKey(command.id) ?? "", 8), Style(isUsable ? .hintKey : .muted))
      text.append(refusal ?? command.id, Style(.muted))
      canvas.write(text.on(.overlay), at: line.origin, maxColumns: line.columns)
      if index == palette.selected { canvas.recolour(line, backdrop: .selection) }
    }
  }
}

/// A question with a field for the answer.
enum PromptView {
  static func draw(_ prompt: Prompt, on canvas: inout Canvas) {
    let columns = min(canvas.size.columns - 4, 64)
    let inside = OverlayView.box(
      Size(columns: columns, rows: 4), title: TextWidth.truncated(prompt.title, to: columns - 8),
      hint: "enter: \(prompt.verb)   esc: back", on: &canvas)
    prompt.field.draw(into: &canvas, in: inside.line(0), style: Style(.text, on: .overlay), isFocused: true)
    if let complaint = prompt.complaint {
      canvas.write(complaint, at: inside.line(1).origin, style: Style(.error, on: .overlay))
    }
  }
}

/// A long text that scrolls.
enum TextOverlayView {
  /// The columns and the most rows of the text on a screen of this size.
  static func room(on screen: Size) -> Size {
    Size(columns: max(1, min(screen.columns - 4, 110) - 4), rows: max(1, screen.rows - 6))
  }

  static func draw(_ text: TextOverlay, _ state: DashboardState, on canvas: inout Canvas) {
    let room = room(on: canvas.size)
    let rows = text.rows(state, columns: room.columns)
    let inside = OverlayView.box(
      Size(columns: room.columns + 4, rows: min(rows.count, room.rows) + 2), title: text.title,
      hint: "j k: scroll   esc: back", on: &canvas)
    let offset = max(0, min(text.offset, rows.count - inside.rows))
    for (index, row) in rows.dropFirst(offset).prefix(inside.rows).enumerated() {
      canvas.write(row.on(.overlay), at: inside.line(index).origin, maxColumns: inside.columns)
    }
    let edge = Rect(column: inside.endColumn + 1, row: inside.row, columns: 1, rows: inside.rows)
    canvas.scrollbar(
      in: edge, total: rows.count, visible: inside.rows, offset: offset, style: Style(.border, on: .overlay))
  }
}
