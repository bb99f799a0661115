import TerminalUI

/// A question with its targets and choices.
enum ConfirmationView {
  static func draw<Action>(
    _ confirmation: Confirmation<Action>, notes: [String] = [], hints: [KeyHint], on canvas: inout Canvas
  ) {
    let targets = confirmation.targets
    let columns = min(canvas.size.columns - 4, 76)
    var warning = confirmation.warning.map { WrappedText.rows($0, columns: columns - 6) } ?? []
    // What is hit is named before all else, also where there is hardly any room.
    let margin = canvas.size.rows < 16 ? 2 : 4
    let rows = canvas.size.rows - confirmation.choices.count - notes.count - 5 - margin
    while rows - warning.count < min(targets.count, 2), warning.count > 1 {
      warning.removeLast()
      warning[warning.count - 1] = TextWidth.truncated(warning[warning.count - 1] + " …", to: columns - 6)
    }
    let fixed = confirmation.choices.count + notes.count + warning.count + 5
    let room = max(1, min(targets.count, canvas.size.rows - fixed - margin))
    let title = TextWidth.truncated(confirmation.title, to: columns - 8)
    let height = room + fixed - (warning.isEmpty ? 1 : 0) - (confirmation.choices.isEmpty ? 1 : 0)
    let inside = OverlayBox.draw(
      Size(columns: columns, rows: height), title: title, hints: hints, style: Style(.warning), on: &canvas)
    var row = 0
    func line(_ text: StyledText) {
      canvas.write(text.on(.overlay), at: inside.line(row).origin, maxColumns: inside.columns)
      row += 1
    }
    let cut = targets.count > room
    if room == 1, cut {
      line(StyledText(TextWidth.truncated(targets.joined(separator: ", "), to: inside.columns)))
    }
    for target in targets.prefix(cut ? room - 1 : room) { line(StyledText(target)) }
    if cut, room > 1 { line(StyledText("… and \(targets.count - room + 1) more", Style(.muted))) }
    for note in notes { line(StyledText(note, Style(.muted))) }
    if !warning.isEmpty { row += 1 }
    for text in warning { line(StyledText(text, Style(.warning))) }
    if !confirmation.choices.isEmpty { row += 1 }
    for choice in confirmation.choices {
      canvas.note(.keys([KeyPress(choice.key)]), on: inside.line(row))
      line(
        StyledText(choice.isOn ? "[x] " : "[ ] ", Style(choice.isOn ? .warning : .muted))
          + StyledText(String(choice.key), Style(.hintKey)) + StyledText("  \(choice.title)"))
    }
  }
}
